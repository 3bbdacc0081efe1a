-- More captures than there may be.
-- ends: script.error
("x"):find(("(x)"):rep(64))
