-- Thousands of errors, kept and raised late.
-- ends: script.argument
local kept = {}
for i = 1, 2000 do
  local ok, problem = pcall(function() customers:limit(-1) end)
  kept[i] = problem
end
error(kept[1])
