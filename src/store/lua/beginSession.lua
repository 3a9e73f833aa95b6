-- Begins a session, known by the hash of its secret: it ends after `idle` without a call, and after `age` at the latest.
-- The one that the same browser had before ends, whosever it was; of too many of one person, those that would end first do.
-- Whoever comes for the first time is known from now on; the name is that of the provider until an admin has given another.
-- uses: base people
local t, mine, who = now(), key('sessions', person), key('person', person)
local known = call('HMGET', who, 'off', 'named', 'name', 'version')
if known[1] == '1' then return answer.off {} end
if known[2] ~= '1' and known[3] ~= name then callThem(person, name, order) end
if not known[4] then
  call('HSET', who, 'first', exact(t), 'version', 1, 'queues', '', 'capacity', '', 'languages', '', 'off', '', 'by', '')
end
call('HSET', who, 'role', role, 'seen', exact(t))

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
for _, one in ipairs(call('ZRANGE', mine, 0, -1 - most)) do
  call('UNLINK', key('session', one))
  call('ZREM', mine, one)
end
return answer.begun {}
