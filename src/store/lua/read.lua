-- The transcript after a number of one generation (none: the one that is there), oldest first, and by which ids the channel
-- knows the customer's messages in it. A number that is of another generation, or beyond the end, belongs to what is not
-- there any more: what is there now is all new. `life`: of the token; `free`: read without one.
-- none: it has not begun; gone: what the token opens is not there any more.
-- reads only
-- uses: base state
local s = find(id)
if s.seq == 0 and ((not free and life ~= '') or erased(s)) then return answer.gone {} end
if s.seq == 0 then return answer.none {} end
if not free and not opens(s, life) then return answer.gone {} end
if generation and generation ~= s.generation or after > s.seq then after = 0 end
local state = call('HGET', s.record, E.state)
local found, first = {}, 1
if most > 0 then found, first = entriesAfter(s, after, most) end
return answer.read {
  generation = s.generation,
  life = s.life,
  seq = s.seq,
  entries = found,
  known = call('ZRANGEBYSCORE', key('d', s.id), first, first + #found - 1, 'WITHSCORES'),
  ticket = state == 'waiting' or state == 'assigned',
}
