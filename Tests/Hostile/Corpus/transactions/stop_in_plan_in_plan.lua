-- Stopped three plans deep, each caught.
-- ends: limit.deadline
pcall(plan, function()
  pcall(plan, function()
    pcall(plan, function() customers:update{credit = 1} while true do end end)
  end)
end)
