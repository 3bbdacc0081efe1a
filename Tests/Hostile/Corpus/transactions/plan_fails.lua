-- A plan that fails, caught.
-- ends: ok
local ok = pcall(plan, function() customers:update{credit = 1} error("x") end)
assert(not ok and changes():count() == 0)
