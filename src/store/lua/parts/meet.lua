local function isVisitor(person) return string.sub(person, 1, #B.visitorPrefix) == B.visitorPrefix end

-- A person who is known by another id from now on, because they signed in, is joined to who they are: what they had here is
-- theirs, but no second place in the line.
local function join(s, before, person)
  call('ZREM', key('u', before), s.id)
  for n = 1, s.number do
    local record, member = key('p', n .. ':' .. s.id), n .. ' ' .. s.id
    local born = call('ZSCORE', key('n', before), member)
    call('ZREM', key('n', before), member)
    if born then
      call('ZADD', key('n', person), born, member)
      call('HSET', record, E.customer, person)
    end
  end
  s.customer = person
  if call('GET', key('j', before)) == s.id then call('UNLINK', key('j', before)) end
  if s.state == 'waiting' and elsewhere(s) ~= '' then
    leaveLine(s)
  elseif s.state == 'waiting' or s.state == 'assigned' then
    takesPlace(s)
  end
end

-- Who writes: each is found by their id. `before`: who wrote last.
local function meet(s, before)
  local person = idOf(s.who)
  local several = groupOf(s.who) == '1'
  if several then call('SADD', key('speakers', s.id), person) end
  if several or before ~= person then call('ZADD', key('u', person), 'NX', s.generation, s.id) end
  if before ~= person and isVisitor(before) then join(s, before, person) end
end
