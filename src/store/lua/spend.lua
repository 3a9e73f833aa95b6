-- Counts against a limit: points in a window (milliseconds) that begins with the first of them. Without points it only
-- looks. Tells the count, and how many milliseconds are left.
-- uses: base
local kept = key('count', name)
local count, left = int(call('GET', kept)) + points, call('PTTL', kept)
if left <= 0 then left = window end
if points > 0 then call('SET', kept, exact(count), 'PX', left) end
return answer.spent { count = count, left = left }
