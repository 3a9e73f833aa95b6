-- An agent's heartbeat: keeps them counted as present and renews the tickets they still hold. A ticket whose customer
-- has waited longer than `patience` for an answer is not renewed: it goes back into the line for somebody else.
-- ARGV: shard agent name span('0' = away) lease patience queue... -> pairs: id of what they hold, its seat
-- uses: base tally state
local t, held, agent = now(), {}, ARGV[2]
local agents = key('g', 'agents')
if call('ZCOUNT', agents, t, '+inf') == 0 then call('HSET', key('g', 'pace'), 'up', t) end -- the desk opens
call('HSET', key('g', 'names'), agent, ARGV[3])
local function present(kind)
  if ARGV[4] == '0' then call('ZREM', kind, agent) else call('ZADD', kind, t + ARGV[4], agent) end
end
present(agents)
for i = 7, #ARGV do present(key('g', 'at ' .. ARGV[i])) end
for _, id in ipairs(call('SMEMBERS', key('m', agent))) do
  local s = load(id)
  if s.st ~= 'assigned' or s.agent ~= agent then
    call('SREM', key('m', agent), id) -- left over where a part of the data was lost
  else
    if s.k ~= 'a' or t - s.at < int(ARGV[6]) then call('ZADD', key('l', 'leases'), 'XX', t + ARGV[5], id) end
    held[#held + 1] = id
    held[#held + 1] = s.seat
  end
end
return held
