-- Plans in plans, some of them failing.
-- ends: ok
for i = 1, 10 do
  plan(function()
    customers:get(1).credit = i
    pcall(plan, function() customers:get(2).credit = i error("inner") end)
    plan(function() customers:get(3).credit = i end)
  end)
end
assert(changes():count() == 0)
