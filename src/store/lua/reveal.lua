-- What is kept sealed of an entry, for who holds the ticket; `over`: for a supervisor, whoever has it and while it waits.
-- reads only
-- uses: base state
local s = load(id)
local holds = s.state == 'assigned' and (over or s.agent == agent)
if s.epoch ~= epoch or not (holds or over and s.state == 'waiting') then
  return answer.fenced { by = s.agentName, state = s.state }
end
local found, first = entriesAfter(s, seq - 1, 1)
if first ~= seq or not found[1] then return answer.none {} end
return answer.sealed { entry = found[1], box = call('GET', sealOf(id, seq)) or '' }
