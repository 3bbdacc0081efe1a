-- Catches the stop inside a coroutine.
-- ends: limit.deadline
while true do
  coroutine.resume(coroutine.create(function()
    pcall(function() while true do end end)
  end))
end
