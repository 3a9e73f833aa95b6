-- After `queue`: words about the place that the ticket has got. The last ordinal is for all further places.
local stands = s.ahead + 1
local ordinal = fill(ordinals[math.min(stands, #ordinals)], '{number}', exact(stands))
local text = fill(words, '{ordinal}', ordinal)
if s.low then text = fill(fill(text, '{low}', exact(s.low)), '{high}', exact(s.high)) end
append(s, 'b', text, extras)
