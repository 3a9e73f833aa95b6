-- Whose session this is, and what is kept of them. That it was used is written down once in a twentieth of its idle time:
-- a page asks all the time. Whoever is switched off has none.
-- uses: base facts
local record, t = key('session', session), now()
local held = call('HMGET', record, 'person', 'about', 'begun', 'seen', 'till')
local till, seen = int(held[5]), int(held[4])
if not held[1] or till <= t or seen + idle <= t then return answer.none {} end
local who = key('person', held[1])
if call('HGET', who, 'off') == '1' then return answer.none {} end
if t - seen >= idle / 20 then
  call('HSET', record, 'seen', exact(t))
  call('EXPIRE', record, math.ceil(math.min(idle, till - t) / 1000000))
  if call('EXISTS', who) == 1 then call('HSET', who, 'seen', exact(t)) end
end
local facts = factsOf(held[1])
return answer.open { person = held[1], about = held[2], begun = int(held[3]), seen = seen, till = till, facts = facts }
