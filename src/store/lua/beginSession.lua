-- Begins a session, known by the hash of its secret: it ends after `idle` without a call, and after `age` at the latest.
-- The one that the same browser had before ends, whosever it was; of too many of one person, those that would end first do.
-- uses: base
local t, mine = now(), key('sessions', person)
local till, record = t + age, key('session', session)
call('ZREMRANGEBYSCORE', mine, '-inf', t)
local before = replaces ~= '' and call('HGET', key('session', replaces), 'person')
if before then
  call('UNLINK', key('session', replaces))
  call('ZREM', key('sessions', before), replaces)
end
call('HSET', record, 'person', person, 'about', about, 'begun', exact(t), 'seen', exact(t), 'till', exact(till))
call('EXPIRE', record, math.ceil(math.min(idle, age) / 1000000))
call('ZADD', mine, exact(till), session)
local over = call('ZRANGE', mine, 0, -1 - most)
for _, one in ipairs(over) do
  call('UNLINK', key('session', one))
  call('ZREM', mine, one)
end
return #over
