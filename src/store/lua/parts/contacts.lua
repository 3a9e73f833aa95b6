-- Earlier episodes that began shortly before `at` and count as contacts, the current one included.
local function contacts(s, at)
  local count = 0
  for n = s.number, 1, -1 do
    local born = int(call('HGET', key('p', n .. ':' .. s.id), E.bornAt))
    if born == 0 or at - born >= B.contactMicros then return count end
    count = count + 1
  end
  return count
end
