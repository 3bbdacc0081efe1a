-- A record after it was deleted.
-- ends: ok or record.missing
plan(function()
  local a = activities:first()
  activities:where{id = a.id}:delete()
  local ok, problem = pcall(function() return a.kind end)
  assert(ok or problem.code ~= "")
  pcall(function() a.kind = "x" end)
  pcall(function() return a:totable() end)
  tostring(a)
  assert(activities:get(a.id) == nil)
end)
