-- pairs over what the host gives.
-- ends: ok
for _, x in ipairs{customers, customers:first(), customers:rows(), money"1", changes()} do
  local ok, problem = pcall(function() for k, v in pairs(x) do end end)
  assert(ok or problem ~= nil)
  pcall(next, x)
  pcall(rawget, x, 1)
  pcall(rawset, x, 1, 1)
  pcall(rawlen, x)
  pcall(ipairs, x)
end
