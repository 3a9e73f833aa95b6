-- Counts against a limit: points in a window that begins with the first of them. Without points it only looks.
-- ARGV: shard name points window(ms) -> count left(ms)
-- uses: base
local name, points = key('w', ARGV[2]), int(ARGV[3])
local count, left = int(call('GET', name)) + points, call('PTTL', name)
if left <= 0 then left = int(ARGV[4]) end
if points > 0 then call('SET', name, exact(count), 'PX', left) end
return { count, left }
