-- What a customer does beside writing. edited, restored, deleted: the message of this id has these words from now on, or none;
-- how it read goes with the old ones. reacted: noted, once. gone: they took the channel away, and nobody can reach them: their ticket ends.
-- `fresh`: what the message carries from now on; an entry beside it (`words`, `extras`) tells the team.
-- uses: base tally state line person ending
local s, seen, transcript = load(id), key('d', id), key('t', id)
local n = tonumber(call('ZSCORE', seen, activity) or nil)

local function changed(entry)
  local line = string.find(entry, '\n', 1, true)
  local head = string.sub(entry, 1, line - 1) .. '\t'
  local from = string.find(head, speaker, 1, true)
  local who = from and string.sub(head, from, string.find(head, '\t', from + 1, true) - 1) or ''
  return string.sub(head, 1, string.find(head, '\t', 1, true) - 1) .. who .. fresh .. '\n' .. text
end

if s.seq == 0 then return answer.unknown {} end
if what ~= 'reacted' and what ~= 'gone' then
  local old = n and call('LINDEX', transcript, place(s, n))
  if not old or string.sub(old, 1, 1) ~= 'c' then return answer.unknown {} end
  local now = changed(old)
  if now == old then return answer.unknown {} end -- told again
  unseal(id, old)
  call('LSET', transcript, place(s, n), now)
  extras = extras .. '\ta' .. n
elseif what == 'reacted' and n then
  return answer.unknown {}
end
if what == 'gone' then
  if s.state ~= 'waiting' and s.state ~= 'assigned' then return answer.unknown {} end
  finish(s, s.state == 'assigned' and (helped(s) and 'helped' or 'unanswered') or 'gave-up')
end
local seq = append(s, 's', words, extras)
if what == 'gone' then s.stint = '-' end
if what == 'reacted' then call('ZADD', seen, seq, activity) end
save(s)
notify(s)
return answer.amended { seq = seq }
