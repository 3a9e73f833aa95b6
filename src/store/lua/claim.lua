-- A ticket goes to exactly one agent: the head of the lines they serve (no `id`), or the one asked for; with `force` from
-- whoever holds it, with `head` only if it is still the next of this shard, else it is taken.
-- A resent request (same seat: its answer was lost) gets its first answer, not a second ticket.
-- Who said that they are away is given nothing; what they ask for by name they get.
-- The seat was taken for it until `till`: see seat.lua. One that is free now is told (`freed`).
-- uses: base tally state line
local token = key('k', seat)
local known = call('GET', token)
local found = known
if not found and (id == '' or head) then
  local best
  for _, queue in ipairs(queues) do
    local first = call('ZRANGE', key('q', queue), 0, 0, 'WITHSCORES')
    if first[1] and (not best or tonumber(first[2]) < best) then
      found = first[1]
      best = tonumber(first[2])
    end
  end
  if not found then return answer.empty {} end
  if head and found ~= id then return answer.taken { by = '', state = '' } end
end
found = found or id
local s = load(found)
if s.state == 'assigned' and s.agent == agent then
  local freed = s.seat == seat and '' or seat -- else they have it already, in another seat
  return answer.claimed { id = found, epoch = s.epoch, holder = agent, freed = freed, queue = s.line, queuedAt = nil, at = s.now }
end
if known then return answer.taken { by = s.agentName, state = s.state } end -- they had it, and have let it go
if (id == '' or head) and int(call('ZSCORE', key('g', 'agents'), agent) or 1) == 0 then return answer.away {} end
if s.now >= till then return answer.late {} end -- the seat may be another's by now
local waited, holder = unline(s), s.agent
if not waited and not (s.state == 'assigned' and force) then return answer.taken { by = s.agentName, state = s.state } end

local queuedAt = waited and served(s)
assign(s, 'assigned', agent, name, seat)
switchStint(s, owes(s) and 'a' or 'c')
put(s.case, E.joined, append(s, 's', inTongue(s, words, told), extras))
call('HINCRBY', s.record, E.claims, 1)
changesHands(s)
call('ZADD', key('l', 'leases'), s.now + lease, found)
call('ZREM', key('i', 'idle'), found)
call('SET', token, found, 'PX', 600000)
log(s, waited and 'claim' or 'take-over', agent)
save(s)
notify(s)
return answer.claimed { id = found, epoch = s.epoch, holder = holder, freed = s.seat, queue = s.line, queuedAt = queuedAt, at = s.now }
