-- An agent's seats: one place, whatever shards their tickets are in, so capacity holds over all processes.
-- A seat is reserved for a claim, then bound to the ticket; what is forgotten frees itself by its deadline.
-- ARGV: shard(the agent) action(take|bind|free|keep) span capacity member [old member | member...] -> 1 | 0 when full
-- uses: base
local seats, t = key('a', 'seats'), now()
call('ZREMRANGEBYSCORE', seats, '-inf', t)
local action, till, member = ARGV[2], t + ARGV[3], ARGV[5]
if action == 'take' then
  if not call('ZSCORE', seats, member) and call('ZCARD', seats) >= int(ARGV[4]) then return 0 end
  call('ZADD', seats, till, member)
elseif action == 'bind' then
  call('ZREM', seats, ARGV[6])
  call('ZADD', seats, till, member)
elseif action == 'free' then
  call('ZREM', seats, member)
else
  for i = 5, #ARGV do call('ZADD', seats, 'XX', till, ARGV[i]) end
end
return 1
