-- Ends sessions of a person: these, or all of them where none is named. Tells how many there were.
-- makes room
-- uses: base people
return endSessionsOf(person, sessions)
