-- How many wait in the shard's part of a line before each bound.
-- reads only
-- uses: base
local counts = {}
for i, bound in ipairs(bounds) do counts[i] = call('ZCOUNT', key('q', queue), '-inf', bound) end
return counts
