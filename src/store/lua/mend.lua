-- After a part of the data was lost: puts a conversation back where its own records say that it belongs, so that nobody
-- who waits, is helped or is owed an answer is forgotten. `newest`: the newest episode that is there; `customer`: '' when
-- it is not known. Tells what was mended: record, numbers, owed, words, ticket, waiting, assigned, stray.
-- uses: base tally state line gaps
local mended = {}
local function note(what) mended[#mended + 1] = what end

local c = key('c', id)
if int(call('HGET', c, C.number)) < newest then call('HSET', c, C.number, newest) end
if call('HSETNX', c, S.id, customer) == 1 then
  call('HSET', c, S.channel, channel, S.name, '', S.reference, '')
  note('record')
end

local s = load(id)
local leases, owed = key('l', 'leases'), key('o', 'owed')
local top, heard, gaps = closeGaps(s, words)
if top > s.seq then
  -- words without their record: the last of the customer's among them is owed an answer, if nobody has it
  if heard > s.heard then put(s.conv, C.heard, heard) end
  if s.next == 0 then s.next = heard end
  put(s.conv, C.seq, top)
  put(s.conv, C.next, s.next)
  note('numbers')
end
if s.next > 0 and not call('ZSCORE', owed, id) then
  call('ZADD', owed, s.now, id)
  note('owed')
end

if top == 0 and s.seq > 0 then
  append(s, 's', words, '') -- numbers go on, and everyone reads that something is missing
  gaps = 1
end
if gaps > 0 then note('words') end

local place = call('ZSCORE', key('q', s.line), id)
if s.state == 'none' and (place or call('ZSCORE', leases, id)) then
  -- a ticket without its record: it waits, since when it is in the line
  if s.number == 0 then s.number = 1 end
  s.record, s.order = key('p', s.number .. ':' .. id), place or s.now
  put(s.conv, C.number, s.number)
  put(s.case, E.bornAt, s.now)
  put(s.case, E.from, 1)
  put(s.case, E.contacts, 0)
  put(s.case, E.order, s.order)
  put(s.case, E.queuedAt, s.now)
  put(s.case, E.askedAt, s.now)
  put(s.case, E.reason, 'fault')
  put(s.case, E.queue, s.line)
  for _, span in pairs(spans) do put(s.case, E[span], 0) end
  assign(s, 'waiting', '', '')
  switchStint(s, 'q')
  enqueue(s, s.order, s.now)
  for _, list in ipairs({ key('x', 'episodes'), key('x', 'asked') }) do call('ZADD', list, s.now, s.number .. ' ' .. id) end
  for _, name in ipairs({ 'episodes', 'asked', 'reason:fault' }) do tally(s.now, name, 1) end
  note('ticket')
elseif s.state == 'waiting' and not place then
  enqueue(s, s.order)
  note('waiting')
elseif s.state == 'assigned' and not call('ZSCORE', leases, id) then
  call('ZADD', leases, s.now, id) -- due at once: its agent keeps it with a heartbeat, or it goes to the line
  note('assigned')
end
if s.state == 'assigned' then call('SADD', key('m', s.agent), id) end
if s.state == 'waiting' then call('ZADD', key('f', s.line), 'NX', int(call('HGET', s.record, E.queuedAt)), id) end
local stray = (s.state ~= 'waiting' and unline(s) and 1 or 0)
  + (s.state ~= 'assigned' and call('ZREM', leases, id) or 0)
if stray > 0 then note('stray') end
save(s)
return mended
