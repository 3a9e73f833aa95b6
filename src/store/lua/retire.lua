-- Forgets what ended longer ago than the retention: episodes with their part of the transcript, conversations in which
-- nothing else is left, and the log. Nothing of an open episode, or of a message still owed a turn, is touched.
-- Any process, any time. ARGV: shard retention(seconds) most -> how many were due, up to `most`
-- makes room
-- uses: base
local old = now() - ARGV[2] * 1000000

local function forget(id, customer)
  call('ZREM', key('u', customer or ''), id)
  call('ZREM', key('v', 'push'), id)
  call('UNLINK', key('c', id), key('t', id), key('r', id), key('d', id))
end

local due = call('ZRANGEBYSCORE', key('y', 'ended'), '-inf', old, 'LIMIT', 0, ARGV[3])
for _, member in ipairs(due) do
  local space = string.find(member, ' ', 1, true)
  local e, id = int(string.sub(member, 1, space - 1)), string.sub(member, space + 1)
  local case, c, from = key('p', e .. ':' .. id), call('HMGET', key('c', id), 'e', 'nx', 'cu', 'n'), false
  while not from and e < int(c[1]) do
    e = e + 1
    from = call('HGET', key('p', e .. ':' .. id), 'from')
  end
  if from or int(c[2]) == 0 then -- a message just heard is about to open the next episode: then it is time
    call('ZREM', key('y', 'ended'), member)
    call('ZREM', key('x', 'episodes'), member)
    call('UNLINK', case)
    if not from then forget(id, c[3]) elseif int(from) <= int(c[4]) then call('LTRIM', key('t', id), from - c[4] - 1, -1) end
  end
end
call('XTRIM', key('e', 'log'), 'MINID', math.floor(old / 1000))
return #due
