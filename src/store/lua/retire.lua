-- Forgets what ended longer ago than the retention (`seconds`): episodes with their part of the transcript, conversations
-- in which nothing else is left, and the log. Nothing of an open episode, or of a message still owed a turn, is touched.
-- Any process, any time. Tells how many were due, up to `most`.
-- makes room
-- uses: base state
local old = now() - seconds * 1000000

local function forget(s)
  local id, customer = s.id, idOf(s.who)
  call('ZREM', key('u', customer), id)
  for _, person in ipairs(call('SMEMBERS', key('speakers', id))) do call('ZREM', key('u', person), id) end
  if call('GET', key('j', customer)) == id then call('UNLINK', key('j', customer)) end
  call('ZREM', key('v', 'push'), id)
  call('UNLINK', key('c', id), key('t', id), key('r', id), key('d', id), key('speakers', id), key('named', s.log))
end

local due = call('ZRANGEBYSCORE', key('y', 'ended'), '-inf', old, 'LIMIT', 0, most)
for _, member in ipairs(due) do
  local space = string.find(member, ' ', 1, true)
  local n, id = int(string.sub(member, 1, space - 1)), string.sub(member, space + 1)
  local record, s, from = key('p', n .. ':' .. id), find(id), false
  while not from and n < s.number do
    n = n + 1
    from = call('HGET', key('p', n .. ':' .. id), E.from)
  end
  if from or s.next == 0 then -- a message just heard is about to open the next episode: then it is time
    call('ZREM', key('y', 'ended'), member)
    call('ZREM', key('x', 'episodes'), member)
    call('ZREM', key('x', 'asked'), member)
    call('ZREM', key('n', call('HGET', record, E.customer) or ''), member)
    call('UNLINK', record)
    if not from then forget(s) elseif int(from) <= s.seq then call('LTRIM', key('t', id), place(s, from), -1) end
  end
end
call('XTRIM', key('e', 'log'), 'MINID', math.floor(old / 1000))
return #due
