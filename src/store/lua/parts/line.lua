-- The lines, one for each queue: score = arrival - boost, so a ticket ages by itself and is never scored again.
local function enqueue(s, score)
  if s.queue ~= 'main' then call('SADD', key('g', 'queues'), s.queue) end -- see adopt.lua
  call('ZADD', key('q', s.queue), score, s.id)
  call('ZREM', key('l', 'leases'), s.id)
end

local function leave(s)
  call('ZREM', key('q', s.queue), s.id)
  call('ZREM', key('l', 'leases'), s.id)
end

-- The pace of a queue: how long its head was the head while somebody was there, smoothed.
local function pace(queue, t, queued)
  local g, at, ew = key('g', 'pace'), 'at ' .. queue, 'ew ' .. queue
  local known = call('HMGET', g, at, ew, 'up')
  local head = math.max(t - math.max(queued, int(known[1]), int(known[3])), 0)
  local smooth = known[2] and (known[2] * 7 + head * 3) / 10 or head
  call('HSET', g, at, exact(math.max(t, int(known[1]))), ew, exact(math.floor(smooth)))
end

-- The head was served: the pace of its queue, how long it waited, and whether the wait it was promised held.
-- Returns when it entered the line.
local function served(s)
  local case = call('HMGET', s.p, 'qa', 'co', 'jn', 'wl', 'wh')
  local queued = int(case[1])
  pace(s.queue, s.t, queued)
  -- who left a message does not sit in the line any more: their wait is told apart
  spread(s.t, (case[2] or '') == '' and 'wait' or 'message', s.w.q + (s.k == 'q' and s.t - s.at or 0))
  if not case[3] and (case[4] or '') ~= '' then
    local wait = s.t - queued
    local kept = wait < int(case[4]) and 'sooner' or wait > int(case[5]) and 'later' or 'kept'
    tally(s.t, 'promise:' .. kept, 1)
  end
  return queued
end
