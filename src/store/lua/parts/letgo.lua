-- A ticket leaves the agent's hands: release (into a line, at its old place), hand-back (to the assistant), close.
-- `move`: agent, action, mark; to: the queue, '' = the same; why and because, of a close that is owed an answer; words and
-- extras of the system message; idle; effects: the steps it takes with it. Returns who held it, and whether they helped.
local function letGo(s, move)
  local holder, joined = s.agent, int(call('HGET', s.record, E.joined))
  local wrote = s.answered > joined -- a person, since they took it
  moves(s, move.mark)
  if move.action == 'release' then
    leave(s)
    if move.to ~= '' then s.line = move.to end
    put(s.case, E.queue, s.line)
    assign(s, 'waiting', '', '')
    switchStint(s, 'q')
    enqueue(s, s.order)
    watch(s, move.idle)
  elseif move.action == 'hand-back' then
    -- what the customer wrote to the agent and got no answer to is owed by the assistant now
    local owed = owes(s) and s.next == 0 and s.heard > joined
    leave(s)
    assign(s, 'bot', '', '')
    switchStint(s, owed and 'b' or 'c')
    if owed then
      put(s.conv, C.next, s.heard)
      put(s.conv, C.done, 0)
      call('ZADD', key('o', 'owed'), s.now, s.id)
    end
    watch(s, move.idle)
  elseif move.why ~= '' then
    put(s.case, E.why, move.why)
    put(s.case, E.whyWords, move.because)
    log(s, 'why', move.why)
  end
  if move.action ~= 'release' and wrote and holder ~= '' then
    tally(s.now, 'done:' .. holder, 1)
    log(s, 'helped', holder)
  end
  if move.words ~= '' then append(s, 's', move.words, move.extras) end
  if move.action ~= 'close' then log(s, move.action, move.agent) end
  apply(s, move.effects)
  if move.action == 'close' then shelve(s, holder) end
  save(s)
  notify(s)
  return holder, wrote and holder ~= ''
end
