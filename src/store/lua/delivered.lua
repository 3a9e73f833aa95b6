-- A push channel has delivered up to `seq` (or given up on it). ARGV: shard id seq -> the newest number
-- uses: base tally state
local s, seq = load(ARGV[2]), int(ARGV[3])
if seq > s.n then return s.n end -- of a transcript that was forgotten meanwhile
if seq > int(call('HGET', s.c, 'dl')) then call('HSET', s.c, 'dl', seq) end
if seq >= s.n then call('ZREM', key('v', 'push'), s.id) end
return s.n
