-- The message wants no answer: nothing is owed, unless more was said since.
if s.state == 'assigned' and helped(s) and s.heard == s.next then
  switchStint(s, 'c')
  settled(s, s.heard)
end
