-- The agent lets go: release (back to its place in the line), hand-back (to the assistant), close.
-- ARGV: shard id agent epoch action text extras idle op... -> moved | fenced name state
-- uses: base tally state line turn ops
local s, agent, action = load(ARGV[2]), ARGV[3], ARGV[5]
local mark = agent .. ' ' .. ARGV[4] .. ' ' .. action
if call('HGET', s.p, 'mv') == mark then return { 'moved' } end -- resent: it is done already
if s.st ~= 'assigned' or s.agent ~= agent or s.ep ~= int(ARGV[4]) then return { 'fenced', s.name, s.st } end

put(s.case, 'mv', mark)
if action == 'release' then
  hand(s, 'waiting', '', '')
  tick(s, 'q')
  enqueue(s, s.score)
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
  call('ZADD', key('i', 'idle'), s.t + ARGV[8], s.id)
  tally(s.t, 'done:' .. agent, 1)
else
  tally(s.t, 'done:' .. agent, 1)
end
if ARGV[6] ~= '' then append(s, 's', ARGV[6], ARGV[7]) end
if action ~= 'close' then log(s, action, agent) end
apply(s, 9)
save(s)
ring(s)
return { 'moved' }
