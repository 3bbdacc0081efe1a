-- Deletes what the loop has still to come to.
-- ends: ok
plan(function()
  local seen = 0
  for a in activities:each() do
    seen = seen + 1
    activities:where("id > " .. a.id):delete()
  end
  assert(seen >= 1)
end)
