-- Episodes of the 72 hours before `at`, the current one included.
local function contacts(s, at)
  local count = 0
  for n = s.number, 1, -1 do
    local born = int(call('HGET', key('p', n .. ':' .. s.id), E.bornAt))
    if born == 0 or at - born >= 259200000000 then return count end
    count = count + 1
  end
  return count
end
