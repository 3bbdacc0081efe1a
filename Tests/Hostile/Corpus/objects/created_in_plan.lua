-- A record after the plan that made it was taken back.
-- ends: record.missing
local r
plan(function() r = reps:create{code = "HX", name = "No one"} end)
local name = r.name
r.name = "Ghost"
