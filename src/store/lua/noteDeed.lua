-- Adds to what the team has done; nothing in it is ever changed. What is asked again (`id`) is there once. `about`: see
-- audit.ts. What is older than `keep` is forgotten.
-- uses: base
local deeds, noted = key('e', 'audit'), key('deed', id)
if call('EXISTS', noted) == 1 then return 0 end
call('SET', noted, 1, 'PX', 600000)
call('XADD', deeds, '*', 'deed', deed, 'about', about)
call('XTRIM', deeds, 'MINID', math.max(0, math.floor((now() - keep) / 1000)))
return 1
