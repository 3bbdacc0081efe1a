-- A loop in text that is compiled.
-- ends: limit.deadline
load("while true do end")()
