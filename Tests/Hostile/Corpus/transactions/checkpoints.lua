-- Very many checkpoints.
-- ends: ok
-- commits: yes
for i = 1, 30 do
  customers:get(1).credit = i
  job.checkpoint(i)
end
