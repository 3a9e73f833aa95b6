-- What is read of a conversation and of its current episode, by the names of src/store/schema/records.ts: C holds the
-- names in the data of a conversation's fields, E those of an episode's, S those of who speaks.

-- What is left of a conversation that was erased leads to nobody; older releases left the numbers of its episodes.
local function tombstone(id) return key('w', redis.sha1hex(id)) end
local function erased(s) return s.seq == 0 and (s.number > 0 or call('EXISTS', tombstone(s.id)) == 1) end

-- What a token says of the conversation it opens: its generation, and how often its tokens were called in.
local function lifeOf(s) return exact(s.generation) .. (s.calledIn ~= '' and '.' .. s.calledIn or '') end

-- Whether it opens it still. One that was given out before the beginning ('') opens what began with it; a record without
-- a generation is of an older release, or was put right after damage, and cannot tell.
local function opens(s, life) return life == s.life or s.life == '0' or life == '' and s.life == exact(s.generation) end

-- Some fields of a record, by name: each as it is stored, false where nothing is.
local function pick(record, names, ...)
  local wanted, asked, found = { ... }, {}, {}
  for i, name in ipairs(wanted) do asked[i] = names[name] end
  local kept = call('HMGET', record, unpack(asked))
  for i, name in ipairs(wanted) do found[name] = kept[i] end
  return found
end

-- A conversation by itself.
local function find(id)
  local c = key('c', id)
  local s = readConversation(id, call('HMGET', c, unpack(conversationFields)))
  s.key, s.conv, s.case, s.life, s.push = c, {}, {}, lifeOf(s), referenceOf(s.who) ~= ''
  s.record = key('p', s.number .. ':' .. id)
  if s.log == '' then s.log = id end
  return s
end

-- A conversation and its current episode, read once and written once; `whole`: with all that a turn reads of it.
local function load(id, whole)
  local s = find(id)
  local kept = call('HMGET', s.record, unpack(whole and turnFields or stateFields))
  readEpisode(s, kept)
  s.kept, s.line = whole and kept, s.state ~= 'closed' and s.queue ~= '' and s.queue or 'main'
  if s.state == '' then s.state = 'none' end
  if s.state ~= 'assigned' then s.seat = '' end
  if s.stint == '' or s.stint == 'x' then s.stint = '-' end -- before and after an episode, nobody's time runs
  s.now = math.max(now(), s.since, s.wroteAt) -- a clock that stepped back makes no stint negative, and no entry older than the last
  return s
end

