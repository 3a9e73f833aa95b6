-- What a turn needs to know, in one answer. The lane is a lease on the conversation's turns, fenced by a number.
local function takeLane(s, lease)
  s.lane, s.till = s.lane + 1, s.t + lease
  put(s.conv, 'ln', s.lane)
  put(s.conv, 'lu', s.till)
  call('ZADD', key('o', 'owed'), s.till, s.id)
end

-- Episodes of the 72 hours before `at`, the current one included.
local function contacts(s, at)
  local count = 0
  for e = s.e, 1, -1 do
    local born = int(call('HGET', key('p', e .. ':' .. s.id), 'born'))
    if born == 0 or at - born >= 259200000000 then return count end
    count = count + 1
  end
  return count
end

local function context(s, before) -- before: how many are ahead, when that is known already
  local transcript = key('t', s.id)
  local entry = s.next > 0 and call('LINDEX', transcript, place(s, s.next)) or ''
  local line = key('q', s.queue)
  local ahead = before or call('ZRANK', line, s.id) or call('ZCARD', line)
  return { s.lane, s.next, entry, s.e, call('HGETALL', s.p), call('HMGET', s.c, 'ch', 'cu', 'nm', 'rf', 'vp'),
    call('GET', key('m', s.id)), call('LRANGE', transcript, -8, -1),
    { ahead, call('ZCOUNT', key('g', 'at ' .. s.queue), s.t, '+inf'), call('HGET', key('g', 'pace'), 'ew ' .. s.queue) },
    (s.st == 'closed' or s.st == 'none') and contacts(s, s.t) or int(call('HGET', s.p, 'cn')), s.t }
end
