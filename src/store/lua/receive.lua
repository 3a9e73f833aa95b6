-- Keeps a customer's message, marks its turn as owed, and says whether the caller runs it. `life`: of the token, see
-- read.lua. `sealed`: what is masked in it, for so many `seconds`.
-- uses: base tally state line person meet leaving desk turn
local seen = key('d', id)
local s = load(id, true)
local known = call('ZSCORE', seen, activity)
if s.seq == 0 and (life ~= '' or not begin(s, who, activity)) or not opens(s, life) then return answer.gone {} end
if known then return answer.duplicate { seq = tonumber(known) } end
local before = idOf(s.who)
local back = before ~= '' and not isVisitor(before) and isVisitor(idOf(who)) -- who has signed in is no visitor again
if not back then introduce(s, who) end
meet(s, before)
stays(s) -- whoever was about to let them go reads this first

local stint = ({ bot = 'b', waiting = 'q', assigned = 'a' })[s.state]
-- under a person every choice comes too late, and is no word to them
if stint and not (s.state == 'assigned' and string.find(extras, '\tv', 1, true)) then switchStint(s, stint) end
local seq = append(s, 'c', words, extras)
if sealed ~= '' then call('SET', sealOf(id, seq), sealed, 'EX', seconds) end
call('ZADD', seen, seq, activity)
if seq % 32 == 0 then call('ZREMRANGEBYRANK', seen, 0, -97) end

put(s.conv, C.heard, seq)
if s.next == 0 then
  s.next = seq
  put(s.conv, C.next, seq)
end
local free = s.turnLeaseTill < s.now
if free then takeTurnLease(s, lease) end
save(s)
notify(s, free)
if not free then return answer.queued { seq = seq } end
return answer.turn { seq = seq, turn = context(s) }
