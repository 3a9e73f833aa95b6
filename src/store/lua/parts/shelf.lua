-- What people have closed lately, of everybody and of each agent, for as long as it can be reopened.

local function shelves(holder)
  local found = { key('y', 'closed') }
  if holder ~= '' then found[2] = key('closed', holder) end
  return found
end

local function shelve(s, holder)
  for _, shelf in ipairs(shelves(holder)) do
    call('ZADD', shelf, s.now, s.number .. ' ' .. s.id)
    call('ZREMRANGEBYSCORE', shelf, '-inf', exact(s.now - B.reopenMicros))
    call('EXPIRE', shelf, B.reopenMicros / 1000000)
  end
end

local function unshelve(s, holder, number)
  for _, shelf in ipairs(shelves(holder)) do call('ZREM', shelf, (number or s.number) .. ' ' .. s.id) end
end
