-- Somebody was in danger, robbed or in distress: see `grave` of the episode.
put(s.case, E.grave, '1')
