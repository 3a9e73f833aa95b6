-- Counted for the episode, and in the hour in which it began.
call('HINCRBY', s.record, what, 1)
if what == 'asked-ces' then surveyed(s, what, 1) else tally(s.bornAt, what, 1) end
