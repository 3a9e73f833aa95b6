-- What a turn or a change of hands does to an episode. Each takes its arguments from ARGV[i] on and says how many.
local ops = {}

ops.open = function(s, i) -- since: when the message that opens it was heard; seq: its number
  local before = contacts(s, int(ARGV[i]))
  s.e, s.k, s.at, s.w = s.e + 1, 'b', int(ARGV[i]), { b = 0, q = 0, a = 0, c = 0 }
  if s.t < s.at then s.t = s.at end
  s.p, s.case = key('p', s.e .. ':' .. s.id), { 'born', ARGV[i], 'from', ARGV[i + 1], 'cn', before, 'wb', 0, 'wq', 0, 'wa', 0, 'wc', 0 }
  put(s.case, 'k', s.k)
  put(s.case, 'at', s.at)
  hand(s, 'bot', '', '')
  put(s.conv, 'e', s.e)
  call('UNLINK', key('r', s.id))
  call('ZADD', key('x', 'episodes'), ARGV[i], s.e .. ' ' .. s.id)
  tally(s.t, 'episodes', 1)
  log(s, 'open', '')
  return 2
end

ops.say = function(s, i) -- text, extras
  if s.st == 'bot' then tick(s, s.heard > s.next and 'b' or 'c') end
  append(s, 'b', ARGV[i], ARGV[i + 1])
  return 2
end

ops.feel = function(s, i) -- level, peak, feeling
  put(s.case, 'lv', ARGV[i])
  put(s.case, 'pk', ARGV[i + 1])
  local at = place(s, s.next)
  local entry = call('LINDEX', key('t', s.id), at)
  local ends = entry and string.find(entry, '\n', 1, true)
  if ends then call('LSET', key('t', s.id), at, string.sub(entry, 1, ends - 1) .. ARGV[i + 2] .. string.sub(entry, ends)) end
  return 3
end

ops.remember = function(s, i) -- memory
  call('SET', key('r', s.id), ARGV[i])
  return 1
end

ops.count = function(s, i) -- what
  call('HINCRBY', s.p, ARGV[i], 1)
  tally(s.t, ARGV[i], 1)
  return 1
end

ops.entry = function(s, i) -- what, id: what became of an entry of the knowledge base
  local what, id = ARGV[i], ARGV[i + 1]
  tally(s.t, 'faq:' .. what .. ':' .. id, 1)
  if what == 'shown' then call('HSET', s.p, 'faq:' .. id, 1) end
  return 2
end

-- The episode adds something to every entry that was shown in it.
local function blame(s, what, by)
  for _, field in ipairs(call('HKEYS', s.p)) do
    local id = string.sub(field, 1, 4) == 'faq:' and string.sub(field, 5)
    if id then tally(s.t, 'faq:' .. what .. ':' .. id, by) end
  end
end

-- `text` with every `{slot}` filled in.
local function fill(text, slot, value)
  local from, till = string.find(text, slot, 1, true)
  while from do
    text = string.sub(text, 1, from - 1) .. value .. string.sub(text, till + 1)
    from, till = string.find(text, slot, from, true)
  end
  return text
end

-- After `queue`: words about the place that the ticket has got.
ops['say-place'] = function(s, i) -- text, extras, how many ordinals there are, ordinal...: the last one is for all further
  local count, place = int(ARGV[i + 2]), s.ahead + 1
  local ordinal = fill(ARGV[i + 2 + math.min(place, count)], '{number}', exact(place))
  local text = fill(ARGV[i], '{ordinal}', ordinal)
  if s.low then text = fill(fill(text, '{low}', exact(s.low)), '{high}', exact(s.high)) end
  append(s, 'b', text, ARGV[i + 1])
  return 3 + count
end

ops.queue = function(s, i) -- boost, reason, receipt, low and high: the wait that is promised for each place ('' = none)
  hand(s, 'waiting', '', '')
  tick(s, 'q')
  append(s, 's', '', '\tkqueued')
  enqueue(s, s.t - ARGV[i])
  s.ahead = (s.ahead or 0) + call('ZRANK', key('q', s.queue), s.id)
  put(s.case, 'sc', s.t - ARGV[i])
  put(s.case, 'qa', s.t)
  put(s.case, 'rs', ARGV[i + 1])
  put(s.case, 'rc', ARGV[i + 2])
  if ARGV[i + 3] ~= '' then -- whole minutes, as src/queue/wait.ts rounds them
    s.low = math.max(1, math.floor((s.ahead + 1) * ARGV[i + 3] / 60000000 + 0.5))
    s.high = math.max(s.low + 1, math.ceil((s.ahead + 1) * ARGV[i + 4] / 60000000))
  end
  put(s.case, 'wl', s.low and s.low * 60000000 or '')
  put(s.case, 'wh', s.high and s.high * 60000000 or '')
  put(s.case, 'qu', s.queue)
  tally(s.t, 'reason:' .. ARGV[i + 1], 1)
  blame(s, 'escalated', 1)
  log(s, 'queue', ARGV[i + 1])
  return 5
end

ops['leave-line'] = function(s)
  leave(s)
  hand(s, 'bot', '', '')
  tick(s, 'c')
  append(s, 's', '', '\tkleft-line')
  tally(s.t, 'abandoned', 1)
  log(s, 'leave', '')
  return 0
end

ops['end'] = function(s, i) -- outcome, effort, text, extras
  if s.st == 'closed' then return 4 end -- an episode ends once
  leave(s)
  call('ZREM', key('i', 'idle'), s.id)
  hand(s, 'closed', s.agent, s.name)
  tick(s, 'x')
  append(s, 's', ARGV[i + 2], ARGV[i + 3])
  s.k = '-' -- what follows (the survey) is nobody's time
  put(s.case, 'end', s.t)
  put(s.case, 'oc', ARGV[i])
  put(s.case, 'ef', ARGV[i + 1])
  tally(s.t, 'outcome:' .. ARGV[i], 1)
  tally(s.t, 'effort:n', 1)
  tally(s.t, 'effort:sum', ARGV[i + 1])
  blame(s, 'ended', 1)
  blame(s, 'effort', ARGV[i + 1])
  if int(ARGV[i + 1]) >= 50 then tally(s.t, 'effort:high', 1) end
  log(s, 'end', ARGV[i])
  ended(s)
  return 4
end

ops.rate = function(s, i) -- score: one per episode, ever
  if call('HSETNX', s.p, 'ces', ARGV[i]) == 1 then
    tally(s.t, 'ces:' .. ARGV[i], 1)
    log(s, 'ces', ARGV[i])
  end
  return 1
end

ops.keep = function(s, i) -- field, text: the survey's comment, or how to reach the customer
  put(s.case, ARGV[i], ARGV[i + 1])
  return 2
end

local function apply(s, i)
  while i <= #ARGV do
    i = i + 1 + ops[ARGV[i]](s, i + 1)
  end
end
