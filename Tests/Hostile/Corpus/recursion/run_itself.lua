-- Runs its own file.
-- ends: script.depth
run("run_itself.lua")
