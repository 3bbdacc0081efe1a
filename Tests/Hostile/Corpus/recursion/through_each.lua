-- A loop within a loop by callbacks.
-- ends: script.depth or script.error or limit.deadline
local function again() customers:limit(1):each(again) end
again()
