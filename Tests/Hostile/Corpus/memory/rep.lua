-- A text of a gigabyte.
-- ends: limit.memory
return #("x"):rep(1 << 30)
