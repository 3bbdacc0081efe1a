-- Arithmetic between what does not belong together.
-- ends: ok
local all = {money"1", today(), now(), days(1), 1, 0/0, math.huge, "x", {}, customers, customers:first(), print}
for _, a in ipairs(all) do
  for _, b in ipairs(all) do
    for _, f in ipairs{function() return a + b end, function() return a - b end, function() return a * b end,
      function() return a / b end, function() return a // b end, function() return a % b end,
      function() return a < b end, function() return a <= b end, function() return a == b end,
      function() return a .. b end, function() return -a end, function() return a ^ b end}
    do
      local ok, problem = pcall(f)
      assert(ok or type(problem) == "string" or (problem.code or "x") ~= "host.error")
    end
  end
end
