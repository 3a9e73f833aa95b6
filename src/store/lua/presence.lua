-- An agent's heartbeat: keeps them counted as present and renews the tickets they still hold. A ticket whose customer
-- has waited longer than `patience` for an answer is not renewed: it goes back into the line for somebody else.
-- ARGV: shard agent name span('0' = away) lease patience queues(number) queue... id... -> ids they do not hold any more
-- uses: base tally state
local t, lost, agent = now(), {}, ARGV[2]
local agents = key('g', 'agents')
if call('ZCOUNT', agents, t, '+inf') == 0 then call('HSET', key('g', 'pace'), 'up', t) end -- the desk opens
call('HSET', key('g', 'names'), agent, ARGV[3])
local function present(kind)
  if ARGV[4] == '0' then call('ZREM', kind, agent) else call('ZADD', kind, t + ARGV[4], agent) end
end
local first = 8 + ARGV[7]
present(agents)
for i = 8, first - 1 do present(key('g', 'at ' .. ARGV[i])) end
for i = first, #ARGV do
  local s = load(ARGV[i])
  if s.st ~= 'assigned' or s.agent ~= agent then
    lost[#lost + 1] = ARGV[i]
  elseif s.k ~= 'a' or t - s.at < int(ARGV[6]) then
    call('ZADD', key('l', 'leases'), 'XX', t + ARGV[5], ARGV[i])
  end
end
return lost
