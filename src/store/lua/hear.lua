-- Keeps a customer's message, marks its turn as owed, and says whether the caller runs it.
-- ARGV: shard id activity channel customer name vip reference text extras lease life(of the token, see read.lua)
-- -> duplicate seq | queued seq | turn seq context | gone
-- uses: base tally state turn
local id, seen = ARGV[2], key('d', ARGV[2])
local s = load(id, told)
local known = call('ZSCORE', seen, ARGV[3])
if s.n == 0 and (ARGV[12] ~= '' or not begin(s, ARGV[4], ARGV[5], ARGV[3])) or not opens(s, ARGV[12]) then return { 'gone' } end
if known then return { 'duplicate', tonumber(known) } end
introduce(s, 4)

local k = ({ bot = 'b', waiting = 'q', assigned = 'a' })[s.st]
-- under a person every choice comes too late, and is no word to them
if k and not (s.st == 'assigned' and string.find(ARGV[10], '\tv', 1, true)) then tick(s, k) end
local seq = append(s, 'c', ARGV[9], ARGV[10])
call('ZADD', seen, seq, ARGV[3])
if seq % 32 == 0 then call('ZREMRANGEBYRANK', seen, 0, -97) end

put(s.conv, 'hd', seq)
if s.next == 0 then
  s.next = seq
  put(s.conv, 'nx', seq)
end
local free = s.till < s.t
if free then takeLane(s, ARGV[11]) end
save(s)
ring(s, free)
if not free then return { 'queued', seq } end
return { 'turn', seq, context(s) }
