-- Which ticket a wish for the next one asks for, when it is asked in several places at once: the one that was seen first,
-- until it turned out to be another's. ARGV: shard(the agent) seat seen taken('' = none yet) -> ticket
-- uses: base
local meant = key('a', ARGV[2])
local known = call('GET', meant)
if known and known ~= ARGV[4] then return known end
call('SET', meant, ARGV[3], 'PX', 600000)
return ARGV[3]
