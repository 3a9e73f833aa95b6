-- The end of every script: its requests one after another, each with its own answer or error, and one ring for all of a
-- shard. ARGV: requests (JSON: of each its arguments, of which the first is the shard) -> answers (JSON)
local answers = {}
for _, request in ipairs(cjson.decode(requests)) do
  SHARD, ARGV = request[1], request
  local done, answer = pcall(act)
  nth = nth + 1
  answers[nth] = done and answer or { err = answer }
end
for shard, rings in pairs(rung) do
  SHARD = shard
  call('SPUBLISH', key('b', 'bell'), table.concat(rings, '\n'))
end
return cjson.encode(answers)
