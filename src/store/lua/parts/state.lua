-- What is read of a conversation, and of its current episode.
local conv = { 'n', 'e', 'ln', 'lu', 'nx', 'hd', 'dn', 'lt', 'ch', 'cu', 'nm', 'vp', 'rf', 'g', 'v', 'lg' }
local case = { 'k', 'at', 'ag', 'se', 'st', 'ep', 'wb', 'wq', 'wa', 'wc', 'an', 'qu', 'sc' }

-- What is left of a conversation that was erased leads to nobody; older releases left the numbers of its episodes.
local function tombstone(id) return key('w', redis.sha1hex(id)) end
local function erased(s) return s.n == 0 and (s.e > 0 or call('EXISTS', tombstone(s.id)) == 1) end

-- What a token says of the conversation it opens: its generation, and how often its tokens were called in.
local function lifeOf(generation, calledIn) return (generation or '0') .. (calledIn and '.' .. calledIn or '') end

-- Whether it opens it still. One that was given out before the beginning ('') opens what began with it; a record without
-- a generation is of an older release, or was put right after damage, and cannot tell.
local function opens(s, life) return life == s.life or s.life == '0' or life == '' and s.life == exact(s.g) end

-- A conversation and its current episode, read once and written once; `fields` is `case`, perhaps with more.
local function load(id, fields)
  local c = key('c', id)
  local h = call('HMGET', c, unpack(conv))
  local s = { id = id, c = c, n = int(h[1]), e = int(h[2]), lane = int(h[3]), till = int(h[4]), next = int(h[5]),
    heard = int(h[6]), done = int(h[7]), who = { unpack(h, 9, 13) }, push = (h[13] or '') ~= '', g = int(h[14]),
    life = lifeOf(h[14], h[15]), log = h[16] or id, conv = {}, case = {} }
  s.p = key('p', s.e .. ':' .. id)
  local p = call('HMGET', s.p, unpack(fields or case))
  s.read, s.k, s.at, s.st, s.ep = p, p[1] or '-', int(p[2]), p[5] or 'none', int(p[6])
  s.w = { b = int(p[7]), q = int(p[8]), a = int(p[9]), c = int(p[10]) }
  s.agent, s.name, s.score, s.queue = p[3] or '', p[11] or '', p[13] or '0', s.st ~= 'closed' and p[12] or 'main'
  s.seat = s.st == 'assigned' and p[4] or ''
  if s.k == 'x' then s.k = '-' end -- after the end, nobody's time runs
  s.t = math.max(now(), s.at, int(h[8])) -- a clock that stepped back makes no stint negative, and no entry older than the last
  return s
end

local function put(list, field, value)
  list[#list + 1] = field
  list[#list + 1] = type(value) == 'number' and exact(value) or value
end

-- A conversation begins: its generation is the time of its birth (milliseconds), so that nothing of an earlier one under
-- the same id is taken for its own; fences count from it. A web page can begin another one, so that for it an id that was
-- erased is refused; a channel that is pushed to (one with a reference) has one id for ever. The log knows it by a name made by chance, which goes with the record.
local function begin(s, reference, customer, chance)
  if reference == '' and erased(s) then return false end
  s.g = math.floor(s.t / 1000)
  s.life, s.lane = exact(s.g), s.g
  s.log = string.sub(redis.sha1hex(s.id .. chance .. exact(s.t)), 1, 12)
  put(s.conv, 'g', s.g)
  put(s.conv, 'lg', s.log)
  call('ZADD', key('u', customer), 'NX', s.g, s.id)
  return true
end

-- Who speaks, by the five arguments from `i` on.
local function introduce(s, i)
  for n = 1, #s.who do
    local value = ARGV[i + n - 1]
    if s.who[n] ~= value then put(s.conv, conv[8 + n], value) end
    s.who[n] = value
  end
  s.push = s.who[5] ~= ''
end

local function save(s)
  if #s.conv > 0 then call('HSET', s.c, unpack(s.conv)) end
  if #s.case > 0 then call('HSET', s.p, unpack(s.case)) end
end

-- Ends the running stint and starts `k`: b(ot), q(ueue), a(gent), c(ustomer), x (closed).
local function tick(s, k)
  if s.k == k then return end
  if s.w[s.k] then
    s.w[s.k] = s.w[s.k] + s.t - s.at
    put(s.case, 'w' .. s.k, s.w[s.k])
  end
  s.k, s.at = k, s.t
  put(s.case, 'k', k)
  put(s.case, 'at', s.t)
end

-- An entry of the transcript is one text: a letter for its role (c(ustomer) b(ot) a(gent) n(ote) s(eam)) and one for
-- whose time runs from here, its number, when it was written, what it carries (see entries.ts), and on
-- the next lines its words.
local function write(role, k, n, t, text, extras)
  return role .. k .. string.format('%d %d', n, t) .. extras .. '\n' .. text
end

local function append(s, role, text, extras)
  s.n = s.n + 1
  call('RPUSH', key('t', s.id), write(role, s.k, s.n, s.t, text, extras))
  put(s.conv, 'n', s.n)
  put(s.conv, 'lt', s.t)
  return s.n
end

-- Where an entry is in the list, whose last is always the newest: its head is cut off by retire.lua.
local function place(s, n) return n - s.n - 1 end

-- Up to `most` entries after a number, and the number of the first of them.
local function entriesAfter(s, after, most)
  local first = math.max(after + 1, s.n - call('LLEN', key('t', s.id)) + 1)
  if first > s.n then return {}, first end
  return call('LRANGE', key('t', s.id), place(s, first), math.min(place(s, first + most - 1), -1)), first
end

-- The ticket changes hands: whoever held it is fenced from here on, and does not have it among theirs any more.
-- An agent who gets it has a seat for it: see seat.lua.
local function hand(s, st, agent, name, seat)
  if s.st == 'assigned' then call('SREM', key('m', s.agent), s.id) end
  if seat then
    call('SADD', key('m', agent), s.id)
    put(s.case, 'se', seat)
  end
  s.st, s.ep, s.agent, s.name = st, math.max(s.ep, s.g) + 1, agent, name
  put(s.case, 'st', st)
  put(s.case, 'ep', s.ep)
  put(s.case, 'ag', agent)
  put(s.case, 'an', name)
end

-- A move that is asked again: the seat it freed, or nil when it was not done yet.
local function freedBefore(s, mark)
  local done = call('HMGET', s.p, 'mv', 'ms')
  return done[1] == mark and done[2]
end

local function moves(s, mark)
  put(s.case, 'mv', mark)
  put(s.case, 'ms', s.seat)
end

-- Somebody is waited for: when nothing is heard for so long, wake.lua looks again.
local function watch(s, idle) call('ZADD', key('i', 'idle'), s.t + idle, s.id) end

local function log(s, kind, who)
  call('XADD', key('e', 'log'), '*', 'k', kind, 'c', s.log, 'e', exact(s.e), 'p', exact(s.ep), 't', exact(s.t), 'w', who)
end

-- From now on the retention runs for the current episode, or for a conversation that has none: see retire.lua.
local function ended(s) call('ZADD', key('y', 'ended'), s.t, s.e .. ' ' .. s.id) end

-- A doorbell: listeners read what is new from the transcript, which is the truth. `more`: a turn runs, which rings again.
local function ring(s, more)
  if s.push then call('ZADD', key('v', 'push'), 'NX', s.t, s.id) end -- its channel must be told: see delivered.lua
  local rings = rung[SHARD] or {}
  rung[SHARD], rings[#rings + 1] = rings, s.st .. (more and '+ ' or ' ') .. s.id
end
