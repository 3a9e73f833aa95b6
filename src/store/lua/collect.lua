-- Takes the post of a push channel for one process, or (with its fence) renews what it holds and reads on.
-- ARGV: shard id fence('0' = take) lease most -> none | busy | post fence reference tries failing-since entries
-- uses: base tally state
local s, fence = load(ARGV[2]), int(ARGV[3])
local d = call('HMGET', s.c, 'dl', 'df', 'du', 'dt', 'da', 'rf')
local cursor, held = int(d[1]), math.max(int(d[2]), s.g)
if fence == 0 and int(d[3]) > s.t or fence > 0 and fence ~= int(d[2]) then return { 'busy' } end

local post, found, first = {}, {}, 0
repeat
  if s.push then found, first = entriesAfter(s, cursor, int(ARGV[5])) end
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
  if s.push then call('HSET', s.c, 'dl', cursor, 'du', 0) end
  return { 'none' }
end
if fence == 0 then fence = held + 1 end
call('HSET', s.c, 'dl', cursor, 'df', fence, 'du', s.t + ARGV[4])
call('ZADD', key('v', 'push'), s.t + ARGV[4], s.id)
return { 'post', fence, d[6], int(d[4]), d[5] or 0, post }
