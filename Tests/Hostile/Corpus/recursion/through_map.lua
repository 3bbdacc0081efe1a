-- Groups mapped within groups mapped.
-- ends: script.depth or limit.deadline
local function again() customers:frame{"level"}:group_by{"level"}:map(again) end
again()
