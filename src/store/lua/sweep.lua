-- What is due of the tickets that somebody holds. One that its agent lets go of is let go (`told`); one whose agent stopped
-- renewing goes back to its place in the line. Each is told, with who held it and the seat that is free now. Any process,
-- any time, any number of times. `id`: what `agent` does with that ticket soon is due now, for they need its seat.
-- uses: base tally state line person ending ops shelf letgo
local found, leases = {}, key('l', 'leases')
local due = id ~= '' and { id } or call('ZRANGEBYSCORE', leases, '-inf', now(), 'LIMIT', 0, limit)
for _, one in ipairs(due) do
  local s = load(one)
  local holder, told = s.agent, s.leaving ~= ''
  if id == '' then call('ZREM', leases, one) end
  if s.state == 'assigned' and told and (id == '' or holder == agent) then
    local move = cjson.decode(s.leaving)
    move.effects = stepsFrom(move.effects)
    letGo(s, move)
  elseif s.state == 'assigned' and id == '' then
    assign(s, 'waiting', '', '')
    switchStint(s, 'q')
    enqueue(s, s.order)
    watch(s, lineIdle)
    append(s, 's', inTongue(s, words, texts), '\tkexpired')
    log(s, 'expire', holder)
    save(s)
    notify(s)
  else
    holder = ''
  end
  if holder ~= '' then found[#found + 1] = answer.swept { id = one, agent = holder, seat = s.seat, told = told } end
end
return found
