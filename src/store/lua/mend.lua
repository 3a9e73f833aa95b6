-- After a part of the data was lost: puts a conversation back where its own record says that it belongs, so that nobody
-- who waits, is helped or is owed an answer is forgotten.
-- ARGV: shard id -> what was mended: numbers | owed | waiting | assigned | stray
-- uses: base tally state line
local s, mended = load(ARGV[2]), {}
local function note(what) mended[#mended + 1] = what end
local transcript, line, leases, owed = key('t', s.id), key('q', s.queue), key('l', 'leases'), key('o', 'owed')

local top = call('XREVRANGE', transcript, '+', '-', 'COUNT', 1)[1]
local newest = top and int(string.sub(top[1], 1, -3)) or 0
if newest > s.n then
  -- words whose record was lost: the newest of the customer's among them is owed an answer
  for _, entry in ipairs(call('XRANGE', transcript, '(' .. s.n .. '-0', '+')) do
    if entry[2][2] == 'c' then s.heard = int(string.sub(entry[1], 1, -3)) end
  end
  put(s.conv, 'n', newest)
  put(s.conv, 'hd', s.heard)
  if s.next == 0 and s.heard > s.n then s.next = s.heard end
  put(s.conv, 'nx', s.next)
  note('numbers')
end
if s.next > 0 and not call('ZSCORE', owed, s.id) then
  call('ZADD', owed, s.t, s.id)
  note('owed')
end
if s.st == 'waiting' and not call('ZSCORE', line, s.id) then
  enqueue(s, s.score)
  note('waiting')
elseif s.st == 'assigned' and not call('ZSCORE', leases, s.id) then
  call('ZADD', leases, s.t, s.id) -- due at once: its agent keeps it with the next heartbeat, or it goes to the line
  note('assigned')
end
local stray = (s.st ~= 'waiting' and call('ZREM', line, s.id) or 0) + (s.st ~= 'assigned' and call('ZREM', leases, s.id) or 0)
if stray > 0 then note('stray') end
save(s)
return mended
