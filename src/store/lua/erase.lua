-- Forgets a conversation: its words, names and addresses. Counts and the log of transitions stay, without a name.
-- ARGV: shard id -> number of entries forgotten
-- uses: base tally state line
local s = load(ARGV[2])
if s.n == 0 then return 0 end
leave(s)
for _, kind in ipairs({ 'o:owed', 'i:idle' }) do call('ZREM', key(string.sub(kind, 1, 1), string.sub(kind, 3)), s.id) end
call('SREM', key('u', call('HGET', s.c, 'cu') or ''), s.id)
for e = 1, s.e do
  local p = key('p', e .. ':' .. s.id)
  call('HDEL', p, 'rc', 'me', 'pl', 'cm', 'co')
  if e == s.e and s.st ~= 'closed' then call('HSET', p, 'st', 'closed', 'oc', 'gave-up', 'end', s.t, 'k', 'x') end
end
call('UNLINK', s.c, key('t', s.id), key('d', s.id), key('f', s.id))
call('HSET', s.c, 'e', s.e, 'ln', s.lane + 1) -- numbers go on, so that nothing old is mistaken for something new
log(s, 'erase', '')
ring(s)
return s.n
