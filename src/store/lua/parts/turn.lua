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

-- What a turn reads of the record of its episode; decode.ts knows them by their place.
local told = { 'st', 'ep', 'born', 'wb', 'wq', 'wa', 'wc', 'pk', 'an', 'co', 'oc', 'qu', 'sc', 'cn', 'turns', 'answers',
  'clarified', 'misses', 'repeats', 'offers', 'unsolved', 'faults', 'escalations', 'handed-back', 'asked-ces' }
local recent = 8

-- before: how many are ahead, when that is known already; known: whether the caller knows the customer
local function context(s, before, known)
  local transcript, line = key('t', s.id), key('q', s.queue)
  local heard = s.next > 0 and s.next <= s.n - recent and call('LINDEX', transcript, place(s, s.next)) or ''
  local ahead = before or call('ZRANK', line, s.id) or call('ZCARD', line)
  local case = call('HMGET', s.p, unpack(told))
  return { s.lane, s.next, exact(s.t), s.e, case, call('GET', key('r', s.id)), heard, call('LRANGE', transcript, -recent, -1),
    (s.st == 'closed' or s.st == 'none') and contacts(s, s.t) or int(case[14]),
    ahead, call('ZCOUNT', key('g', 'at ' .. s.queue), s.t, '+inf'), call('HGET', key('g', 'pace'), 'ew ' .. s.queue),
    known and {} or call('HMGET', s.c, 'ch', 'cu', 'nm', 'rf', 'vp') }
end
