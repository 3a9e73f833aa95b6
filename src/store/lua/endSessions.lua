-- Ends sessions of a person: these, or all of them where none is named. Tells how many there were.
-- makes room
-- uses: base
local mine, gone = key('sessions', person), 0
if #sessions == 0 then sessions = call('ZRANGE', mine, 0, -1) end
for _, one in ipairs(sessions) do
  if call('HGET', key('session', one), 'person') == person then
    call('UNLINK', key('session', one))
    gone = gone + 1
  end
  call('ZREM', mine, one)
end
return gone
