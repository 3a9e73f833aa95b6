-- What became of an entry of the knowledge base, in the case and in the hour in which it began.
tally(s.bornAt, 'faq:' .. what .. ':' .. id, 1)
local first = call('HINCRBY', s.record, (what == 'shown' and 'faq:' or 'faq-' .. what .. ':') .. id, 1) == 1
if what == 'shown' and first and call('HEXISTS', s.record, E.askedAt) == 1 then tally(s.bornAt, 'faq:escalated:' .. id, 1) end
