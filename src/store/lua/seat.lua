-- An agent's seats: one place, whatever shards their tickets are in, so capacity holds over all processes. A seat is
-- taken before the ticket, which names it then; each is taken for one wish, so that who comes late frees nothing that is
-- used. A wish may be tried in several places at once: what came to nothing gives back only what no other try has taken.
-- A seat that has run out is forgotten only by who knows every ticket the agent holds: it may belong to one of them.
-- ARGV: shard(the agent) action(take|back|free|keep) span capacity seat('' with keep) try('' with free and keep)
-- [what they hold: 'known' seat...] -> take: until when it is theirs | 0 when full | look: ask again with what they hold
-- uses: base
local seats, t, action, seat, try = key('a', 'seats'), now(), ARGV[2], ARGV[5], ARGV[6]
local till, tries = t + ARGV[3], key('a', 'tries ' .. seat)
if action == 'free' then
  call('UNLINK', tries)
  return call('ZREM', seats, seat)
end
if action == 'back' then
  call('SREM', tries, try)
  return call('EXISTS', tries) == 0 and call('ZREM', seats, seat) or 0
end
if ARGV[7] then
  call('ZREMRANGEBYSCORE', seats, '-inf', t)
  for i = 8, #ARGV do call('ZADD', seats, till, ARGV[i]) end
end
if action == 'keep' then return 1 end
if call('ZCOUNT', seats, '-inf', t) > 0 then return 'look' end
if not call('ZSCORE', seats, seat) and call('ZCARD', seats) >= int(ARGV[4]) then return 0 end
call('ZADD', seats, till, seat)
call('SADD', tries, try)
call('EXPIRE', tries, math.ceil(ARGV[3] / 1000000))
return exact(till)
