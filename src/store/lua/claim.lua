-- A ticket goes to exactly one agent: the head of the lines they serve, or the one asked for.
-- A resent request (same token: its answer was lost) gets its first answer, not a second ticket.
-- The token is also the seat that was taken for it: see seat.lua.
-- ARGV: shard agent name lease token till(the seat is theirs) id('' = next) text extras how('1' = from whoever holds it,
-- 'head' = if it is still the next of this shard, else taken) queue...
-- -> claimed id epoch agent seat(free now, '' = none) [queue queued now, if it waited] | taken name state | empty | late
-- uses: base tally state line
local agent, token = ARGV[2], key('k', ARGV[5])
local known = call('GET', token)
local id = known
if not id and (ARGV[7] == '' or ARGV[10] == 'head') then
  local best
  for i = 11, #ARGV do
    local head = call('ZRANGE', key('q', ARGV[i]), 0, 0, 'WITHSCORES')
    if head[1] and (not best or tonumber(head[2]) < best) then
      id = head[1]
      best = tonumber(head[2])
    end
  end
  if not id then return { 'empty' } end
  if ARGV[10] == 'head' and id ~= ARGV[7] then return { 'taken', '', '' } end
end
id = id or ARGV[7]
local s = load(id)
if s.st == 'assigned' and s.agent == agent then
  local own = s.seat == ARGV[5] -- else they have it already, in another seat
  return { 'claimed', id, s.ep, agent, own and '' or ARGV[5] }
end
if known then return { 'taken', s.name, s.st } end -- they had it, and have let it go
if s.t >= int(ARGV[6]) then return { 'late' } end -- the seat may be another's by now
local waited, holder = call('ZREM', key('q', s.queue), id) == 1, s.agent
if not waited and not (s.st == 'assigned' and ARGV[10] == '1') then return { 'taken', s.name, s.st } end

local queued = waited and served(s)
hand(s, 'assigned', agent, ARGV[3], ARGV[5])
tick(s, 'a')
put(s.case, 'jn', append(s, 's', ARGV[8], ARGV[9]))
call('ZADD', key('l', 'leases'), s.t + ARGV[4], id)
call('ZREM', key('i', 'idle'), id)
call('SET', token, id, 'PX', 600000)
log(s, waited and 'claim' or 'take-over', agent)
save(s)
ring(s)
return { 'claimed', id, s.ep, holder, s.seat, s.queue, queued and exact(queued) or '', exact(s.t) }
