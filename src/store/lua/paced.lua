-- A head was served in another shard: every shard knows the pace of the whole line.
-- ARGV: shard queue at queued -> 1
-- uses: base tally line
pace(ARGV[2], int(ARGV[3]), int(ARGV[4]))
return 1
