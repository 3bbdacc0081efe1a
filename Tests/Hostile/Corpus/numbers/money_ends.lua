-- The largest and the smallest money.
-- ends: ok
local top, low = money"115292150460684.6975", money"-115292150460684.6975"
for _, m in ipairs{top, low} do
  for _, f in ipairs{
    function() return m + m end, function() return -m end, function() return m - low end, function() return m * 2 end,
    function() return m / -1 end, function() return m / 0.0001 end, function() return m / money"0.0001" end,
    function() return m:times(-1, "half_up") end, function() return m:divide(-1, "half_up") end,
    function() return m:divide(0, "half_up") end, function() return m:allocate(7) end,
    function() return m:allocate{1, math.maxinteger} end, function() return m:allocate{math.maxinteger, math.maxinteger} end,
    function() return m:text("yi") end, function() return m:text() end, function() return tostring(m) end,
    function() return m:allocate(math.maxinteger) end, function() return m:allocate(0) end,
    function() return m // 3 end, function() return m % 3 end,
  } do
    local ok, problem = pcall(f)
    assert(ok or problem.code ~= "host.error")
  end
end
