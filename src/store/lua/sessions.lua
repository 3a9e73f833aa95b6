-- The sessions of a person that have not ended, the newest last.
-- uses: base
local found, t = {}, now()
for _, one in ipairs(call('ZRANGE', key('sessions', person), 0, -1)) do
  local held = call('HMGET', key('session', one), 'person', 'about', 'begun', 'seen', 'till')
  if held[1] == person and int(held[5]) > t and int(held[4]) + idle > t then
    found[#found + 1] = answer.listed {
      session = one, about = held[2], begun = int(held[3]), seen = int(held[4]), till = int(held[5]),
    }
  end
end
return found
