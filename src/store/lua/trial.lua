-- Whether this server lets the store do what it does: each command once, on keys that are gone again at the end.
-- Tells those that were refused, each with its fault.
-- uses: base
local refused = {}
local function try(command, ...)
  local given = redis.pcall(command, ...)
  if type(given) == 'table' and given.err then
    refused[#refused + 1] = answer.refused { command = command, fault = given.err }
  end
end

local hash, zset, stream = key('y', 'hash'), key('y', 'zset'), key('y', 'stream')
local set, text, list = key('y', 'set'), key('y', 'text'), key('y', 'list')
try('TIME')
for _, write in ipairs({ 'HSET', 'HSETNX', 'HINCRBY' }) do try(write, hash, write, 1) end
for _, read in ipairs({ 'HGET', 'HMGET', 'HEXISTS', 'HDEL' }) do try(read, hash, 'HSET') end
try('HGETALL', hash)
try('HKEYS', hash)
try('ZADD', zset, 1, 'a')
for _, read in ipairs({ 'ZSCORE', 'ZRANK', 'ZREM' }) do try(read, zset, 'a') end
for _, read in ipairs({ 'ZCOUNT', 'ZRANGE', 'ZRANGEBYSCORE', 'ZREVRANGEBYSCORE', 'ZREMRANGEBYRANK', 'ZREMRANGEBYSCORE' }) do
  try(read, zset, 0, 0)
end
try('ZCARD', zset)
try('XADD', stream, '1-0', 'a', 'b')
try('XTRIM', stream, 'MINID', 0)
try('RPUSH', list, 'a')
try('LSET', list, 0, 'b')
try('LINDEX', list, 0)
try('LLEN', list)
for _, use in ipairs({ 'LRANGE', 'LTRIM' }) do try(use, list, 0, -1) end
try('SADD', set, 'a')
try('SMEMBERS', set)
try('SREM', set, 'a')
try('SET', text, 1)
for _, use in ipairs({ 'GET', 'EXISTS', 'PTTL', 'PERSIST' }) do try(use, text) end
try('EXPIRE', text, 60)
try('SPUBLISH', key('b', 'bell'), ' ') -- as a bell that tries itself
for _, one in ipairs({ hash, zset, stream, list, set, text }) do try('UNLINK', one) end
return refused
