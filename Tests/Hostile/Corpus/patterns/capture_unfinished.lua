-- A capture that does not end.
-- ends: script.error
("x"):find("(x")
