-- The transcript after a number, oldest first, and by which ids the channel knows the customer's messages in it.
-- ARGV: shard id after most -> entries, {id number ...}
-- reads only
-- uses: base state
local s = { id = ARGV[2], n = int(call('HGET', key('c', ARGV[2]), 'n')) }
local found, first = entriesAfter(s, int(ARGV[3]), int(ARGV[4]))
return { found, call('ZRANGEBYSCORE', key('d', s.id), first, first + #found - 1, 'WITHSCORES') }
