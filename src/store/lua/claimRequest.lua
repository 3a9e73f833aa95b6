-- Which ticket a claim request for the next one asks for, when it is asked in several places at once: the one that was seen first,
-- until it turned out to be another's (`taken`, '' = none yet). The shard is the agent.
-- uses: base
local meant = key('request', seat)
local known = call('GET', meant)
if known and known ~= taken then return known end
call('SET', meant, seen, 'PX', 600000)
return seen