local function put(list, field, value)
  list[#list + 1] = field
  list[#list + 1] = type(value) == 'number' and exact(value) or value
end

-- What the log and the audit know a conversation by: it goes with the record, and leads to nobody then.
local function nameByChance(s, chance) return string.sub(redis.sha1hex(s.id .. chance .. exact(now())), 1, 12) end

-- A conversation begins: its generation is the time of its birth (milliseconds), so that nothing of an earlier one under
-- the same id is taken for its own; fences count from it. A web page can begin another one, so that for it an id that was
-- erased is refused; who is pushed to (by a reference) has one id for ever.
local function begin(s, who, chance)
  if referenceOf(who) == '' and erased(s) then return false end
  s.generation = math.floor(s.now / 1000)
  s.life, s.turnLease = exact(s.generation), s.generation
  s.log = nameByChance(s, chance)
  put(s.conv, C.generation, s.generation)
  put(s.conv, C.log, s.log)
  call('ZADD', key('u', idOf(who)), 'NX', s.generation, s.id)
  return true
end

-- Who speaks.
local function introduce(s, who)
  for i, field in ipairs(speakerFields) do
    if s.who[i] ~= who[i] then put(s.conv, field, who[i]) end
  end
  s.who, s.push = who, referenceOf(who) ~= ''
end

local function save(s)
  if #s.conv > 0 then call('HSET', s.key, unpack(s.conv)) end
  if #s.case > 0 then call('HSET', s.record, unpack(s.case)) end
end

-- What each stint adds to.
local spans = { b = 'botSpan', q = 'queueSpan', a = 'agentSpan', c = 'customerSpan' }

-- Ends the running stint and starts the next: b(ot), q(ueue), a(gent), c(ustomer), x (closed).
local function switchStint(s, stint)
  if s.stint == stint then return end
  local span = spans[s.stint]
  if span then
    s[span] = s[span] + s.now - s.since
    put(s.case, E[span], s[span])
  end
  s.stint, s.since = stint, s.now
  put(s.case, E.stint, stint)
  put(s.case, E.since, s.now)
end

-- An entry of the transcript is one text: a letter for its role (c(ustomer) b(ot) a(gent) n(ote) s(eam)) and one for
-- whose time runs from here, its number, when it was written, what it carries (see entries.ts), and on
-- the next lines its words.
local function write(role, stint, n, t, words, extras)
  return role .. stint .. string.format('%d %d', n, t) .. extras .. '\n' .. words
end

local function append(s, role, words, extras)
  s.seq = s.seq + 1
  call('RPUSH', key('t', s.id), write(role, s.stint, s.seq, s.now, words, extras))
  put(s.conv, C.seq, s.seq)
  put(s.conv, C.wroteAt, s.now)
  return s.seq
end

-- Where what is masked in an entry is kept sealed.
local function sealOf(id, n) return key('sealed', string.format('%d:', n) .. id) end

-- It goes with its entry.
local function unseal(id, entry)
  local sealed, head = string.find(entry, '\ts', 1, true), string.find(entry, '\n', 1, true)
  if sealed and sealed < head then call('UNLINK', sealOf(id, int(string.sub(entry, 3, string.find(entry, ' ', 1, true) - 1)))) end
end

-- Words in the language that the case is in, where they are told in it: `told` is JSON, by language.
local function inTongue(s, words, told)
  local language = told ~= '{}' and told ~= '' and call('HGET', s.record, E.language)
  return language and cjson.decode(told)[language] or words
end

-- Where an entry is in the list, whose last is always the newest: its head is cut off by retire.lua.
local function place(s, n) return n - s.seq - 1 end

-- Up to `most` entries after a number, and the number of the first of them.
local function entriesAfter(s, after, most)
  local first = math.max(after + 1, s.seq - call('LLEN', key('t', s.id)) + 1)
  if first > s.seq then return {}, first end
  return call('LRANGE', key('t', s.id), place(s, first), math.min(place(s, first + most - 1), -1)), first
end

-- Whether an answer is owed: the last words of the case that want one are the customer's. What the assistant says is none.
-- Words that want none are known by src/conversation/owed.ts.
local function owes(s) return s.heard > s.answered end

-- Whether a person has written to them since they came into the line.
local function helped(s) return s.answered > 0 end

-- No answer is owed to anything up to this entry.
local function settled(s, n)
  s.answered = n
  put(s.case, E.answered, n)
end

-- The ticket changes hands: whoever held it is fenced from here on, and does not have it among theirs any more. What they
-- were about to do with it is not done.
-- An agent who gets it has a seat for it: see seat.lua.
local function assign(s, state, agent, name, seat)
  if s.state == 'assigned' then call('SREM', key('m', s.agent), s.id) end
  if seat then
    call('SADD', key('m', agent), s.id)
    put(s.case, E.seat, seat)
  end
  if s.leaving ~= '' then
    s.leaving = ''
    put(s.case, E.leaving, '')
  end
  s.state, s.epoch, s.agent, s.agentName = state, math.max(s.epoch, s.generation) + 1, agent, name
  put(s.case, E.state, state)
  put(s.case, E.epoch, s.epoch)
  put(s.case, E.agent, agent)
  put(s.case, E.agentName, name)
end

-- Who has it now is another than had it last: the customer has to meet somebody new.
local function changesHands(s)
  local before = call('HGET', s.record, E.heldBy)
  put(s.case, E.heldBy, s.agent)
  put(s.case, E.heldName, s.agentName)
  if before and before ~= s.agent then call('HINCRBY', s.record, E.transfers, 1) end
end

-- A move that is asked again: the seat it freed, or nothing when it was not done yet.
local function freedBefore(s, mark)
  local done = pick(s.record, E, 'move', 'freedSeat')
  return done.move == mark and done.freedSeat
end

local function moves(s, mark)
  put(s.case, E.move, mark)
  put(s.case, E.freedSeat, s.seat)
end

-- Somebody is waited for: when nothing is heard for so long, wake.lua looks again.
local function watch(s, idle) call('ZADD', key('i', 'idle'), s.now + idle, s.id) end

local function log(s, kind, who)
  call('XADD', key('e', 'log'), '*', 'k', kind, 'c', s.log, 'e', exact(s.number), 'p', exact(s.epoch), 't', exact(s.now), 'w', who)
end

-- From now on the retention runs for the current episode, or for a conversation that has none: see retire.lua.
local function ended(s) call('ZADD', key('y', 'ended'), s.now, s.number .. ' ' .. s.id) end

-- A change notifier: listeners read what is new from the transcript, which is the truth. `more`: a turn runs, which rings again.
local function notify(s, more)
  if s.push then call('ZADD', key('v', 'push'), 'NX', s.now, s.id) end -- its channel must be told: see delivered.lua
  local rings = changed[SHARD] or {}
  changed[SHARD], rings[#rings + 1] = rings, s.state .. (more and '+ ' or ' ') .. s.id
end
