-- The first words of a conversation: its life, when it was greeted; nothing when anything was said before, or when it was
-- erased.
-- uses: base tally state
local s = load(id)
if s.seq > 0 or not begin(s, who, chance) then return answer.known {} end
introduce(s, who)
append(s, 'b', words, extras)
ended(s) -- unless something is said
save(s)
notify(s)
return answer.begun { life = s.life }
