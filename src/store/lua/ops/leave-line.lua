-- The customer goes on with the assistant.
leave(s)
assign(s, 'bot', '', '')
switchStint(s, 'c')
append(s, 's', '', '\tkleft-line')
tally(s.now, 'abandoned', 1)
log(s, 'leave', '')
