-- Stopped in the middle of a plan.
-- ends: limit.deadline
plan(function() customers:update{credit = 1} while true do end end)
