-- How the customer is reached later.
put(s.case, E.contact, words)
