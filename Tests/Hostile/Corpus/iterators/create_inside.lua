-- Makes records while looping over them.
-- ends: ok
plan(function()
  local n = reps:count()
  for r in reps:each() do reps:create{code = "H" .. r.id, name = "More"} end
  assert(reps:count() == 2 * n)
end)
