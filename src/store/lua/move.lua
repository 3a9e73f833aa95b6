-- A ticket leaves the agent's hands: see parts/letgo.lua.
-- Whoever lets go has read up to `seen`, and says `why` they close what is owed an answer.
-- `force`: of whoever holds it, or waiting; `undo`: its holder can undo it for so long, 0 = it is done at once.
-- uses: base tally state line person ending ops leaving shelf letgo
local s = load(id)
-- what is asked for is a part of it: another queue or another reason is another move
local what = string.sub(redis.sha1hex(to .. ' ' .. why .. ' ' .. because), 1, 8)
local mark = agent .. ' ' .. exact(epoch) .. ' ' .. what .. ' ' .. action
local done = freedBefore(s, mark)
if done then
  local helped = s.answered > int(call('HGET', s.record, E.joined))
  return answer.moved { holder = agent, freed = done, helped = helped, kept = false }
end
local own = s.state == 'assigned' and s.agent == agent
local holds = own or force and (s.state == 'assigned' or s.state == 'waiting')
if not holds or s.epoch ~= epoch then return answer.fenced { by = s.agentName, state = s.state } end

if s.heard > seen then return answer.wrote { entries = entriesAfter(s, seen, most) } end
if action == 'close' and owes(s) and why == '' then return answer.owed {} end

local move = {
  mark = mark,
  agent = agent,
  action = action,
  to = to,
  why = why,
  because = because,
  words = words,
  extras = extras,
  idle = idle,
  effects = effects,
}
if own and undo > 0 then
  local before = s.leaving ~= '' and cjson.decode(s.leaving).mark -- asked again: it is due when it was
  if before ~= mark then
    stays(s)
    move.effects = namedSteps(effects)
    leavesSoon(s, move, s.now + undo)
    save(s)
    notify(s)
  end
  local helped = s.answered > int(call('HGET', s.record, E.joined))
  return answer.moved { holder = '', freed = '', helped = helped, kept = true }
end
local holder, helped = letGo(s, move)
return answer.moved { holder = holder, freed = s.seat, helped = helped, kept = false }
