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

-- What a turn reads of the record of its episode; decode.ts knows it by its place, from the state on.
local told = { unpack(case) }
for _, field in ipairs({ 'born', 'pk', 'co', 'oc', 'cn', 'turns', 'answers', 'clarified', 'misses', 'repeats', 'offers',
  'unsolved', 'faults', 'escalations', 'handed-back', 'asked-ces', 'replies' }) do told[#told + 1] = field end
local recent = 8

-- How many are at the desk for a queue, and its pace: no turn changes either.
local desks = {}
local function desk(queue, t)
  local there = key('g', 'at ' .. queue)
  if not desks[there] then
    desks[there] = { call('ZCOUNT', there, t, '+inf'), call('HGET', key('g', 'pace'), 'ew ' .. queue) }
  end
  return desks[there]
end

-- What was read of the record still holds where nothing but a stint has changed since: in hear.lua and wake.lua, which
-- read all of it.
local function context(s)
  local transcript, line, there = key('t', s.id), key('q', s.queue), desk(s.queue, s.t)
  local heard = s.next > 0 and s.next <= s.n - recent and call('LINDEX', transcript, place(s, s.next)) or ''
  local ahead = s.st == 'waiting' and call('ZRANK', line, s.id) or call('ZCARD', line)
  local record = s.read
  if #record < #told then record = call('HMGET', s.p, unpack(told)) end
  for i, stint in ipairs({ 'b', 'q', 'a', 'c' }) do record[6 + i] = exact(s.w[stint]) end
  return { s.lane, s.next, exact(s.t), s.e, { unpack(record, 5, #told) }, call('GET', key('r', s.id)), heard,
    call('LRANGE', transcript, -recent, -1),
    (s.st == 'closed' or s.st == 'none') and contacts(s, s.t) or int(record[18]), ahead, there[1], there[2], s.who }
end
