-- Tickets of a queue that is not there any more wait in the main one, at their old place in time: how many were moved.
-- uses: base tally state line
local known, moved = {}, 0
for _, queue in ipairs(queues) do known[queue] = true end
for _, queue in ipairs(call('SMEMBERS', key('g', 'queues'))) do
  if not known[queue] then
    for _, id in ipairs(call('ZRANGE', key('q', queue), 0, most - 1)) do
      local s = load(id)
      for _, list in ipairs({ key('q', queue), key('f', queue) }) do call('ZREM', list, id) end
      s.line = 'main'
      put(s.case, E.queue, s.line)
      enqueue(s, s.order)
      save(s)
      notify(s)
      moved = moved + 1
    end
    if call('ZCARD', key('q', queue)) == 0 then call('SREM', key('g', 'queues'), queue) end
  end
end
return moved
