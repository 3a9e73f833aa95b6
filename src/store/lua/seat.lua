-- An agent's seats: one place, whatever shards their tickets are in, so capacity holds over all processes. A seat is
-- taken before the ticket, which names it then; each is taken for one claim request, so that one that comes late frees no seat
-- that is used. A claim request may be tried in several places at once: what came to nothing gives back only what no other try has taken.
-- A seat that has run out is forgotten only by who knows every ticket the agent holds: it may belong to one of them.
-- The shard is the agent. Actions: take, back, free, keep; `known`: with the seats of all they hold. Answers to take: until
-- when it is theirs, full, or look: ask again with what they hold.
-- uses: base
local seats, t = key('a', 'seats'), now()
local till, tries = t + span, key('tries', seat)
if action == 'free' then
  call('UNLINK', tries)
  call('ZREM', seats, seat)
  return answer.done {}
end
if action == 'back' then
  call('SREM', tries, attempt)
  if call('EXISTS', tries) == 0 then call('ZREM', seats, seat) end
  return answer.done {}
end
if known then
  call('ZREMRANGEBYSCORE', seats, '-inf', t)
  for _, one in ipairs(held) do call('ZADD', seats, till, one) end
end
if action == 'keep' then return answer.done {} end
if call('ZCOUNT', seats, '-inf', t) > 0 then return answer.look {} end
if not call('ZSCORE', seats, seat) and call('ZCARD', seats) >= capacity then return answer.full {} end
call('ZADD', seats, till, seat)
call('SADD', tries, attempt)
call('EXPIRE', tries, math.ceil(span / 1000000))
return answer.yours { till = till }
