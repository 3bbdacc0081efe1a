-- Quarterly assessment and yearly review of agents: what they sold, conflicts they caused, what follows, and the rebates
-- that they have earned by now.
--
--   tenon run scripts/agent_review.lua 2026-Q1           the quarter: scores, warnings, suspensions
--   tenon run scripts/agent_review.lua 2025              the year: ranks are set by what was sold
--   tenon run scripts/agent_review.lua 2026-Q1 --plan    what would change, nothing written
--
-- Run it when the period is over. Weights, outcomes and ranks are in stdlib-lua/policy/channels.lua, rebates in rebates.lua.

local period = arg[1] or error "say which period: 2026-Q1, or 2026"

local swept = channels.sweep {}
print(("registrations: %d open, %d won, %d expired, %d run out soon"):format(
  swept.open, swept.won, swept.expired, swept.expiring))

local reviews = channels.review { period = period }
local passed = 0
for _, r in ipairs(reviews) do if r.outcome == "passed" then passed = passed + 1 end end
print(("%s: %d agents, %d passed"):format(period, #reviews, passed))
for _, r in ipairs(reviews) do
  print(("  %s: %s, score %g, %s of %s, rank %s by %s a year"):format(
    r.name, r.outcome, r.score, r.volume, r.goal, r.rank or "none", r.yearly))
  if r.outcome ~= "passed" then print(r.why) end
end

local first = agent_reviews:where { period = period }:first()
if first then
  local found = channels.conflicts { from = first.starts_on, upto = first.ends_on }
  print(("%d conflicts"):format(#found))
  for _, c in ipairs(found) do print(("  %s, %s: %s"):format(c.name, c.sold_on, c.message)) end
end

print "rebates of agents that are new"
print(rebates.accrue { program = "agent" })
