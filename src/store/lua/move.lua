-- A ticket leaves the agent's hands: release (into a line, at its old place), hand-back (to the assistant), close.
-- `force`: of whoever holds it, or waiting; `to`: the queue, '' = the same; `effects`: the steps it takes with it.
-- uses: base tally state line person ops
local s = load(id)
local mark = agent .. ' ' .. exact(epoch) .. ' ' .. action
local done = freedBefore(s, mark)
if done then return answer.moved { holder = agent, freed = done } end
local holds = s.state == 'assigned' and (s.agent == agent or force) or s.state == 'waiting' and force
if not holds or s.epoch ~= epoch then return answer.fenced { by = s.agentName, state = s.state } end

local holder = s.agent
moves(s, mark)
if action == 'release' then
  leave(s)
  if to ~= '' then s.line = to end
  put(s.case, E.queue, s.line)
  hand(s, 'waiting', '', '')
  tick(s, 'q')
  enqueue(s, s.order)
  watch(s, idle)
elseif action == 'hand-back' then
  -- what the customer wrote to the agent and got no answer to is owed by the assistant now
  local owed = s.stint == 'a' and s.next == 0 and s.heard > int(call('HGET', s.record, E.joined))
  leave(s)
  hand(s, 'bot', '', '')
  tick(s, owed and 'b' or 'c')
  if owed then
    put(s.conv, C.next, s.heard)
    put(s.conv, C.done, 0)
    call('ZADD', key('o', 'owed'), s.now, s.id)
  end
  watch(s, idle)
  tally(s.now, 'done:' .. agent, 1)
else
  tally(s.now, 'done:' .. agent, 1)
end
if words ~= '' then append(s, 's', words, extras) end
if action ~= 'close' then log(s, action, agent) end
apply(s, effects)
save(s)
ring(s)
return answer.moved { holder = holder, freed = s.seat }
