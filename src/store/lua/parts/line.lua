-- The lines, one for each queue: score = arrival - boost, so a ticket ages by itself and is never scored again.
local function enqueue(s, score)
  call('ZADD', key('q', s.queue), score, s.id)
  call('ZREM', key('l', 'leases'), s.id)
end

local function leave(s)
  call('ZREM', key('q', s.queue), s.id)
  call('ZREM', key('l', 'leases'), s.id)
end

-- The head was served: the pace of its queue, how long it waited, and whether the wait it was promised held.
local function served(s)
  local at, ew = 'at ' .. s.queue, 'ew ' .. s.queue
  local case = call('HMGET', s.p, 'qa', 'co', 'jn', 'wl', 'wh')
  local pace = call('HMGET', key('g', 'pace'), at, ew, 'up')
  local queued = int(case[1])
  local head = s.t - math.max(queued, int(pace[1]), int(pace[3])) -- how long it was the head while somebody was there
  call('HSET', key('g', 'pace'), at, s.t, ew, pace[2] and math.floor((pace[2] * 7 + head * 3) / 10) or head)
  -- who left a message does not sit in the line any more: their wait is told apart
  spread(s.t, (case[2] or '') == '' and 'wait' or 'message', s.w.q + (s.k == 'q' and s.t - s.at or 0))
  if not case[3] and (case[4] or '') ~= '' then
    local wait = s.t - queued
    local kept = wait < int(case[4]) and 'sooner' or wait > int(case[5]) and 'later' or 'kept'
    tally(s.t, 'promise:' .. kept, 1)
  end
end
