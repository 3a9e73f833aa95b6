-- Part of every script. All keys of a shard carry its tag, so that one script may touch a conversation,
-- its place in the line, its lease and the log at once. Every stored number is an integer; times are microseconds.
local call = redis.call
local SHARD = ARGV[1]

local function key(kind, id) return kind .. ':{' .. SHARD .. '}:' .. id end

local function int(value) return tonumber(value or 0) or 0 end

local function now()
  local t = call('TIME')
  return t[1] * 1000000 + t[2]
end
