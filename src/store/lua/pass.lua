-- A ticket goes from the agent who holds it to a colleague who is at their desk and keeps a seat for it.
-- ARGV: shard id agent epoch to name lease text extras -> moved | fenced name state | away
-- uses: base tally state line
local s, agent, to = load(ARGV[2]), ARGV[3], ARGV[5]
local mark = agent .. ' ' .. ARGV[4] .. ' pass ' .. to
if call('HGET', s.p, 'mv') == mark then return { 'moved' } end -- resent: it is done already
if s.st ~= 'assigned' or s.agent ~= agent or s.ep ~= int(ARGV[4]) then return { 'fenced', s.name, s.st } end
if int(call('ZSCORE', key('g', 'agents'), to)) < s.t then return { 'away' } end

put(s.case, 'mv', mark)
hand(s, 'assigned', to, ARGV[6])
tick(s, 'a')
put(s.case, 'jn', append(s, 's', ARGV[8], ARGV[9]))
call('ZADD', key('l', 'leases'), s.t + ARGV[7], s.id)
log(s, 'pass', to)
save(s)
ring(s)
return { 'moved' }
