-- Out of memory in the middle of a plan.
-- ends: limit.memory
plan(function()
  customers:update{credit = 1}
  local s = "x"
  while true do s = s .. s end
end)
