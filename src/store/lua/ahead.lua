-- How many wait in the shard's part of a line before each bound. ARGV: shard queue bound... -> count...
-- reads only
-- uses: base
local counts = {}
for i = 3, #ARGV do counts[i - 2] = call('ZCOUNT', key('q', ARGV[2]), '-inf', ARGV[i]) end
return counts
