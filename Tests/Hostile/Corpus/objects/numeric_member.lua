-- Members by number, by function, by themselves.
-- ends: ok
for _, key in ipairs{1, -1, 0.5, true, print, customers, {}} do
  local ok, problem = pcall(function() return customers[key] end)
  assert(ok or (problem.code or "") ~= "")
  local ok, problem = pcall(function() return customers:first()[key] end)
  assert(ok or (problem.code or "") ~= "")
  pcall(function() customers:first()[key] = 1 end)
end
