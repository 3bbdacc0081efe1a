-- Scenarios within scenarios.
-- ends: ok or script.argument or script.error
pcall(function()
  plan(function()
    whatif(function() customers:update{credit = 1} whatif(function() error("x") end) end)
  end)
end)
assert(changes():count() == 0)
