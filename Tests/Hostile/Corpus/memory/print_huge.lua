-- Prints eight megabytes.
-- ends: ok
print(("x"):rep(8 << 20))
