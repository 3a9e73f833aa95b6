-- What the customer answered to the survey: one score for an episode, ever.
if call('HSETNX', s.record, E.ces, score) == 1 then
  surveyed(s, 'ces:' .. score, 1)
  log(s, 'ces', exact(score))
end
