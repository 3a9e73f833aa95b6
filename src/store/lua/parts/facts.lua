-- What is kept of somebody who works here.
local function factsOf(person)
  local h = call('HMGET', key('person', person), 'name', 'role', 'queues', 'capacity', 'languages', 'off', 'first', 'seen', 'version', 'by')
  return answer.facts {
    name = h[1] or '', role = h[2] or '', queues = h[3] or '', capacity = tonumber(h[4] or nil), languages = h[5] or '',
    off = h[6] == '1', first = int(h[7]), seen = int(h[8]), version = int(h[9]), by = h[10] or '',
  }
end
