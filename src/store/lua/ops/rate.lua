-- What the customer answered to the survey: one score for an episode, ever.
if call('HSETNX', s.record, E.ces, score) == 1 then
  tally(s.now, 'ces:' .. score, 1)
  log(s, 'ces', exact(score))
end
