-- A customer in the line has their page open: a sign of life. ARGV: shard id idle -> 1 | 0 when they do not wait
-- uses: base
return call('ZADD', key('i', 'idle'), 'XX', 'CH', now() + ARGV[3], ARGV[2])
