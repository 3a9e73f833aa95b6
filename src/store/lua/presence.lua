-- An agent's heartbeat: keeps them counted as present and renews the tickets they still hold.
-- ARGV: shard agent span('0' = away) lease id... -> ids they do not hold any more
-- uses: base tally state
local t, lost = now(), {}
local agents = key('g', 'agents')
if call('ZCOUNT', agents, t, '+inf') == 0 then call('HSET', key('g', 'pace'), 'up', t) end -- the desk opens
if ARGV[3] == '0' then call('ZREM', agents, ARGV[2]) else call('ZADD', agents, t + ARGV[3], ARGV[2]) end
for i = 5, #ARGV do
  local s = load(ARGV[i])
  if s.st == 'assigned' and s.agent == ARGV[2] then
    call('ZADD', key('l', 'leases'), 'XX', t + ARGV[4], ARGV[i])
  else
    lost[#lost + 1] = ARGV[i]
  end
end
return lost
