-- A ticket goes to exactly one agent: the head of the line, or the one asked for.
-- A resent request (same token: its answer was lost) gets its first answer, not a second ticket.
-- ARGV: shard agent name lease token id('' = next) text extras -> claimed id epoch | taken name state | empty
-- uses: base tally state line
local agent, token, line = ARGV[2], key('k', ARGV[5]), key('q', 'main')
local id = call('GET', token) or ARGV[6]
if id == '' then
  id = call('ZRANGE', line, 0, 0)[1]
  if not id then return { 'empty' } end
end
local s = load(id)
if s.st == 'assigned' and s.agent == agent then return { 'claimed', id, s.ep } end
if call('ZREM', line, id) == 0 then return { 'taken', s.name, s.st } end

local pace = call('HMGET', key('g', 'pace'), 'at', 'ew', 'up')
local queued = int(call('HGET', s.p, 'qa'))
local head = s.t - math.max(queued, int(pace[1]), int(pace[3])) -- how long it was the head while somebody was there
call('HSET', key('g', 'pace'), 'at', s.t, 'ew', pace[2] and math.floor((pace[2] * 7 + head * 3) / 10) or head)
spread(s.t, 'wait', s.w.q + (s.k == 'q' and s.t - s.at or 0))

hand(s, 'assigned', agent, ARGV[3])
tick(s, 'a')
put(s.case, 'jn', append(s, 's', ARGV[7], ARGV[8]))
call('ZADD', key('l', 'leases'), s.t + ARGV[4], id)
call('SET', token, id, 'PX', 600000)
log(s, 'claim', agent)
save(s)
ring(s)
return { 'claimed', id, s.ep }
