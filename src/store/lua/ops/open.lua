-- An episode begins.
openEpisode(s, at, seq)
