-- How many are at the desk for a queue, and its pace: no turn changes either. While nobody is served, because all are full,
-- what is known of the pace is that it is no quicker than this: for so long somebody has waited already.
local desks = {}
local function desk(queue, t)
  local there = key('desk', queue)
  if not desks[there] then
    local smooth, lastAt, up = unpack(call('HMGET', key('g', 'pace'), 'ew ' .. queue, 'at ' .. queue, 'up'))
    local first = call('ZRANGE', key('f', queue), 0, 0, 'WITHSCORES')[2]
    local agents = call('ZCOUNT', there, t, '+inf')
    local stood = first and t - math.max(tonumber(first), int(lastAt), int(up)) or 0
    local assumed = smooth or B.firstPaceMicros / math.max(agents, 1)
    desks[there] = { agents = agents, pace = stood > tonumber(assumed) and stood or int(smooth) }
  end
  return desks[there]
end
