-- Tickets whose agent stopped renewing go back to their place in the line. Any process, any time, any number of times.
-- ARGV: shard limit text lineIdle -> triples: id, who held it, the seat that is free now
-- uses: base tally state line
local t = now()
local found = {}
for _, id in ipairs(call('ZRANGEBYSCORE', key('l', 'leases'), '-inf', t, 'LIMIT', 0, ARGV[2])) do
  local s = load(id)
  local agent = s.agent
  call('ZREM', key('l', 'leases'), id)
  if s.st == 'assigned' then
    hand(s, 'waiting', '', '')
    tick(s, 'q')
    enqueue(s, s.score)
    watch(s, ARGV[4])
    append(s, 's', ARGV[3], '\tkexpired')
    log(s, 'expire', agent)
    save(s)
    ring(s)
    found[#found + 1] = id
    found[#found + 1] = agent
    found[#found + 1] = s.seat
  end
end
return found
