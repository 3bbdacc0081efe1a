-- Runs its own file.
-- ends: script.depth or script.syntax or script.error
run("run_itself.lua")
