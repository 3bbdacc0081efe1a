-- A text that doubles.
-- ends: limit.memory
local s = "x"
while true do s = s .. s end
