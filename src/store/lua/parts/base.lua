-- Part of every script. All keys of a shard carry its tag, so that one script may touch a conversation,
-- its place in the line, its lease and the log at once. Every stored number is an integer; times are microseconds.
-- What a script does is done for each of the requests that came together (see together.lua): SHARD is the one's.
-- What it asks and answers, and what records hold, is known by the names of src/store/schema.
local call = redis.call
local requests, SHARD = ARGV[1], ''
local nth, started, changed = 0, nil, {}

local function key(kind, id) return kind .. ':{' .. SHARD .. '}:' .. id end

local function int(value) return tonumber(value or 0) or 0 end

-- All digits of a number. An answer would else only tell the first fourteen, and a command takes far longer to find them.
local function exact(number) return string.format('%d', number) end

-- No two requests are at once.
local function now()
  if not started then
    local t = call('TIME')
    started = t[1] * 1000000 + t[2]
  end
  return started + nth
end
