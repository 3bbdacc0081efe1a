-- The first and the last day, and beyond.
-- ends: ok
for _, text in ipairs{"0001-01-01", "9999-12-31", "0000-01-01", "-0001-01-01", "99999-01-01", "2026-02-30", ""} do
  local ok, day = pcall(date, text)
  if ok then
    for _, n in ipairs{math.maxinteger, math.mininteger, 2^53, -1, 1, 1e9, 12 * 9999} do
      pcall(function() return day:add_months(n) end)
      pcall(function() return day + days(n) end)
      pcall(function() return day - days(n) end)
      pcall(function() return day + hours(n) end)
      pcall(function() return now() + days(n) end)
    end
    pcall(function() return day - date"0001-01-01" end)
    tostring(day) day:year() day:month() day:quarter() day:weekday()
  end
end
