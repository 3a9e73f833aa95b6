-- The assistant says something.
if s.state == 'bot' then switchStint(s, s.heard > s.next and 'b' or 'c') end
append(s, 'b', words, extras)
