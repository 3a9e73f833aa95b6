-- Tickets whose agent stopped renewing go back to their place in the line: each is told, with who held it and the seat
-- that is free now. Any process, any time, any number of times.
-- uses: base tally state line
local lost = {}
for _, id in ipairs(call('ZRANGEBYSCORE', key('l', 'leases'), '-inf', now(), 'LIMIT', 0, limit)) do
  local s = load(id)
  local agent = s.agent
  call('ZREM', key('l', 'leases'), id)
  if s.state == 'assigned' then
    assign(s, 'waiting', '', '')
    switchStint(s, 'q')
    enqueue(s, s.order)
    watch(s, lineIdle)
    append(s, 's', words, '\tkexpired')
    log(s, 'expire', agent)
    save(s)
    notify(s)
    lost[#lost + 1] = answer.lost { id = id, agent = agent, seat = s.seat }
  end
end
return lost
