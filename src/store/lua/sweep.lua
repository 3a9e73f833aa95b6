-- What is due of the tickets that somebody holds. One that its agent lets go of is let go (`told`); one whose agent stopped
-- renewing goes back to its place in the line. Each is told, with who held it and the seat that is free now. Any process,
-- any time, any number of times. `agent`: what they let go of is due now, for they need the seats.
-- uses: base tally state line person ending ops shelf letgo
local found, leases = {}, key('l', 'leases')
local due = agent ~= '' and call('SMEMBERS', key('m', agent)) or call('ZRANGEBYSCORE', leases, '-inf', now(), 'LIMIT', 0, limit)
for _, id in ipairs(due) do
  local s = load(id)
  local holder, told = s.agent, s.leaving ~= ''
  if agent == '' then call('ZREM', leases, id) end
  if s.state == 'assigned' and told then
    letGo(s, cjson.decode(s.leaving))
  elseif s.state == 'assigned' and agent == '' then
    assign(s, 'waiting', '', '')
    switchStint(s, 'q')
    enqueue(s, s.order)
    watch(s, lineIdle)
    append(s, 's', words, '\tkexpired')
    log(s, 'expire', holder)
    save(s)
    notify(s)
  else
    holder = ''
  end
  if holder ~= '' then found[#found + 1] = answer.swept { id = id, agent = holder, seat = s.seat, told = told } end
end
return found
