-- What the steps of a turn have in common; the steps themselves are in lua/ops, one in each file.

-- A new episode of a person, opened by the message of a number that was heard at a time.
local function openEpisode(s, at, seq, person)
  local before = contacts(s, at, person)
  s.customer, s.bornAt = person, at
  s.number, s.stint, s.since = s.number + 1, 'b', at
  if s.now < at then s.now = at end
  s.record, s.case, s.kept = key('p', s.number .. ':' .. s.id), {}, false
  s.queue, s.order, s.answered = '', 0, 0
  put(s.case, E.bornAt, at)
  put(s.case, E.from, seq)
  put(s.case, E.contacts, before)
  if before > 0 and switched(s, at) then put(s.case, E.switched, 1) end
  put(s.case, E.customer, person)
  for _, span in pairs(spans) do
    s[span] = 0
    put(s.case, E[span], 0)
  end
  put(s.case, E.stint, s.stint)
  put(s.case, E.since, at)
  assign(s, 'bot', '', '')
  put(s.conv, C.number, s.number)
  call('UNLINK', key('r', s.id))
  call('ZADD', key('x', 'episodes'), at, s.number .. ' ' .. s.id)
  lives(s, at)
  tally(at, 'episodes', 1)
  if before > 0 then tally(at, 'again', 1) end
  log(s, 'open', '')
end

-- A person asks for one of ours for a reason, one for each case: it was another (`before`), or none.
local function countReason(askedAt, before, reason)
  if before then tally(askedAt, 'reason:' .. before, -1) end
  tally(askedAt, 'reason:' .. reason, 1)
end

-- A ticket has a heavier reason than the one it was opened for: it counts as that from its hour on, and moves ahead in its
-- line. What is no heavier leaves its reason, its receipt and its place as they are.
local function raise(s, boost, reason, receipt)
  local kept = pick(s.record, E, 'reason', 'queuedAt', 'askedAt')
  if weights[reason] <= (weights[kept.reason] or 0) then return end
  local queuedAt = int(kept.queuedAt)
  countReason(int(kept.askedAt or queuedAt), kept.reason, reason)
  put(s.case, E.reason, reason)
  put(s.case, E.receipt, receipt)
  s.order = math.min(s.order, queuedAt - boost)
  put(s.case, E.order, s.order)
  if s.state == 'waiting' then enqueue(s, s.order) end
  log(s, 'raise', reason)
end

-- `text` with every `{slot}` filled in.
local function fill(text, slot, value)
  local from, till = string.find(text, slot, 1, true)
  while from do
    text = string.sub(text, 1, from - 1) .. value .. string.sub(text, till + 1)
    from, till = string.find(text, slot, from, true)
  end
  return text
end
