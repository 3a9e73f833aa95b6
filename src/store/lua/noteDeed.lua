-- Adds to what the team has done; nothing in it is ever changed. What is older than `keep` is forgotten.
-- uses: base
local deeds = key('e', 'audit')
call('XADD', deeds, '*', 'deed', deed)
call('XTRIM', deeds, 'MINID', math.max(0, math.floor((now() - keep) / 1000)))
return 1
