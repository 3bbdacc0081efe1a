-- A set that does not end.
-- ends: script.error
("x"):find("[a-")
