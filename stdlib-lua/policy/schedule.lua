-- Jobs: what a scheduled script is given where nothing else is said when it is added, and what is kept of its
-- executions. The sources say nothing of it: all numbers are ours.
return {
  name = "schedule",
  title = { en = "Jobs", zh = "定时任务" },
  source = "ours (usual practice of schedulers)",
  job = {
    source = "ours (usual practice of schedulers)",
    -- Times at which nothing could run: skip them, make up for the last once, or for all.
    missed = "once",
    -- What the script takes for now: due or now.
    clock = "due",
    -- A script that is no longer the one that was scheduled: refuse or run.
    changed = "refuse",
    -- Attempts after a failure; before the first of them passes `backoff`, then each time `backoff_factor` more.
    retries = 2,
    backoff = span"1m",
    backoff_factor = 2,
    -- The scripts' limits.
    time_limit = hours(1),
    memory_mb = 512,
    -- Failed executions in a row, retries among them, after which a job is disabled.
    disable_after = 5,
  },
  -- A job that begins so late is still on time; what is later was missed.
  tolerance = span"15m",
  -- The most missed times that are made up for; earlier ones are passed over.
  most_missed = 100,
  longest_backoff = hours(6),
  -- From the end of the time limit until the process is killed.
  grace = span"10s",
  -- What the process may use beside its script: caches of the store among it.
  headroom_mb = 512,
  -- How much is kept of what an execution prints, half of it from the beginning and half from the end.
  output_kb = 64,
  -- How often the daemon looks whether jobs were added or changed.
  look_again = span"10s",
  -- Executions kept a job; older ones are forgotten.
  executions_kept = 500,
}
