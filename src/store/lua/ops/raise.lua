-- What came up meanwhile: the ticket has another reason, and moves ahead in its line. Repeated, it stays where it is.
put(s.case, E.reason, reason)
put(s.case, E.receipt, receipt)
s.order = int(call('HGET', s.record, E.queuedAt)) - boost
put(s.case, E.order, s.order)
if s.state == 'waiting' then enqueue(s, s.order) end
log(s, 'raise', reason)
