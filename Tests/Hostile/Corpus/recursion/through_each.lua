-- A loop within a loop by callbacks.
-- ends: script.depth or limit.deadline
local function again() customers:limit(1):each(again) end
again()
