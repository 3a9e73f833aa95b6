-- The transcript after a number of one generation, oldest first, and by which ids the channel knows the customer's
-- messages in it. A number that is of another generation, or beyond the end, belongs to what is not there any more: what
-- is there now is all new.
-- ARGV: shard id after most generation('' = the one that is there) life(of the token; '*' = read without one)
-- -> read generation life last entries {id number ...} ticket(1 when it waits or a person has it) | none, not begun | gone, what the token opens is not there any more
-- reads only
-- uses: base state
local h = call('HMGET', key('c', ARGV[2]), 'n', 'g', 'v', 'e')
local s = { id = ARGV[2], n = int(h[1]), e = int(h[4]), g = int(h[2]), life = lifeOf(h[2], h[3]) }
local token = ARGV[6] ~= '*'
if s.n == 0 then return { (token and ARGV[6] ~= '' or erased(s)) and 'gone' or 'none' } end
if token and not opens(s, ARGV[6]) then return { 'gone' } end
local after, most = int(ARGV[3]), int(ARGV[4])
if ARGV[5] ~= '' and int(ARGV[5]) ~= s.g or after > s.n then after = 0 end
local st = call('HGET', key('p', s.e .. ':' .. s.id), 'st')
local found, first = {}, 1
if most > 0 then found, first = entriesAfter(s, after, most) end
return { 'read', exact(s.g), s.life, s.n, found,
  call('ZRANGEBYSCORE', key('d', s.id), first, first + #found - 1, 'WITHSCORES'),
  (st == 'waiting' or st == 'assigned') and 1 or 0 }
