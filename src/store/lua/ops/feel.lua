-- How the message reads.
put(s.case, E.level, level)
put(s.case, E.felt, s.next)
put(s.case, E.peak, peak)
local at = place(s, s.next)
local entry = call('LINDEX', key('t', s.id), at)
local ends = entry and string.find(entry, '\n', 1, true)
if ends then call('LSET', key('t', s.id), at, string.sub(entry, 1, ends - 1) .. feeling .. string.sub(entry, ends)) end
