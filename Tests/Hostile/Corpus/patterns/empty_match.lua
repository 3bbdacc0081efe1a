-- gsub of nothing in a megabyte.
-- ends: ok or limit.deadline
(("x"):rep(1 << 20)):gsub("", "-")
