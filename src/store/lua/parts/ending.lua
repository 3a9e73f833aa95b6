-- How an episode ends, whatever ends it: everything that is counted of it is counted here.

-- The episode adds something to every entry that was shown in it.
local function blame(s, at, what, by)
  for _, field in ipairs(call('HKEYS', s.record)) do
    local id = string.sub(field, 1, 4) == 'faq:' and string.sub(field, 5)
    if id then tally(at, 'faq:' .. what .. ':' .. id, by) end
  end
end

-- What it cost the customer, by the rules of src/effort/score.ts and from what is stored.
local function effortOf(s, outcome)
  local kept, sum = call('HMGET', s.record, unpack(effortFields)), 0
  for i, rule in ipairs(effortRules) do
    local raw = rule.of == 'left' and (unsolved[outcome] and 1 or 0) or int(kept[i])
    local value = raw < rule.least and 0 or math.max(math.floor(raw / rule.unit + rule.round) - rule.free, 0)
    sum = sum + math.min(rule.most, math.floor(value * rule.each + 0.5))
  end
  return math.min(sum, 100)
end

-- What is counted of the survey belongs to the hour in which the case ended. Before its end it is counted with it.
local function surveyed(s, name, by)
  local endedAt = call('HGET', s.record, E.endedAt)
  if endedAt then tally(int(endedAt), name, by) end
end

-- The end of an episode in the hour of its end: counted (1), or taken back (-1).
local function counted(s, at, outcome, effort, by)
  local ces, asked, transfers = unpack(call('HMGET', s.record, E.ces, 'asked-ces', E.transfers))
  if ces then tally(at, 'ces:' .. ces, by) end
  if asked then tally(at, 'asked-ces', int(asked) * by) end
  if int(transfers) > 0 then tally(at, 'transferred', by) end
  local cost = exact(effort * by) -- a whole number: nothing taken back would be -0
  tally(at, 'outcome:' .. outcome, by)
  tally(at, 'effort:n', by)
  tally(at, 'effort:sum', cost)
  blame(s, at, 'ended', by)
  blame(s, at, 'effort', cost)
  if effort >= B.highEffort then tally(at, 'effort:high', by) end
end

local function finish(s, outcome)
  if s.state == 'waiting' then stood(s, outcome == 'gave-up' and 'left' or 'dropped') end
  leave(s)
  call('ZREM', key('i', 'idle'), s.id)
  assign(s, 'closed', s.agent, s.agentName)
  switchStint(s, 'x')
  put(s.case, E.endedAt, s.now)
  put(s.case, E.outcome, outcome)
  call('HSET', s.record, unpack(s.case)) -- all that happened is in it, the stint that ran until now as well
  local effort = effortOf(s, outcome)
  s.case = {}
  put(s.case, E.effort, effort)
  counted(s, s.now, outcome, effort, 1)
  log(s, 'end', outcome)
  ended(s)
end
