-- Counted for the episode and for the hour.
call('HINCRBY', s.record, what, 1)
tally(s.now, what, 1)
