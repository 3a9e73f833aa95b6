-- Hourly counters, each in the hour by which its cases are found: that in which the case began, in which its person first
-- came into the line, or in which it ended (src/effort/measures.ts). Written by the same script as what they count, and kept
-- for a time that counterDays tells. A span goes into a bucket of its own order of magnitude with 64 steps each (under 1.6 %
-- wide), so percentiles over any hours and shards add up.
local function tally(t, field, by)
  local hour = key('h', math.floor(t / 3600000000))
  if call('HINCRBY', hour, field, by) == int(by) then call('EXPIRE', hour, B.counterSeconds) end -- the first of its kind
end

local function spread(t, name, span)
  local v, power = math.floor(span / 1000), 0
  while v >= 128 do
    v = math.floor(v / 2)
    power = power + 1
  end
  tally(t, name .. ':' .. power * 128 + v, 1)
end
