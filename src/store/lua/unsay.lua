-- Forgets one of several who write in a conversation: their words, name and id; what the others wrote stays. `speaker`: how
-- an entry names them; one of an older release names nobody, and may be theirs. `words` stand for what is gone: their own
-- words, what the assistant answered with them in it, and a note on how they read, which quotes them. What is kept of an
-- episode in which they wrote, and of what the assistant has in mind, may quote them.
-- A turn that runs now may rest on their words: it is fenced, and run anew for what is left.
-- makes room
-- uses: base tally state
local s, gone, transcript = load(id), {}, key('t', id)
local repeated, mostLatest = 6, 20 -- bytes of a message that an answer may repeat, and of how many it may be one
local written = {} -- by number: the words of theirs
local latest = {}

local function bare(said) -- without the spaces around it
  local from, to = 1, #said
  while from <= to and string.byte(said, from) <= 32 do from = from + 1 end
  while to >= from and string.byte(said, to) <= 32 do to = to - 1 end
  return string.sub(said, from, to)
end

local function replace(i, head)
  local carries = string.find(head, '\t', 1, true) or #head + 1
  call('LSET', transcript, i - 1, 's' .. string.sub(head, 2, carries - 1) .. '\n' .. words)
end

local function quotes(role, head, said)
  if role == 'n' then
    local from = string.find(head, '\ta', 1, true)
    local to = from and string.find(head, '\t', from + 2, true)
    return to and string.find(head, '\tr', to, true) and written[string.sub(head, from + 2, to - 1)]
  end
  if role ~= 'b' then return false end
  for _, one in ipairs(latest) do
    if #one >= repeated and string.find(said, one, 1, true) then return true end
  end
end

for i, entry in ipairs(call('LRANGE', transcript, 0, -1)) do
  local line = string.find(entry, '\n', 1, true)
  local role, head, said = string.sub(entry, 1, 1), string.sub(entry, 1, line - 1), string.sub(entry, line + 1)
  local named = string.find(head, speaker, 1, true)
  local theirs = named or not string.find(head, '\tp', 1, true)
  if role == 'c' and theirs then
    unseal(id, entry)
    replace(i, head)
    local n = string.sub(entry, 3, string.find(entry, ' ', 1, true) - 1)
    gone[#gone + 1], written[n] = int(n), true
    latest[(#gone - 1) % mostLatest + 1] = bare(said)
  elseif role == 'c' and string.find(head, '\tq', 1, true) then -- it may quote them
    local from = string.find(head, '\tq', 1, true)
    local till = string.find(head .. '\t', '\t', from + 2, true)
    call('LSET', transcript, i - 1, string.sub(head, 1, from - 1) .. string.sub(head, till) .. '\n' .. said)
  elseif role == 's' and named or quotes(role, head, said) then
    replace(i, head)
  end
end
local till = s.seq
for n = s.number, 1, -1 do
  local record = key('p', n .. ':' .. id)
  local from, wrote = int(call('HGET', record, E.from)), false
  for _, seq in ipairs(gone) do wrote = wrote or seq >= from and seq <= till end
  if wrote then call('HDEL', record, E.receipt, E.comment, E.contact, E.whyWords, E.place) end
  if call('HGET', record, E.customer) == customer then call('HSET', record, E.customer, '') end
  call('ZREM', key('n', customer), n .. ' ' .. id)
  till = from - 1
end
local function runAnew()
  local left, first = entriesAfter(s, s.next - 1, s.seq)
  s.next = 0
  for i, entry in ipairs(left) do
    if s.next == 0 and string.sub(entry, 1, 1) == 'c' then s.next = first + i - 1 end
  end
  put(s.conv, C.next, s.next)
  put(s.conv, C.turnLease, s.turnLease + 1)
  put(s.conv, C.turnLeaseTill, 0)
  if s.next > 0 then
    call('ZADD', key('o', 'owed'), s.now, id)
    return
  end
  call('ZREM', key('o', 'owed'), id)
  if s.state == 'bot' then switchStint(s, 'c') end
  local silence = ({ bot = idle, waiting = lineIdle })[s.state]
  if silence then watch(s, silence) end
end
if #gone > 0 then
  call('UNLINK', key('r', id))
  if s.next > 0 then runAnew() end
end
if idOf(s.who) == customer then call('HSET', s.key, S.id, '', S.name, '', S.vip, '') end
call('ZREM', key('u', customer), id)
call('SREM', key('speakers', id), customer)
save(s)
notify(s)
return answer.erased { entries = #gone }
