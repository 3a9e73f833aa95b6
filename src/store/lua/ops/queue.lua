-- The episode becomes a ticket and enters its line, unless the person has a place already.
if elsewhere(s) ~= '' then return end
takesPlace(s)
assign(s, 'waiting', '', '')
switchStint(s, 'q')
append(s, 's', '', '\tkqueued')
s.queue, s.order = s.line, s.now - boost
enqueue(s, s.order, s.now)
settled(s, 0)
s.ahead = (s.ahead or 0) + call('ZRANK', key('q', s.line), s.id)
put(s.case, E.order, s.order)
put(s.case, E.queuedAt, s.now)
local before = pick(s.record, E, 'askedAt', 'reason')
if not before.askedAt then
  put(s.case, E.askedAt, s.now)
  call('ZADD', key('x', 'asked'), s.now, s.number .. ' ' .. s.id)
  tally(s.now, 'asked', 1)
  blame(s, s.bornAt, 'escalated', 1)
end
countReason(int(before.askedAt or s.now), before.reason, reason)
put(s.case, E.reason, reason)
put(s.case, E.receipt, receipt)
if low then -- whole minutes, as src/queue/wait.ts rounds them
  s.low = math.max(1, math.floor((s.ahead + 1) * low / 60000000 + 0.5))
  s.high = math.max(s.low + 1, math.ceil((s.ahead + 1) * high / 60000000))
end
put(s.case, E.promisedLow, s.low and s.low * 60000000 or '')
put(s.case, E.promisedHigh, s.high and s.high * 60000000 or '')
put(s.case, E.queue, s.queue)
log(s, 'queue', reason)
