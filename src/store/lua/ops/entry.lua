-- What became of an entry of the knowledge base.
tally(s.bornAt, 'faq:' .. what .. ':' .. id, 1)
if what == 'shown' then call('HINCRBY', s.record, 'faq:' .. id, 1) end
