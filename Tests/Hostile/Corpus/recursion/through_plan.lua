-- A plan in a plan in a plan.
-- ends: script.depth or limit.deadline
local function again() plan(again) end
plan(again)
