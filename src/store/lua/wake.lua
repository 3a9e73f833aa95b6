-- Turns that are due: owed by a process that died, or of a customer who fell silent. Whoever asks takes them over.
-- uses: base tally state person desk turn
local t, found, owed, idle = now(), {}, key('o', 'owed'), key('i', 'idle')
local function take(kind)
  for _, id in ipairs(call('ZRANGEBYSCORE', kind, '-inf', t, 'LIMIT', 0, limit)) do
    local s = load(id, true)
    call('ZREM', kind, id)
    if kind == idle and s.next > 0 then
      -- they are not silent any more, and their turn is on the other list
    elseif s.state == 'waiting' and s.next == 0 and call('ZSCORE', key('v', 'push'), id) then
      call('ZADD', kind, t + 60000000, id) -- what they were asked has not reached them yet
    elseif s.next > 0 or s.state == 'bot' or s.state == 'waiting' then
      takeTurnLease(s, lease)
      save(s)
      found[#found + 1] = answer.woken { id = id, turn = context(s) }
    end
  end
end
take(owed)
take(idle)
return found
