-- The end of every script: its requests one after another, each with its own answer or error, and one ring for all of a
-- shard. requests (JSON: of each its shard, and what is asked) -> answers (JSON)
local answers = {}
for _, request in ipairs(cjson.decode(requests)) do
  SHARD = request[1]
  local done, given = pcall(act, request)
  nth = nth + 1
  answers[nth] = done and given or { err = given }
end
for shard, rings in pairs(changed) do
  SHARD = shard
  call('SPUBLISH', key('b', 'bell'), table.concat(rings, '\n'))
end
return cjson.encode(answers)
