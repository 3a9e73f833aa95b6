-- The lines, one for each queue: score = arrival - boost, so a ticket ages by itself and is never scored again.
-- Beside each line its tickets by when they entered it first, for the longest wait is seldom that of the head.
local function enqueue(s, score, since)
  if s.line ~= 'main' then call('SADD', key('g', 'queues'), s.line) end -- see reassign.lua
  call('ZADD', key('q', s.line), score, s.id)
  call('ZADD', key('f', s.line), since or int(call('HGET', s.record, E.queuedAt)), s.id)
  call('ZREM', key('l', 'leases'), s.id)
end

-- Whether it was in its line.
local function unline(s)
  call('ZREM', key('f', s.line), s.id)
  return call('ZREM', key('q', s.line), s.id) == 1
end

local function leave(s)
  unline(s)
  call('ZREM', key('l', 'leases'), s.id)
end

-- Nobody stands in the line any more: the first time, how that ended and how long it took is kept and counted in the hour
-- in which they came. `served`: a person took them; `left`: they went; `dropped`: it was closed. Who had left a message sat
-- in no line: `taken` where it was taken up, `lost` where it was not.
local function stood(s, how)
  local kept = pick(s.record, E, 'askedAt', 'stood', 'contact')
  if not kept.askedAt or kept.stood then return end
  local wrote, wait = (kept.contact or '') ~= '', s.now - int(kept.askedAt)
  if wrote then how = how == 'served' and 'taken' or 'lost' end
  put(s.case, E.stoodTill, s.now)
  put(s.case, E.stood, how)
  spread(int(kept.askedAt), how, wait)
  if how == 'served' and wait <= B.promptMicros then tally(int(kept.askedAt), 'prompt', 1) end
  if how == 'left' and wait <= B.shortMicros then tally(int(kept.askedAt), 'short', 1) end
end

-- The customer has left the line: they go on with the assistant, and what they were asked in the line is over.
local function leaveLine(s)
  leave(s)
  assign(s, 'bot', '', '')
  switchStint(s, 'c')
  put(s.case, E.place, '')
  s.kept = false
  append(s, 's', '', '\tkleft-line')
  stood(s, 'left')
  log(s, 'leave', '')
end

-- The pace of a queue: how long its head was the head while somebody was there, smoothed. It begins with what is assumed of
-- so many at the desk (src/queue/wait.ts): one quick claim tells little. The same claim, sent again, tells nothing new.
local function pace(queue, t, queuedAt)
  local g, last, smoothed = key('g', 'pace'), 'at ' .. queue, 'ew ' .. queue
  local lastAt, before, up = unpack(call('HMGET', g, last, smoothed, 'up'))
  if int(lastAt) == t then return end
  local head = math.max(t - math.max(queuedAt, int(lastAt), int(up)), 0)
  local assumed = before or B.firstPaceMicros / math.max(call('ZCOUNT', key('desk', queue), t, '+inf'), 1)
  local smooth = (assumed * 7 + head * 3) / 10
  call('HSET', g, last, exact(math.max(t, int(lastAt))), smoothed, exact(math.floor(smooth)))
end

-- The head was served: the pace of its queue, how long it waited, and whether the wait it was promised held.
-- Returns when it entered the line.
local function served(s)
  local kept = pick(s.record, E, 'queuedAt', 'askedAt', 'joined', 'promisedLow', 'promisedHigh')
  local queuedAt, low = int(kept.queuedAt), kept.promisedLow or ''
  pace(s.line, s.now, queuedAt)
  stood(s, 'served')
  if not kept.joined and low ~= '' then
    local wait = s.now - queuedAt
    local held = wait < int(low) and 'sooner' or wait > int(kept.promisedHigh) and 'later' or 'kept'
    put(s.case, E.promise, held)
    tally(int(kept.askedAt or queuedAt), 'promise:' .. held, 1)
  end
  return queuedAt
end
