-- Who is served next of the shard's part of some lines, and whether a claim's seat was answered here before.
-- ARGV: shard seat queue... -> known(1 = yes) [id score]
-- reads only
-- uses: base
local best, score
for i = 3, #ARGV do
  local head = call('ZRANGE', key('q', ARGV[i]), 0, 0, 'WITHSCORES')
  if head[1] and (not best or tonumber(head[2]) < score) then best, score = head[1], tonumber(head[2]) end
end
return { call('EXISTS', key('k', ARGV[2])), best or '', score and exact(score) or '0' }
