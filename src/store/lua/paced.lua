-- A head was served in another shard: every shard knows the pace of the whole line.
-- uses: base tally state line
pace(queue, at, queuedAt)
return 1
