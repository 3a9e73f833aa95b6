-- What is kept of these people; nothing but blanks of whom nobody knows.
-- reads only
-- uses: base facts
local found = {}
for nth, person in ipairs(persons) do found[nth] = factsOf(person) end
return found
