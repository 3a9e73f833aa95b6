-- The name by which the log and the audit know a conversation. From it the conversation is found for as long as it is kept
-- itself, and no longer than `keep`. Empty where there is no conversation.
-- uses: base tally state
local s = find(id)
if s.seq == 0 then return '' end
if s.log == id then -- begun by an older release
  s.log = nameByChance(s, chance)
  call('HSET', s.key, C.log, s.log)
end
call('SET', key('named', s.log), id, 'PX', math.ceil(keep / 1000))
return s.log
