-- Writes to a record after it was deleted.
-- ends: record.missing
plan(function()
  local r = reps:create{code = "HX", name = "No one"}
  reps:where{id = r.id}:delete()
  r.name = "Ghost"
end)
