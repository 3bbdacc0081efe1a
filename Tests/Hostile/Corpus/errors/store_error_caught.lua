-- An error of the store, caught: what it did is taken back, the rest stays in the run.
-- ends: ok
local r = reps:first()
local ok, problem = pcall(function()
  plan(function()
    customers:update{credit = 1}
    reps:create{code = r.code, name = "Twice"}
  end)
end)
assert(not ok and problem.code == "record.duplicate", problem and problem.code)
assert(changes():count() == 0)
