-- A ticket leaves the agent's hands: release (into a line, at its old place), hand-back (to the assistant), close.
-- ARGV: shard id agent epoch action force('1' = of whoever holds it, or waiting) queue('' = the same) text extras idle op...
-- -> moved holder seat(free now) | fenced name state
-- uses: base tally state line turn ops
local s, agent, action = load(ARGV[2]), ARGV[3], ARGV[5]
local mark = agent .. ' ' .. ARGV[4] .. ' ' .. action
local done = freedBefore(s, mark)
if done then return { 'moved', agent, done } end
local holds = s.st == 'assigned' and (s.agent == agent or ARGV[6] == '1') or s.st == 'waiting' and ARGV[6] == '1'
if not holds or s.ep ~= int(ARGV[4]) then return { 'fenced', s.name, s.st } end

local holder = s.agent
moves(s, mark)
if action == 'release' then
  leave(s)
  if ARGV[7] ~= '' then s.queue = ARGV[7] end
  put(s.case, 'qu', s.queue)
  hand(s, 'waiting', '', '')
  tick(s, 'q')
  enqueue(s, s.score)
  watch(s, ARGV[10])
elseif action == 'hand-back' then
  -- what the customer wrote to the agent and got no answer to is owed by the assistant now
  local owed = s.k == 'a' and s.next == 0 and s.heard > int(call('HGET', s.p, 'jn'))
  leave(s)
  hand(s, 'bot', '', '')
  tick(s, owed and 'b' or 'c')
  if owed then
    put(s.conv, 'nx', s.heard)
    put(s.conv, 'dn', 0)
    call('ZADD', key('o', 'owed'), s.t, s.id)
  end
  watch(s, ARGV[10])
  tally(s.t, 'done:' .. agent, 1)
else
  tally(s.t, 'done:' .. agent, 1)
end
if ARGV[8] ~= '' then append(s, 's', ARGV[8], ARGV[9]) end
if action ~= 'close' then log(s, action, agent) end
apply(s, 11)
save(s)
ring(s)
return { 'moved', holder, s.seat }
