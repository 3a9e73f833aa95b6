-- The episode ends, once.
if s.state == 'closed' then return end
leave(s)
call('ZREM', key('i', 'idle'), s.id)
hand(s, 'closed', s.agent, s.agentName)
tick(s, 'x')
append(s, 's', words, extras)
s.stint = '-' -- what follows (the survey) is nobody's time
put(s.case, E.endedAt, s.now)
put(s.case, E.outcome, outcome)
put(s.case, E.effort, effort)
tally(s.now, 'outcome:' .. outcome, 1)
tally(s.now, 'effort:n', 1)
tally(s.now, 'effort:sum', effort)
blame(s, 'ended', 1)
blame(s, 'effort', effort)
if effort >= B.highEffort then tally(s.now, 'effort:high', 1) end
log(s, 'end', outcome)
ended(s)
