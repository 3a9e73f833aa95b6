-- What an agent writes: to the customer (fenced by agent and epoch) or as a note for the team, from whoever sees the ticket
-- at this moment: held by somebody, or in one of the `queues` that they serve.
-- uses: base tally state
local s, seen = load(id), key('d', id)
local known = call('ZSCORE', seen, activity)
if known then return answer.said { seq = tonumber(known) } end
local holds = s.state == 'assigned' and s.agent == agent and s.epoch == epoch
local serves = false
for _, queue in ipairs(queues) do serves = serves or queue == s.line end
if not (holds or note and (s.state == 'assigned' or s.state == 'waiting' and serves)) then
  return answer.fenced { by = s.agentName, state = s.state }
end

if not note then
  switchStint(s, 'c')
  if call('HSETNX', s.record, E.firstWordAt, s.now) == 1 then
    local kept = pick(s.record, E, 'askedAt', 'queuedAt')
    local asked = int(kept.askedAt or kept.queuedAt)
    spread(asked, 'reply', s.now - asked)
  end
  call('HINCRBY', s.record, E.lines, 1)
end
local seq = append(s, note and 'n' or 'a', words, extras)
if not note then settled(s, seq) end
call('ZADD', seen, seq, activity)
if seq % 32 == 0 then call('ZREMRANGEBYRANK', seen, 0, -97) end
-- the row has the mood of the newest message that was read: it follows when that one reads differently from now on
if corrects > 0 then
  local felt = call('HGET', s.record, E.felt) -- an older release kept only which message was the newest
  if corrects == (felt and int(felt) or s.heard) then put(s.case, E.level, level) end
end
save(s)
notify(s)
return answer.said { seq = seq }
