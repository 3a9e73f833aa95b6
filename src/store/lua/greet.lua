-- The first words of a conversation; nothing when anything was said before.
-- ARGV: shard id channel customer name vip reference text extras -> 1 greeted, 0 not
-- uses: base tally state
local s = load(ARGV[2])
if s.n > 0 then return 0 end
introduce(s, 3)
call('ZADD', key('u', ARGV[4]), 'NX', math.floor(s.t / 1000), s.id)
append(s, 'b', ARGV[8], ARGV[9])
ended(s) -- unless something is said
save(s)
ring(s)
return 1
