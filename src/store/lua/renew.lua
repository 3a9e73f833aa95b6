-- Gives out the next secret by which a browser finds its conversation again. Kept are hashes: of the one used last, then of
-- those given for it, several where answers were lost or pages asked at once. Using one of them is the end of the others.
-- What comes back after its end was copied: all that opens the conversation is called in.
-- `life`: of the token; `given`: the secret that is shown, '' = none yet; `parent`: the one for which that was given.
-- uses: base tally state
local s, size = load(id), #next
if s.seq == 0 or not opens(s, life) then return answer.gone {} end
local kept = call('HGET', s.key, C.secrets) or ''
local function at(one) return one ~= '' and string.find(kept, one, 1, true) end

if given == '' or kept == '' or at(given) == 1 then
  local used = kept ~= '' and string.sub(kept, 1, size) or given ~= '' and given or string.rep('-', size)
  kept = used .. string.sub(kept, math.max(#kept - 3 * size, size) + 1) .. next
elseif at(given) or at(parent) then -- by its parent, where the disk has forgotten that it was given
  kept = given .. next
else
  call('HINCRBY', s.key, C.calledIn, 1)
  call('HDEL', s.key, C.secrets)
  notify(s)
  return answer.reused {}
end
call('HSET', s.key, C.secrets, kept)
return answer.renewed { life = s.life }
