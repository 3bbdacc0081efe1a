-- More captures than there may be.
-- ends: script.error
(("x"):rep(99)):find(("(x)"):rep(64))
