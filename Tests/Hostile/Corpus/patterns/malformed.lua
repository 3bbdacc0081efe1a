-- Patterns that break off.
-- ends: script.error
("x"):find("%")
