-- Those who work here: how they are listed, and how their sessions end.
-- They are listed by `order`, which is made of their name.
local function callThem(person, name, order)
  local record = key('person', person)
  local before = call('HGET', record, 'order')
  if before and before ~= order then call('ZREM', key('g', 'people'), before) end
  call('ZADD', key('g', 'people'), 0, order)
  call('HSET', record, 'name', name, 'order', order)
end

-- Whoever shows this person something asks anew whether they may, and who they are.
local function ring(person)
  local rings = changed[SHARD] or {}
  changed[SHARD], rings[#rings + 1] = rings, 'person ' .. person
end

-- These of their sessions, or all of them where none is named; tells how many there were.
local function endSessionsOf(person, sessions)
  local mine, gone = key('sessions', person), 0
  if #sessions == 0 then sessions = call('ZRANGE', mine, 0, -1) end
  for _, one in ipairs(sessions) do
    if call('HGET', key('session', one), 'person') == person then
      call('UNLINK', key('session', one))
      gone = gone + 1
    end
    call('ZREM', mine, one)
  end
  if gone > 0 then ring(person) end
  return gone
end
