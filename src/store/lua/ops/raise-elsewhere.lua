-- What came up here is about the one place that the person has in another conversation: whoever comes there reads it.
local _, there = elsewhere(s)
if not there then return end
local other = load(there)
raise(other, boost, reason, receipt)
put(other.case, E.grave, '1')
append(other, 'n', words, extras)
save(other)
notify(other)
