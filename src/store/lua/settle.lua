-- Stores what a turn decided: all of it or nothing. Refused when another process took the turn over,
-- or when the ticket changed hands since the turn read it. A place in the line is told, never demanded: every customer
-- who enters at the same moment moves it.
-- ARGV: shard id seq lane episode epoch lease idle lineIdle elsewhere(how many are ahead in other shards) op...
-- -> settled [context] | moved context | fenced
-- uses: base tally state line turn ops
local s, seq = load(ARGV[2]), int(ARGV[3])
local again = s.done == seq and seq > 0 -- resent: it is stored already
if s.lane ~= int(ARGV[4]) then return { 'fenced' } end
if not again then
  if s.next ~= seq or s.e ~= int(ARGV[5]) or s.ep ~= int(ARGV[6]) then return { 'moved', context(s) } end
  s.ahead = int(ARGV[10])
  apply(s, 11)
  s.done, s.next = seq, 0
  if s.heard > seq and seq > 0 then
    local later, first = entriesAfter(s, seq, s.heard - seq)
    for i, entry in ipairs(later) do
      if string.sub(entry, 1, 1) == 'c' and s.next == 0 then s.next = first + i - 1 end
    end
  end
  put(s.conv, 'dn', seq)
  put(s.conv, 'nx', s.next)
  s.till = s.next > 0 and s.t + ARGV[7] or 0
  put(s.conv, 'lu', s.till)
  if s.next > 0 then call('ZADD', key('o', 'owed'), s.till, s.id) else call('ZREM', key('o', 'owed'), s.id) end
  local idle = s.next == 0 and ({ bot = ARGV[8], waiting = ARGV[9] })[s.st]
  if idle then watch(s, idle) end
  save(s)
  ring(s)
end
if s.next == 0 then return { 'settled' } end
return { 'settled', context(s) }
