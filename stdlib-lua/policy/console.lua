-- The console and the runner: how wide a change may be before a person is asked.
return {
  name = "console",
  title = { en = "Console", zh = "控制台" },
  source = "ours",
  -- More changed records than this are shown and confirmed; off a terminal only with --yes.
  confirm_above = 100, -- ours
  -- A chunk that takes longer than so many seconds says how long it took.
  slow_seconds = 1, -- ours
  -- Values of so many chunks stay as _1, _2 …
  kept_values = 100, -- ours
}
