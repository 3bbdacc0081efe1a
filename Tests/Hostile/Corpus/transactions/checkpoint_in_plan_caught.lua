-- A checkpoint in a plan, its failure caught.
-- ends: ok
plan(function()
  customers:get(1).credit = 1
  local ok, problem = pcall(job.checkpoint, 1)
  assert(not ok and problem.code == "store.nested")
  customers:get(1).credit = 2
end)
assert(changes():count() == 0)
