-- Writes a transcript anew, so that every entry is where its number says: damage may have taken some from its middle or
-- its end, and `words` stand for each of them. Returns the newest number, that of the customer's newest message which the
-- record does not know (0 = none), and how many were missing.
local function closeGaps(s, words)
  local transcript, whole, top, heard, gaps = key('t', s.id), {}, 0, 0, 0
  local function add(entry, n)
    whole[#whole + 1] = entry
    top = n
  end
  local function fill(till)
    while top > 0 and top < till do
      add(write('s', '-', top + 1, s.now, words, ''), top + 1)
      gaps = gaps + 1
    end
  end
  for _, entry in ipairs(call('LRANGE', transcript, 0, -1)) do
    local n = int(string.sub(entry, 3, string.find(entry, ' ', 1, true) - 1))
    fill(n - 1)
    if n > top then
      add(entry, n)
      if n > s.seq and string.sub(entry, 1, 1) == 'c' then heard = n end
    end
  end
  fill(s.seq)
  call('UNLINK', transcript)
  for _, entry in ipairs(whole) do call('RPUSH', transcript, entry) end
  return top, heard, gaps
end
