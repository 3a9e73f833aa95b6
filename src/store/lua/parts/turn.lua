-- What a turn needs to know, in one answer. The turn lease is a lease on the conversation's turns, fenced by a number.
local function takeTurnLease(s, lease)
  s.turnLease, s.turnLeaseTill = s.turnLease + 1, s.now + lease
  put(s.conv, C.turnLease, s.turnLease)
  put(s.conv, C.turnLeaseTill, s.turnLeaseTill)
  call('ZADD', key('o', 'owed'), s.turnLeaseTill, s.id)
end

local recent = 8

-- What was read of the record still holds where it was loaded as a whole: receive.lua and wake.lua change nothing of it but
-- a stint, or say so (`kept`).
local function context(s)
  local transcript, line, there = key('t', s.id), key('q', s.line), desk(s.line, s.now)
  local over = s.state == 'closed' or s.state == 'none'
  return answer.context {
    turnLease = s.turnLease,
    seq = s.next,
    now = s.now,
    number = s.number,
    state = s.state,
    epoch = s.epoch,
    agentName = s.agentName,
    answered = s.answered,
    queue = s.queue,
    order = s.order,
    botSpan = s.botSpan,
    queueSpan = s.queueSpan,
    agentSpan = s.agentSpan,
    customerSpan = s.customerSpan,
    facts = factsOf(s.kept or call('HMGET', s.record, unpack(turnFields))),
    memory = call('GET', key('r', s.id)),
    message = s.next > 0 and s.next <= s.seq - recent and call('LINDEX', transcript, place(s, s.next)) or '',
    latest = call('LRANGE', transcript, -recent, -1),
    contacts = over and contacts(s, s.now, personOf(s)) or nil,
    elsewhere = elsewhere(s),
    ahead = s.state == 'waiting' and call('ZRANK', line, s.id) or call('ZCARD', line),
    agents = there.agents,
    pace = there.pace,
    who = s.who,
  }
end
