-- Takes back a move that nobody was told of yet. The ticket stays with its agent, by a new epoch: what comes late of the
-- move that was undone is fenced, and does not do it a second time. May be asked again.
-- uses: base tally state leaving
local s = load(id)
local mark = agent .. ' ' .. exact(epoch) .. ' undo'
local own = s.state == 'assigned' and s.agent == agent
if own and freedBefore(s, mark) then return answer.back { epoch = s.epoch } end
if not own or s.epoch ~= epoch then return answer.fenced { by = s.agentName, state = s.state } end
if stays(s) then
  put(s.case, E.move, mark)
  put(s.case, E.freedSeat, '')
  assign(s, 'assigned', agent, s.agentName, s.seat)
  log(s, 'undo', agent)
  save(s)
  notify(s)
end
return answer.back { epoch = s.epoch }
