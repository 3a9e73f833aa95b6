-- What an agent writes: to the customer (fenced by agent and epoch) or as a note for the team.
-- ARGV: shard id activity agent epoch role(a|n) text extras level(a correction's, or '') about -> said seq | fenced name state
-- uses: base tally state
local s, seen = load(ARGV[2]), key('d', ARGV[2])
local known = call('ZSCORE', seen, ARGV[3])
if known then return { 'said', tonumber(known) } end
local holds = s.st == 'assigned' and s.agent == ARGV[4] and s.ep == int(ARGV[5])
if not (holds or ARGV[6] == 'n' and (s.st == 'waiting' or s.st == 'assigned')) then return { 'fenced', s.name, s.st } end

if ARGV[6] == 'a' then
  tick(s, 'c')
  if call('HSETNX', s.p, 'fr', s.t) == 1 then spread(s.t, 'first', s.t - int(call('HGET', s.p, 'qa'))) end
end
local seq = append(s, ARGV[6], ARGV[7], ARGV[8])
call('ZADD', seen, seq, ARGV[3])
if seq % 32 == 0 then call('ZREMRANGEBYRANK', seen, 0, -97) end
-- the customer's last message reads differently from now on, and so does the row
if ARGV[9] ~= '' and int(ARGV[10]) == s.heard then put(s.case, 'lv', ARGV[9]) end
save(s)
ring(s)
return { 'said', seq }
