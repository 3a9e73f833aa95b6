-- Tickets of a queue that is not there any more wait in the main one, at their old place in time.
-- ARGV: shard most queue... -> how many were moved
-- uses: base tally state line
local known, moved = {}, 0
for i = 3, #ARGV do known[ARGV[i]] = true end
for _, queue in ipairs(call('SMEMBERS', key('g', 'queues'))) do
  if not known[queue] then
    for _, id in ipairs(call('ZRANGE', key('q', queue), 0, ARGV[2] - 1)) do
      local s = load(id)
      call('ZREM', key('q', queue), id)
      s.queue = 'main'
      put(s.case, 'qu', s.queue)
      enqueue(s, s.score)
      save(s)
      ring(s)
      moved = moved + 1
    end
    if call('ZCARD', key('q', queue)) == 0 then call('SREM', key('g', 'queues'), queue) end
  end
end
return moved
