-- What became of an entry of the knowledge base.
tally(s.now, 'faq:' .. what .. ':' .. id, 1)
if what == 'shown' then call('HSET', s.record, 'faq:' .. id, 1) end
