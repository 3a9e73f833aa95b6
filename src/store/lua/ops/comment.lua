-- What the customer added to their score.
put(s.case, E.comment, words)
