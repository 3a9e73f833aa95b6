-- Forgets a conversation: its words, names, addresses and its id. Its episodes stay, each for itself under an id that
-- nothing leads to (`ids`, one for each: else it is told how many it takes), so that figures are what they were. What is
-- left of the conversation refuses whoever comes with its tokens, for as long as any of them can live (`seconds`).
-- shared: several write in it, see unsay.lua.
-- makes room
-- uses: base tally state line person ending shelf
local s = load(id)
if groupOf(s.who) == '1' then return answer.shared {} end
if s.number > #ids then return answer.more { episodes = s.number } end

local function moved(list, from, to)
  local score = call('ZSCORE', list, from)
  call('ZREM', list, from)
  if score and to then call('ZADD', list, score, to) end
end

if s.state ~= 'closed' and s.number > 0 then
  finish(s, 'gave-up')
  call('HSET', s.record, unpack(s.case))
end

-- Whose time ran when, in the episode that began with an entry, as src/effort/stints.ts reads it: letters and times.
local function timesOf(entries, from)
  local found, running, over = {}, '', false
  for _, entry in ipairs(entries) do
    local space, till = string.find(entry, ' ', 1, true), string.find(entry, '\n', 1, true)
    local n = int(string.sub(entry, 3, space - 1))
    local kind = n == from and 'b' or string.sub(entry, 2, 2)
    if n >= from and kind ~= '-' and running == 'x' then
      local again = string.find(entry, '\tkreopened', 1, true)
      over = over or not again or again > till
      if not over then -- from its end until then it was the customer's time
        running = 'c'
        found[#found] = running .. string.sub(found[#found], 2)
      end
    end
    if n >= from and kind ~= '-' and kind ~= running and not over then
      found[#found + 1] = kind .. string.sub(entry, space + 1, math.min(string.find(entry, '\t', 1, true) or till, till) - 1)
      running = kind
    end
  end
  return table.concat(found, ' ')
end

local channel, entries = channelOf(s.who), call('LRANGE', key('t', s.id), 0, -1)
for n = 1, s.number do
  local old, fresh = key('p', n .. ':' .. s.id), ids[n]
  local record = call('HGETALL', old)
  for _, person in ipairs({ customer, idOf(s.who), call('HGET', old, E.customer) or '' }) do
    call('ZREM', key('n', person), n .. ' ' .. s.id)
  end
  unshelve(s, call('HGET', old, E.agent) or '', n)
  if #record > 0 then
    call('HSET', key('p', '1:' .. fresh), E.channel, channel, E.times, timesOf(entries, int(call('HGET', old, E.from))), unpack(record))
    -- seats and marks are made of ids
    call('HDEL', key('p', '1:' .. fresh), E.customer, E.receipt, E.comment, E.contact, E.whyWords, E.place, E.seat, E.move, E.freedSeat, E.leaving)
  end
  call('UNLINK', old)
  for _, list in ipairs({ key('x', 'episodes'), key('x', 'asked'), key('y', 'ended') }) do moved(list, n .. ' ' .. s.id, '1 ' .. fresh) end
end
for _, list in ipairs({ key('o', 'owed'), key('i', 'idle'), key('v', 'push'), key('u', customer), key('u', idOf(s.who)) }) do
  call('ZREM', list, s.id)
end
for _, person in ipairs({ customer, personOf(s) }) do
  if call('GET', key('j', person)) == s.id then call('UNLINK', key('j', person)) end
end
for _, entry in ipairs(entries) do unseal(s.id, entry) end
moved(key('y', 'ended'), '0 ' .. s.id)
call('UNLINK', s.key, key('t', s.id), key('d', s.id), key('r', s.id), key('named', s.log))
if not s.push then call('SET', tombstone(s.id), 1, 'EX', seconds) end
s.push, s.state = false, 'none'
notify(s)
return answer.erased { entries = s.seq }
