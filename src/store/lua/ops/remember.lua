-- What the assistant keeps in mind.
call('SET', key('r', s.id), memory)
