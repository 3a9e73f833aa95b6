-- An agent's seats: one place, whatever shards their tickets are in, so capacity holds over all processes. A seat is
-- taken before the ticket, which names it then; each is taken once, so that who comes late frees nothing that is used.
-- What is forgotten frees itself by its deadline.
-- ARGV: shard(the agent) action(take|free|keep) span capacity seat... -> 1 | 0 when full
-- uses: base
local seats, t = key('a', 'seats'), now()
call('ZREMRANGEBYSCORE', seats, '-inf', t)
local action, till = ARGV[2], t + ARGV[3]
if action == 'take' then
  if not call('ZSCORE', seats, ARGV[5]) and call('ZCARD', seats) >= int(ARGV[4]) then return 0 end
end
for i = 5, #ARGV do
  if action == 'free' then call('ZREM', seats, ARGV[i]) else call('ZADD', seats, till, ARGV[i]) end
end
return 1
