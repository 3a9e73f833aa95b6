-- A ticket goes from the agent who holds it to a colleague who is at their desk and keeps a seat for it.
-- ARGV: shard id agent epoch to name lease seat till(it is theirs) text extras
-- -> moved seat(free now) | fenced name state | away | late
-- uses: base tally state line
local s, agent, to = load(ARGV[2]), ARGV[3], ARGV[5]
local mark = agent .. ' ' .. ARGV[4] .. ' pass ' .. to
local done = freedBefore(s, mark)
if done then return { 'moved', done } end
if s.st ~= 'assigned' or s.agent ~= agent or s.ep ~= int(ARGV[4]) then return { 'fenced', s.name, s.st } end
if int(call('ZSCORE', key('g', 'agents'), to)) < s.t then return { 'away' } end
if s.t >= int(ARGV[9]) then return { 'late' } end -- the seat may be another's by now

moves(s, mark)
hand(s, 'assigned', to, ARGV[6], ARGV[8])
tick(s, 'a')
put(s.case, 'jn', append(s, 's', ARGV[10], ARGV[11]))
call('ZADD', key('l', 'leases'), s.t + ARGV[7], s.id)
log(s, 'pass', to)
save(s)
ring(s)
return { 'moved', s.seat }
