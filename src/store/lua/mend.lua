-- After a part of the data was lost: puts a conversation back where its own records say that it belongs, so that nobody
-- who waits, is helped or is owed an answer is forgotten.
-- ARGV: shard id episode(the newest that is there) customer('' = not known) text channel -> what was mended: record | numbers |
-- owed | words | ticket | waiting | assigned | stray
-- uses: base tally state line gaps
local id, mended = ARGV[2], {}
local function note(what) mended[#mended + 1] = what end

local c = key('c', id)
if int(call('HGET', c, 'e')) < int(ARGV[3]) then call('HSET', c, 'e', ARGV[3]) end
if call('HSETNX', c, 'cu', ARGV[4]) == 1 then
  call('HSET', c, 'ch', ARGV[6], 'nm', '', 'rf', '')
  note('record')
end

local s = load(id)
local leases, owed = key('l', 'leases'), key('o', 'owed')
local top, heard, gaps = closeGaps(s, ARGV[5])
if top > s.n then
  -- words without their record: the last of the customer's among them is owed an answer, if nobody has it
  if heard > s.heard then put(s.conv, 'hd', heard) end
  if s.next == 0 then s.next = heard end
  put(s.conv, 'n', top)
  put(s.conv, 'nx', s.next)
  note('numbers')
end
if s.next > 0 and not call('ZSCORE', owed, id) then
  call('ZADD', owed, s.t, id)
  note('owed')
end

if top == 0 and s.n > 0 then
  append(s, 's', ARGV[5], '') -- numbers go on, and everyone reads that something is missing
  gaps = 1
end
if gaps > 0 then note('words') end

local place = call('ZSCORE', key('q', s.queue), id)
if s.st == 'none' and (place or call('ZSCORE', leases, id)) then
  -- a ticket without its record: it waits, since when it is in the line
  if s.e == 0 then s.e = 1 end
  s.p, s.score = key('p', s.e .. ':' .. id), place or s.t
  put(s.conv, 'e', s.e)
  for field, value in pairs({ born = s.t, from = 1, cn = 0, sc = s.score, qa = s.t, rs = 'fault', qu = s.queue }) do
    put(s.case, field, value)
  end
  for _, field in ipairs({ 'wb', 'wq', 'wa', 'wc' }) do put(s.case, field, 0) end
  hand(s, 'waiting', '', '')
  tick(s, 'q')
  enqueue(s, s.score)
  call('ZADD', key('x', 'episodes'), s.t, s.e .. ' ' .. id)
  note('ticket')
elseif s.st == 'waiting' and not place then
  enqueue(s, s.score)
  note('waiting')
elseif s.st == 'assigned' and not call('ZSCORE', leases, id) then
  call('ZADD', leases, s.t, id) -- due at once: its agent keeps it with a heartbeat, or it goes to the line
  note('assigned')
end
if s.st == 'assigned' then call('SADD', key('m', s.agent), id) end
local stray = (s.st ~= 'waiting' and call('ZREM', key('q', s.queue), id) or 0)
  + (s.st ~= 'assigned' and call('ZREM', leases, id) or 0)
if stray > 0 then note('stray') end
save(s)
return mended
