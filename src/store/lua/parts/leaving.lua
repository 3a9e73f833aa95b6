-- A move that can be undone: for a moment it is only kept, with the ticket, and nobody is told. The ticket stays with its
-- agent by the same epoch; its lease runs out when the move is due, and then sweep.lua does it, whichever process sweeps.
-- A change of hands in between is the end of it, and so is a word of the customer: they are answered, not let go of.
local function leavesSoon(s, move, due)
  move.due = exact(due)
  move.lease = call('ZSCORE', key('l', 'leases'), s.id) or exact(s.now) -- as it was: a text keeps all its digits
  s.leaving = cjson.encode(move)
  put(s.case, E.leaving, s.leaving)
  call('ZADD', key('l', 'leases'), due, s.id)
end

-- The ticket stays where it is, as if nothing had been done. Whether something was about to be.
local function stays(s)
  if s.leaving == '' then return false end
  call('ZADD', key('l', 'leases'), cjson.decode(s.leaving).lease, s.id)
  s.leaving = ''
  put(s.case, E.leaving, '')
  return true
end
