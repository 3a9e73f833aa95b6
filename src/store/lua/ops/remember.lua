-- What the assistant keeps in mind, and where a flow waits for an answer.
call('SET', key('r', s.id), memory)
put(s.case, E.place, place)
