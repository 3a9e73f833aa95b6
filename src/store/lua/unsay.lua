-- Forgets one of several who write in a conversation: their words, name and id; what the others wrote stays. `speaker`: how
-- an entry names them; one of an older release names nobody, and may be theirs. `words` stand for what is gone. What is
-- kept of an episode in which they wrote, and of what the assistant has in mind, may quote them.
-- makes room
-- uses: base state
local s, gone, transcript = load(id), {}, key('t', id)
for i, entry in ipairs(call('LRANGE', transcript, 0, -1)) do
  local head = string.sub(entry, 1, string.find(entry, '\n', 1, true) - 1)
  local carries = string.find(head, '\t', 1, true) or #head + 1
  local theirs = string.find(head, speaker, 1, true) or not string.find(head, '\tp', 1, true)
  if string.sub(entry, 1, 1) == 'c' and theirs then
    call('LSET', transcript, i - 1, 's' .. string.sub(head, 2, carries - 1) .. '\n' .. words)
    gone[#gone + 1] = int(string.sub(entry, 3, string.find(entry, ' ', 1, true) - 1))
  end
end
local till = s.seq
for n = s.number, 1, -1 do
  local record = key('p', n .. ':' .. id)
  local from, wrote = int(call('HGET', record, E.from)), false
  for _, seq in ipairs(gone) do wrote = wrote or seq >= from and seq <= till end
  if wrote then call('HDEL', record, E.receipt, E.comment, E.contact) end
  if call('HGET', record, E.customer) == customer then call('HSET', record, E.customer, '') end
  call('ZREM', key('n', customer), n .. ' ' .. id)
  till = from - 1
end
if #gone > 0 then call('UNLINK', key('r', id)) end
if idOf(s.who) == customer then call('HSET', s.key, S.id, '', S.name, '') end
call('ZREM', key('u', customer), id)
call('SREM', key('f', id), customer)
notify(s)
return answer.erased { entries = #gone }
