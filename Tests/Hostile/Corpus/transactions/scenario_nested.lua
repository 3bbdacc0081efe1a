-- Scenarios within scenarios.
-- ends: ok
pcall(function()
  plan(function()
    whatif(function() customers:update{credit = 1} whatif(function() error("x") end) end)
  end)
end)
assert(changes():count() == 0)
