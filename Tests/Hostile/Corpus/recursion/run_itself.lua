-- Runs its own file.
-- ends: script.depth or script.syntax
run("run_itself.lua")
