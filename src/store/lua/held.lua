-- The seats of the tickets that an agent holds.
-- uses: base tally state
local held = {}
for _, id in ipairs(call('SMEMBERS', key('m', agent))) do
  local s = load(id)
  if s.agent == agent and s.seat ~= '' then held[#held + 1] = s.seat end
end
return held
