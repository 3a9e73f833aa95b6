-- A customer in the line has their page open: a sign of life. 0 when they do not wait.
-- uses: base
return call('ZADD', key('i', 'idle'), 'XX', 'CH', now() + idle, id)
