-- The line: score = arrival - boost, so a ticket ages by itself and is never scored again.
local function enqueue(s, score)
  call('ZADD', key('q', 'main'), score, s.id)
  call('ZREM', key('l', 'leases'), s.id)
end

local function leave(s)
  call('ZREM', key('q', 'main'), s.id)
  call('ZREM', key('l', 'leases'), s.id)
end
