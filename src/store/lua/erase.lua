-- Forgets a conversation: its words, names, addresses and its id. Its episodes stay, each for itself under an id that
-- nothing leads to, so that figures are what they were. What is left of the conversation refuses whoever comes with its
-- tokens, for as long as any of them can live.
-- ARGV: shard id customer keep(seconds) fresh id... -> number of entries forgotten | -(episodes), for which ids are missing
-- makes room
-- uses: base tally state line
local s = load(ARGV[2])
if s.e > #ARGV - 4 then return -s.e end

local function moved(list, from, to)
  local score = call('ZSCORE', list, from)
  call('ZREM', list, from)
  if score and to then call('ZADD', list, score, to) end
end

if s.st ~= 'closed' and s.e > 0 then
  leave(s)
  call('SREM', key('m', s.agent), s.id)
  tick(s, 'x')
  call('HSET', s.p, 'st', 'closed', 'oc', 'gave-up', 'end', s.t, unpack(s.case))
  ended(s)
end
for e = 1, s.e do
  local old, fresh = key('p', e .. ':' .. s.id), ARGV[4 + e]
  local record = call('HGETALL', old)
  if #record > 0 then
    call('HSET', key('p', '1:' .. fresh), 'ch', s.who[1] or '', unpack(record))
    call('HDEL', key('p', '1:' .. fresh), 'rc', 'cm', 'co', 'se', 'mv', 'ms') -- seats and marks are made of ids
  end
  call('UNLINK', old)
  for _, list in ipairs({ key('x', 'episodes'), key('y', 'ended') }) do moved(list, e .. ' ' .. s.id, '1 ' .. fresh) end
end
for _, list in ipairs({ key('o', 'owed'), key('i', 'idle'), key('v', 'push'), key('u', ARGV[3]), key('u', s.who[2] or '') }) do
  call('ZREM', list, s.id)
end
moved(key('y', 'ended'), '0 ' .. s.id)
call('UNLINK', s.c, key('t', s.id), key('d', s.id), key('r', s.id))
if not s.push then call('SET', tombstone(s.id), 1, 'EX', ARGV[4]) end
s.push, s.st = false, 'none'
ring(s)
return s.n
