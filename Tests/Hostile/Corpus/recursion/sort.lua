-- sort within its own comparison.
-- ends: script.depth
local function less() table.sort({2, 1}, less) return true end
less()
