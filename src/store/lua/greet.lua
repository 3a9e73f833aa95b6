-- The first words of a conversation; nothing when anything was said before, or when it was erased.
-- ARGV: shard id channel customer name vip reference text extras chance -> its life, when it was greeted
-- uses: base tally state
local s = load(ARGV[2])
if s.n > 0 or not begin(s, ARGV[7], ARGV[4], ARGV[10]) then return '' end
introduce(s, 3)
append(s, 'b', ARGV[8], ARGV[9])
ended(s) -- unless something is said
save(s)
ring(s)
return s.life
