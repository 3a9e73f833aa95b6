-- An agent's seats: one place, whatever shards their tickets are in, so capacity holds over all processes. A seat is
-- taken before the ticket, which names it then; each is taken once, so that who comes late frees nothing that is used.
-- A seat that has run out is forgotten only by who knows every ticket the agent holds: it may belong to one of them.
-- ARGV: shard(the agent) action(take|keep|free) span capacity seat('' with keep) [what they hold: 'known' seat...]
-- -> take: until when it is theirs | 0 when full | look: ask again with what they hold
-- uses: base
local seats, t, action, seat = key('a', 'seats'), now(), ARGV[2], ARGV[5]
local till = t + ARGV[3]
if action == 'free' then return call('ZREM', seats, seat) end
if ARGV[6] then
  call('ZREMRANGEBYSCORE', seats, '-inf', t)
  for i = 7, #ARGV do call('ZADD', seats, till, ARGV[i]) end
end
if action == 'keep' then return 1 end
if call('ZCOUNT', seats, '-inf', t) > 0 then return 'look' end
if not call('ZSCORE', seats, seat) and call('ZCARD', seats) >= int(ARGV[4]) then return 0 end
call('ZADD', seats, till, seat)
return exact(till)
