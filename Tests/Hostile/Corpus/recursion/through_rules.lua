-- A rule that asks the query again.
-- ends: script.depth or limit.deadline
local function rule(c) return customers:where(rule):count() > 0 end
customers:where(rule):count()
