-- gmatch over a pattern that goes back again and again.
-- ends: ok or limit.deadline
for x in (("a"):rep(3000)):gmatch("a*a*a*a*b") do end
