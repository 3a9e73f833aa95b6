-- The customer goes on with the assistant.
leaveLine(s)
