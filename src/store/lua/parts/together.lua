-- The end of every script: its requests one after another, each with its own answer or error, and one ring for all.
-- ARGV: shard, requests (JSON: of each its arguments, of which the first is the shard) -> answers (JSON)
local answers = {}
for _, request in ipairs(cjson.decode(requests)) do
  ARGV = request
  local done, answer = pcall(act)
  nth = nth + 1
  answers[nth] = done and answer or { err = answer }
end
if #rung > 0 then call('SPUBLISH', key('b', 'bell'), table.concat(rung, '\n')) end
return cjson.encode(answers)
