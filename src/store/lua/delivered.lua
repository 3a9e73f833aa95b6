-- What came of one entry of the post, told by the process that holds it.
-- sent: the cursor moves on; later: nobody tries before the pause is over; undelivered: it is given up, the team reads
-- why, and a customer who was owed these words and has no ticket gets one.
-- ARGV: shard id fence seq result pause tries text extras op... -> kept | fenced; the first op opens an episode
-- uses: base tally state line turn ops
local s, seq = load(ARGV[2]), int(ARGV[4])
local d = call('HMGET', s.c, 'df', 'dl', 'da')
if int(d[1]) ~= int(ARGV[3]) then return 'fenced' end
if ARGV[5] == 'later' then
  call('HSET', s.c, 'du', s.t + ARGV[6], 'dt', ARGV[7], 'da', ARGV[7] == '0' and 0 or int(d[3]) > 0 and d[3] or s.t)
  call('ZADD', key('v', 'push'), s.t + ARGV[6], s.id)
  return 'kept'
end
if seq <= int(d[2]) then return 'kept' end -- resent: it is known already

call('HSET', s.c, 'dl', seq, 'du', s.t + ARGV[6], 'dt', 0)
call('HDEL', s.c, 'da')
call('ZADD', key('v', 'push'), s.t + ARGV[6], s.id)
if ARGV[5] == 'sent' then return 'kept' end

local entry = call('LINDEX', key('t', s.id), place(s, seq)) or ' -'
local role, stint = string.sub(entry, 1, 1), string.sub(entry, 2, 2)
append(s, 'n', ARGV[8], ARGV[9])
tally(s.t, 'undelivered', 1)
local owed = (role == 'a' or role == 'b') and stint ~= '-' and stint ~= 'x'
if owed and (s.st == 'bot' or s.st == 'closed') then
  ARGV[11], ARGV[12] = s.t, s.n + 1 -- an episode that opens for this opens now
  apply(s, s.st == 'closed' and 10 or 13)
end
call('ZREM', key('i', 'idle'), s.id) -- who cannot be asked is not let go for their silence
save(s)
ring(s)
return 'kept'
