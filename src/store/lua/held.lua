-- The seats of the tickets that an agent holds. ARGV: shard agent -> seat...
-- uses: base tally state
local held = {}
for _, id in ipairs(call('SMEMBERS', key('m', ARGV[2]))) do
  local s = load(id)
  if s.agent == ARGV[2] and s.seat ~= '' then held[#held + 1] = s.seat end
end
return held
