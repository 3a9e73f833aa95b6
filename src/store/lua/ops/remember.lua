-- What the assistant keeps in mind, where a flow waits for an answer, and the language of the case once that is known.
call('SET', key('r', s.id), memory)
put(s.case, E.place, place)
if language ~= '' then put(s.case, E.language, language) end
