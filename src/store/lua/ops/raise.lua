-- What came up meanwhile.
raise(s, boost, reason, receipt)
