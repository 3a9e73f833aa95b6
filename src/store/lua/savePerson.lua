-- Keeps what an admin (`by`) says of a person, unless somebody else did so after `version`. Whoever is switched off is out
-- everywhere at once. What is kept already is kept, so that it may be asked twice.
-- uses: base people facts
local record = key('person', person)
local h = call('HMGET', record, 'version', 'name', 'queues', 'capacity', 'languages', 'off')
if not h[1] then return answer.none {} end
local same = h[2] == name and h[3] == queues and tonumber(h[4] or nil) == capacity and h[5] == languages and (h[6] == '1') == off
if not same then
  if int(h[1]) ~= version then return answer.changed { facts = factsOf(person) } end
  if h[2] ~= name then
    callThem(person, name, order)
    call('HSET', record, 'named', 1)
  end
  call('HSET', record, 'queues', queues, 'capacity', capacity or '', 'languages', languages, 'off', off and 1 or '')
  call('HSET', record, 'version', version + 1, 'by', by)
  if off then endSessionsOf(person, {}) end
  ring(person)
end
return answer.saved { facts = factsOf(person) }
