-- An agent's heartbeat: keeps them counted as present for a span (0: they are away, which is kept as the time 0) and
-- renews the tickets they still hold.
-- A ticket whose customer has waited longer than `patience` for an answer is not renewed: it goes back into the line for
-- somebody else. Tells what they hold.
-- uses: base tally state
local t, holds = now(), {}
local agents = key('g', 'agents')
if call('ZCOUNT', agents, t, '+inf') == 0 then call('HSET', key('g', 'pace'), 'up', t) end -- the desk opens
call('HSET', key('g', 'names'), agent, name)
local function present(kind) call('ZADD', kind, span == 0 and 0 or t + span, agent) end
present(agents)
for _, queue in ipairs(queues) do present(key('desk', queue)) end
for _, id in ipairs(call('SMEMBERS', key('m', agent))) do
  local s = load(id)
  if s.state ~= 'assigned' or s.agent ~= agent then
    call('SREM', key('m', agent), id) -- left over where a part of the data was lost
  else
    local stays = s.leaving == '' -- else it is kept only until that is due
    if stays and (s.stint ~= 'a' or t - s.since < patience) then call('ZADD', key('l', 'leases'), 'XX', t + lease, id) end
    holds[#holds + 1] = answer.holding { id = id, seat = s.seat }
  end
end
return holds
