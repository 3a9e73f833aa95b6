-- An episode begins.
openEpisode(s, at, seq, person ~= '' and person or s.id)
