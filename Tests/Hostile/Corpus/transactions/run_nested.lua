-- Runs another script that fails, and catches it.
-- ends: ok
local ok, problem = pcall(run, "parts/writes_then_fails.lua")
assert(not ok)
customers:get(1).credit = customers:get(1).credit
plan(function() pcall(run, "parts/writes_then_fails.lua") end)
assert(changes():count() == 0, changes():count())
