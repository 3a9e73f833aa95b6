-- A ticket goes from the agent who holds it to a colleague who is at their desk and keeps a seat for it, theirs until
-- `till`. Whoever passes it on has read up to `seen`.
-- uses: base tally state line
local s = load(id)
local mark = agent .. ' ' .. exact(epoch) .. ' pass ' .. to
local done = freedBefore(s, mark)
if done then return answer.moved { freed = done } end
if s.state ~= 'assigned' or s.agent ~= agent or s.epoch ~= epoch then
  return answer.fenced { by = s.agentName, state = s.state }
end
if s.heard > seen then return answer.wrote { entries = entriesAfter(s, seen, most) } end
if int(call('ZSCORE', key('g', 'agents'), to)) < s.now then return answer.away {} end
if s.now >= till then return answer.late {} end -- the seat may be another's by now

moves(s, mark)
assign(s, 'assigned', to, name, seat)
switchStint(s, owes(s) and 'a' or 'c')
put(s.case, E.joined, append(s, 's', words, extras))
changesHands(s)
call('ZADD', key('l', 'leases'), s.now + lease, s.id)
log(s, 'pass', to)
save(s)
notify(s)
return answer.moved { freed = s.seat }
