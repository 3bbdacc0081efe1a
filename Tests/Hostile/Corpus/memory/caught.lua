-- Catches the stop for want of memory.
-- ends: limit.memory
while true do
  pcall(function()
    local s = "x"
    while true do s = s .. s end
  end)
end
