-- What came of one entry of the post, told by the process that holds it.
-- sent: the cursor moves on; later: nobody tries before the pause is over; undelivered: it is given up, the team reads
-- why, and a customer who was owed these words and has no ticket gets one (`ticket`: its steps).
-- uses: base tally state line person ending ops
local s = load(id)
local d = pick(s.key, C, 'fence', 'delivered', 'failingSince')
if int(d.fence) ~= fence then return answer.fenced {} end
if result == 'later' then
  local since = tries == 0 and 0 or int(d.failingSince) > 0 and d.failingSince or s.now
  call('HSET', s.key, C.heldTill, s.now + pause, C.tries, tries, C.failingSince, since)
  call('ZADD', key('v', 'push'), s.now + pause, s.id)
  return answer.kept {}
end
if seq <= int(d.delivered) then return answer.kept {} end -- resent: it is known already

call('HSET', s.key, C.delivered, seq, C.heldTill, s.now + pause, C.tries, 0)
call('HDEL', s.key, C.failingSince)
call('ZADD', key('v', 'push'), s.now + pause, s.id)
if result == 'sent' then return answer.kept {} end

local entry = call('LINDEX', key('t', s.id), place(s, seq)) or ' -'
local role, stint = string.sub(entry, 1, 1), string.sub(entry, 2, 2)
append(s, 'n', words, extras)
tally(s.now, 'undelivered', 1)
local owed = (role == 'a' or role == 'b') and stint ~= '-' and stint ~= 'x'
if owed and s.state == 'closed' then openEpisode(s, s.now, s.seq + 1, personOf(s)) end -- one that opens for this opens now
if owed and s.state == 'bot' then apply(s, ticket) end
call('ZREM', key('i', 'idle'), s.id) -- who cannot be asked is not let go for their silence
save(s)
notify(s)
return answer.kept {}
