-- Every maker of money, dates and spans, with numbers out of every range.
-- ends: ok
local bad = {0/0, 1/0, -1/0, 2^63, -2^63, 2^53 + 1, math.maxinteger, math.mininteger, -1, 0, 0.1, 1e-300, 1e300, 5e-324}
for _, make in ipairs{wan, yuan, days, hours} do
  for _, n in ipairs(bad) do
    local ok, problem = pcall(make, n)
    assert(ok or (problem.code ~= "" and problem.code ~= "host.error"))
    if ok then
      tostring(problem)
      for _, m in ipairs(bad) do
        pcall(function() return problem * m end)
        pcall(function() return problem / m end)
        pcall(function() return problem + problem end)
        pcall(function() return problem - m end)
        pcall(function() return today() + problem end)
        pcall(function() return now() - problem end)
      end
    end
  end
end
