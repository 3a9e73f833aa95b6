-- Turns that are due: owed by a process that died, or of a customer who fell silent. Whoever asks takes them over.
-- ARGV: shard limit lease -> contexts, each with the conversation's id before it
-- uses: base tally state turn
local t, found, owed, idle = now(), {}, key('o', 'owed'), key('i', 'idle')
local function take(kind)
  for _, id in ipairs(call('ZRANGEBYSCORE', kind, '-inf', t, 'LIMIT', 0, ARGV[2])) do
    local s = load(id, told)
    call('ZREM', kind, id)
    if kind == idle and s.next > 0 then
      -- they are not silent any more, and their turn is on the other list
    elseif s.st == 'waiting' and s.next == 0 and call('ZSCORE', key('v', 'push'), id) then
      call('ZADD', kind, t + 60000000, id) -- what they were asked has not reached them yet
    elseif s.next > 0 or s.st == 'bot' or s.st == 'waiting' then
      takeLane(s, ARGV[3])
      save(s)
      found[#found + 1] = id
      found[#found + 1] = context(s)
    end
  end
end
take(owed)
take(idle)
return found
