-- gsub over a pattern that goes back again and again.
-- ends: ok or limit.deadline
(("a"):rep(3000)):gsub(".-.-.-b", "")
