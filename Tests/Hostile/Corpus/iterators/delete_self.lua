-- Deletes each record as it comes.
-- ends: ok
plan(function()
  for a in activities:each() do activities:where{id = a.id}:delete() end
  assert(activities:count() == 0)
end)
