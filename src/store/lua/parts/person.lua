-- The person who speaks, over all their conversations: these are in one shard, as ids are made for it (keys.ts).
local mostLives = 100

-- Whose the current episode is, or would be.
local function personOf(s)
  local id = s.state ~= 'closed' and s.customer ~= '' and s.customer or idOf(s.who)
  return id ~= '' and id or s.id
end

-- Episodes of a person that began shortly before `at` and count as contacts.
local function contacts(s, at, person)
  local lives = key('n', person)
  for n = s.number, 1, -1 do -- what an older release began is not known there yet, and named no one
    local episode = pick(key('p', n .. ':' .. s.id), E, 'bornAt', 'customer')
    local born = int(episode.bornAt)
    if born == 0 or at - born >= B.contactMicros or episode.customer then break end
    call('ZADD', lives, 'NX', born, n .. ' ' .. s.id)
  end
  return call('ZCOUNT', lives, '(' .. exact(at - B.contactMicros), exact(at))
end

-- Whether the newest of these was on another channel than this.
local function switched(s, at)
  local newest = call('ZREVRANGEBYSCORE', key('n', s.customer), exact(at), '-inf', 'LIMIT', 0, 1)[1]
  local there = newest and call('HGET', key('c', string.sub(newest, string.find(newest, ' ', 1, true) + 1)), S.channel)
  return there and there ~= channelOf(s.who)
end

-- The current episode is one of theirs.
local function lives(s, at)
  local of = key('n', s.customer)
  call('ZADD', of, at, s.number .. ' ' .. s.id)
  call('ZREMRANGEBYRANK', of, 0, -mostLives - 1)
end

-- The state of the person's ticket in another conversation, and which that is: they have one place in the line, which is kept there. What
-- several write in together has a place of its own.
local function elsewhere(s)
  if groupOf(s.who) == '1' then return '' end
  local other = call('GET', key('j', personOf(s)))
  if not other or other == s.id then return '' end
  local number = call('HGET', key('c', other), C.number)
  local state = number and call('HGET', key('p', number .. ':' .. other), E.state)
  if state == 'waiting' or state == 'assigned' then return state, other end
  return ''
end

local function takesPlace(s)
  if groupOf(s.who) ~= '1' then call('SET', key('j', personOf(s)), s.id) end
end
