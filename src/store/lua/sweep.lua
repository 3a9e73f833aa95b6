-- Tickets whose agent stopped renewing go back to their place in the line. Any process, any time, any number of times.
-- ARGV: shard limit text -> ids
-- uses: base tally state line
local t = now()
local ids = call('ZRANGEBYSCORE', key('l', 'leases'), '-inf', t, 'LIMIT', 0, ARGV[2])
for _, id in ipairs(ids) do
  local s = load(id)
  local agent = s.agent
  call('ZREM', key('l', 'leases'), id)
  if s.st == 'assigned' then
    hand(s, 'waiting', '', '')
    tick(s, 'q')
    enqueue(s, s.score)
    append(s, 's', ARGV[3], '{"mark":"expired"}')
    log(s, 'expire', agent)
    save(s)
    ring(s)
  end
end
return ids
