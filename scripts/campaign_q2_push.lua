-- A push for a quarter: launches S1's 100-day push over it, and tells what comes of it.
--
--   tenon run scripts/campaign_q2_push.lua launch 2026-Q2 --plan    who would get what, nothing written
--   tenon run scripts/campaign_q2_push.lua launch 2026-Q2           launches it, as one run that undo takes back
--   tenon run scripts/campaign_q2_push.lua launch 2026-Q2 30        the same with a budget of 30万
--   tenon run scripts/campaign_q2_push.lua report 2026-Q2           stops it where it must, measures, prints lift and ROI
--   tenon run scripts/campaign_q2_push.lua talk 2026-Q2             S1's test of two talk tracks instead of the push
--
-- Run report once a week. Change the audience, arms and depths in stdlib-lua/campaign, or copy this script.

local verb, period, budget = arg[1] or "report", arg[2] or "2026-Q2", tonumber(arg[3] or "20")
local year, quarter = period:match "^(%d%d%d%d)%-Q([1-4])$"
if not year then error("write the quarter as 2026-Q2, not " .. period) end
local first = date(("%s-%02d-01"):format(year, quarter * 3 - 2))
local last = date(("%s-%02d-%02d"):format(year, quarter * 3, ({ 31, 30, 30, 31 })[tonumber(quarter)]))

local function launch(pack, code)
  local c = campaign.pack(pack)
  c.code, c.budget, c.ends_on = code, wan(budget), last
  c.starts_on = today() > first and today() or first
  local made = campaign.launch(c)
  print(("%s from %s to %s: %d customers, %d treated, %d held out"):format(
    code, tostring(c.starts_on), tostring(c.ends_on), made.enrolled, made.treated, made.held_out))
  print(made.arms)
  for _, note in ipairs(made.notes) do print("  " .. note) end
  print("tasks by rep")
  print(tasks:where({ kind = "campaign" }):group_by("owner"):count())
end

if verb == "launch" then
  launch("push_100_days", "PUSH-" .. period)
elseif verb == "talk" then
  launch("talk_tracks", "TALK-" .. period)
elseif verb == "report" then
  for _, moved in ipairs(campaign.sweep {}) do
    if moved.before ~= moved.state then
      print(("%s is %s now%s"):format(moved.code, moved.state, moved.reason and ": " .. moved.reason or ""))
    end
  end
  local function is_ours(c) return c.code:sub(-#period) == period end
  for c in campaigns:where(is_ours):each() do print(campaign.measure(c)) end
else
  error("launch, talk or report, not " .. verb)
end
