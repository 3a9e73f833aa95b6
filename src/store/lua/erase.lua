-- Forgets a conversation: its words, names and addresses. Counts and the log of transitions stay, without a name.
-- ARGV: shard id -> number of entries forgotten
-- makes room
-- uses: base tally state line
local s = load(ARGV[2])
if s.n == 0 then return 0 end
leave(s)
call('ZREM', key('o', 'owed'), s.id)
call('ZREM', key('i', 'idle'), s.id)
call('ZREM', key('v', 'push'), s.id)
s.push = false
call('ZREM', key('u', call('HGET', s.c, 'cu') or ''), s.id)
call('SREM', key('m', s.agent), s.id)
for e = 1, s.e do
  call('HDEL', key('p', e .. ':' .. s.id), 'rc', 'cm', 'co')
end
if s.st ~= 'closed' and s.e > 0 then
  tick(s, 'x')
  call('HSET', s.p, 'st', 'closed', 'oc', 'gave-up', 'end', s.t, unpack(s.case))
  ended(s)
end
local fence = int(call('HGET', s.c, 'df')) + 1
call('UNLINK', s.c, key('t', s.id), key('d', s.id), key('r', s.id))
call('HSET', s.c, 'e', s.e, 'ln', s.lane + 1, 'df', fence) -- numbers go on, so that nothing old is mistaken for something new
log(s, 'erase', '')
ring(s)
return s.n
