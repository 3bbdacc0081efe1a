-- A pattern deeper than the matcher goes.
-- ends: script.error
(("x"):rep(300000)):find((".-"):rep(300000))
