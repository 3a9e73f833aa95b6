-- Takes the outbox of a push channel for one process, or (with its fence, else 0) renews what it holds and reads on.
-- uses: base tally state
local s = load(id)
local d = pick(s.key, C, 'delivered', 'fence', 'heldTill', 'tries', 'failingSince')
local cursor, held = int(d.delivered), math.max(int(d.fence), s.generation)
if fence == 0 and int(d.heldTill) > s.now or fence > 0 and fence ~= int(d.fence) then return answer.busy {} end

local post, found, first = {}, {}, 0
repeat
  if s.push then found, first = entriesAfter(s, cursor, most) end
  for i, entry in ipairs(found) do
    local role = string.sub(entry, 1, 1)
    if #post > 0 or role ~= 'c' and role ~= 'n' then
      post[#post + 1] = entry
    else
      cursor = first + i - 1 -- the customer's own words and notes need no bringing
    end
  end
until #post > 0 or #found == 0

if #post == 0 then
  call('ZREM', key('v', 'push'), s.id)
  if s.push then call('HSET', s.key, C.delivered, cursor, C.heldTill, 0) end
  return answer.none {}
end
if fence == 0 then fence = held + 1 end
call('HSET', s.key, C.delivered, cursor, C.fence, fence, C.heldTill, s.now + lease)
call('ZADD', key('v', 'push'), s.now + lease, s.id)
local reference, failingSince = referenceOf(s.who), int(d.failingSince)
return answer.lease { fence = fence, reference = reference, tries = int(d.tries), failingSince = failingSince, entries = post }
