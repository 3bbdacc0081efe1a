-- Catches it in a coroutine.
-- ends: limit.memory
while true do
  coroutine.resume(coroutine.create(function() return ("x"):rep(1 << 30) end))
end
