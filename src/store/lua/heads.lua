-- Who is served next of the shard's part of some lines, and whether a claim's seat was answered here before.
-- reads only
-- uses: base
local best, score
for _, queue in ipairs(queues) do
  local head = call('ZRANGE', key('q', queue), 0, 0, 'WITHSCORES')
  if head[1] and (not best or tonumber(head[2]) < score) then best, score = head[1], tonumber(head[2]) end
end
return answer.head { known = call('EXISTS', key('k', seat)) == 1, id = best or '', order = score or 0 }
