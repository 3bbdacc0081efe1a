-- An iterator made in a plan and used after it.
-- ends: ok
local step
plan(function()
  reps:create{code = "HX", name = "No one"}
  step = reps:each()
end)
while true do
  local r = step()
  if not r then break end
  local ok, problem = pcall(function() return r.name end)
  assert(ok or problem.code ~= "")
end
