-- Balanced brackets that never balance.
-- ends: ok or limit.deadline
(("("):rep(100000)):find("%b()")
