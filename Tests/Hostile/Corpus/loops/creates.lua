-- Creates records for ever.
-- ends: limit.deadline or limit.memory
local n = 0
while true do
  n = n + 1
  reps:create{code = "H" .. n, name = "No one"}
end
