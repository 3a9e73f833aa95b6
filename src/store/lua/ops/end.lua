-- The episode ends, once. Without an outcome it is a person's doing: helped, or not.
if s.state == 'closed' then return end
finish(s, outcome ~= '' and outcome or helped(s) and 'helped' or 'unanswered')
append(s, 's', words, extras)
s.stint = '-' -- what follows (the survey) is nobody's time
