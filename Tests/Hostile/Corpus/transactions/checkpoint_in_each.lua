-- A checkpoint in a loop over records.
-- ends: ok
for c in customers:each() do
  job.checkpoint(c.id)
end
