-- Runs its own file.
-- ends: script.depth or script.error or script.require_circle
run("run_itself.lua")
