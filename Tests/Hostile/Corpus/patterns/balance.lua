-- Balanced brackets that never balance.
-- ends: ok or limit.deadline or limit.pattern
(("("):rep(100000)):find("%b()")
