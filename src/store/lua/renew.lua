-- Gives out the next secret by which a browser finds its conversation again. Kept are hashes: of the one used last, then of
-- those given for it, several where answers were lost or pages asked at once. Using one of them is the end of the others.
-- What comes back after its end was copied: all that opens the conversation is called in.
-- ARGV: shard id life(of the token) given('' = none yet) parent(for which that was given) next -> renewed life | gone | reused
-- uses: base tally state
local s, given, next = load(ARGV[2]), ARGV[4], ARGV[6]
if s.n == 0 or not opens(s, ARGV[3]) then return { 'gone' } end
local kept, size = call('HGET', s.c, 'rn') or '', #next
local function at(one) return one ~= '' and string.find(kept, one, 1, true) end

if given == '' or kept == '' or at(given) == 1 then
  local used = kept ~= '' and string.sub(kept, 1, size) or given ~= '' and given or string.rep('-', size)
  kept = used .. string.sub(kept, math.max(#kept - 3 * size, size) + 1) .. next
elseif at(given) or at(ARGV[5]) then -- by its parent, where the disk has forgotten that it was given
  kept = given .. next
else
  call('HINCRBY', s.c, 'v', 1)
  call('HDEL', s.c, 'rn')
  ring(s)
  return { 'reused' }
end
call('HSET', s.c, 'rn', kept)
return { 'renewed', s.life }
