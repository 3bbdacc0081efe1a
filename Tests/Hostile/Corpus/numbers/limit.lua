-- Limits out of every range.
-- ends: ok
for _, n in ipairs{0/0, 1/0, 2^63, math.maxinteger, math.mininteger, -1, 2^53 + 1, 0.5} do
  pcall(function() return customers:limit(n):count() end)
  pcall(function() return customers:limit(1, n):count() end)
  pcall(function() return customers:top(n, "credit") end)
  pcall(function() return customers:limit(n, n):rows() end)
  pcall(function() return customers:where("id > 0"):limit(n, n):ids() end)
  pcall(function() return customers:get(n) end)
  pcall(function() return runs(n) end)
  pcall(undo, n)
end
