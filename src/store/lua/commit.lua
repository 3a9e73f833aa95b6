-- Stores what a turn decided: all of it or nothing. Refused when another process took the turn over,
-- or when the ticket changed hands since the turn read it. A place in the line is told, never demanded: every customer
-- who enters at the same moment moves it. `ahead`: how many are in other shards. Who has got a place in another
-- conversation meanwhile keeps that one, and who has lost it has none to raise: it is decided again.
-- owing: it is stored, and the next message is owed a turn.
-- uses: base tally state line person desk turn ending ops
local s = load(id)
local again = s.done == seq and seq > 0 -- resent: it is stored already
if s.turnLease ~= turnLease then return answer.fenced {} end
if not again then
  if s.next ~= seq or s.number ~= number or s.epoch ~= epoch then return answer.moved { turn = context(s) } end
  local otherwise
  for _, op in ipairs(effects) do
    if op[1] == 'queue' or op[1] == 'raise-elsewhere' then otherwise = (elsewhere(s) ~= '') == (op[1] == 'queue') end
  end
  if otherwise then return answer.moved { turn = context(s) } end
  s.ahead = ahead
  apply(s, effects)
  s.done, s.next = seq, 0
  if s.heard > seq and seq > 0 then
    local later, first = entriesAfter(s, seq, s.heard - seq)
    for i, entry in ipairs(later) do
      if string.sub(entry, 1, 1) == 'c' and s.next == 0 then s.next = first + i - 1 end
    end
  end
  put(s.conv, C.done, seq)
  put(s.conv, C.next, s.next)
  s.turnLeaseTill = s.next > 0 and s.now + lease or 0
  put(s.conv, C.turnLeaseTill, s.turnLeaseTill)
  if s.next > 0 then call('ZADD', key('o', 'owed'), s.turnLeaseTill, s.id) else call('ZREM', key('o', 'owed'), s.id) end
  local silence = s.next == 0 and ({ bot = idle, waiting = lineIdle })[s.state]
  if silence then watch(s, silence) end
  save(s)
  notify(s)
end
if s.next == 0 then return answer.committed {} end
return answer.owing { turn = context(s) }
