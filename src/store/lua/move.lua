-- A ticket leaves the agent's hands: release (into a line, at its old place), hand-back (to the assistant), close.
-- Whoever lets go has read up to `seen`, and says `why` they close what is owed an answer.
-- `force`: of whoever holds it, or waiting; `to`: the queue, '' = the same; `effects`: the steps it takes with it.
-- uses: base tally state line person ending ops
local s = load(id)
local mark = agent .. ' ' .. exact(epoch) .. ' ' .. action
local done = freedBefore(s, mark)
local joined = int(call('HGET', s.record, E.joined))
local wrote = s.answered > joined -- a person, since they took it
if done then return answer.moved { holder = agent, freed = done, helped = wrote } end
local holds = s.state == 'assigned' and (s.agent == agent or force) or s.state == 'waiting' and force
if not holds or s.epoch ~= epoch then return answer.fenced { by = s.agentName, state = s.state } end

if s.heard > seen then return answer.wrote { entries = entriesAfter(s, seen, most) } end
if action == 'close' and owes(s) and why == '' then return answer.owed {} end

local holder = s.agent
moves(s, mark)
if action == 'release' then
  leave(s)
  if to ~= '' then s.line = to end
  put(s.case, E.queue, s.line)
  assign(s, 'waiting', '', '')
  switchStint(s, 'q')
  enqueue(s, s.order)
  watch(s, idle)
elseif action == 'hand-back' then
  -- what the customer wrote to the agent and got no answer to is owed by the assistant now
  local owed = owes(s) and s.next == 0 and s.heard > joined
  leave(s)
  assign(s, 'bot', '', '')
  switchStint(s, owed and 'b' or 'c')
  if owed then
    put(s.conv, C.next, s.heard)
    put(s.conv, C.done, 0)
    call('ZADD', key('o', 'owed'), s.now, s.id)
  end
  watch(s, idle)
elseif why ~= '' then
  put(s.case, E.why, why)
  put(s.case, E.whyWords, because)
  log(s, 'why', why)
end
if action ~= 'release' and wrote and holder ~= '' then
  tally(s.now, 'done:' .. holder, 1)
  log(s, 'helped', holder)
end
if words ~= '' then append(s, 's', words, extras) end
if action ~= 'close' then log(s, action, agent) end
apply(s, effects)
save(s)
notify(s)
return answer.moved { holder = holder, freed = s.seat, helped = wrote and holder ~= '' }
