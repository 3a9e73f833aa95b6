-- A closed case goes on as the same one, with whoever reopens it: the agent who had it, or a supervisor (`force`), for
-- some time after its end. `number`: which episode is meant; one that has begun since is not touched. Whoever reopens it
-- knows it as it was closed last (`epoch`), and has read up to `seen`.
-- What its end had counted is taken back from the hour it was counted in, so that a case is counted once in the end.
-- leaving: they have closed it, and it is not told yet.
-- `words`: of the system message; `asked` and `scored`: where the survey is out, and where it was answered.
-- Asked again (same seat: its answer was lost) it gets its first answer.
-- The seat was taken for it until `till`: see seat.lua.
-- uses: base tally state line person ending shelf
local s = load(id)
local own = number == s.number and s.state == 'assigned' and s.agent == agent
if own and s.seat == seat then return answer.reopened { epoch = s.epoch } end
local record = key('p', number .. ':' .. s.id)
local kept = pick(record, E, 'agent', 'queue', 'endedAt', 'outcome', 'effort', 'joined', 'why', 'move', 'ces')
if s.seq == 0 or not kept.queue then return answer.gone {} end
if own and s.leaving ~= '' then return answer.leaving { epoch = s.epoch } end
if number == s.number and s.state == 'assigned' then return answer.open { by = s.agentName } end
if not force and kept.agent ~= agent then return answer.others {} end
if number ~= s.number or s.state ~= 'closed' then return answer.begun {} end
local endedAt = int(kept.endedAt)
if s.now - endedAt > B.reopenMicros then return answer.over {} end
if s.epoch ~= epoch then return answer.fenced { by = s.agentName, state = s.state } end
if s.heard > seen then return answer.wrote { entries = entriesAfter(s, seen, most) } end
if elsewhere(s) ~= '' then return answer.elsewhere {} end
if s.now >= till then return answer.late {} end -- the seat may be another's by now

-- its agent has it again, and had written to them: that is told when they close it again
local goesOn = s.agent == agent and s.answered > int(kept.joined) and string.sub(kept.move or '', -6) == ' close'
if goesOn then tally(endedAt, 'done:' .. agent, -1) end
counted(s, endedAt, kept.outcome, int(kept.effort), -1)
call('ZREM', key('y', 'ended'), s.number .. ' ' .. s.id)
unshelve(s, kept.agent or '')
call('HDEL', s.record, E.endedAt, E.outcome, E.effort, E.why, E.whyWords)
call('UNLINK', key('r', s.id)) -- the survey is asked no more
put(s.case, E.place, '')
put(s.case, E.move, '') -- what comes late of the close is fenced
put(s.case, E.freedSeat, '')

-- what was said after the end was said to the assistant, and had its answer
if owes(s) and s.next == 0 and (kept.why or '') == '' then settled(s, s.heard) end
s.stint, s.since = 'c', endedAt -- nothing was owed to them since
put(s.case, E.stint, s.stint)
assign(s, 'assigned', agent, name, seat)
switchStint(s, owes(s) and 'a' or 'c')
takesPlace(s)
call('HINCRBY', s.record, E.reopens, 1)
changesHands(s)
local told = kept.ces and scored or call('HEXISTS', s.record, 'asked-ces') == 1 and asked or words
local seq = append(s, 's', told, extras)
if not goesOn then put(s.case, E.joined, seq) end
call('ZADD', key('l', 'leases'), s.now + lease, s.id)
log(s, 'reopen', agent)
save(s)
notify(s)
return answer.reopened { epoch = s.epoch }
