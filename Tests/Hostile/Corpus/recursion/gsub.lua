-- gsub within its own replacement.
-- ends: script.depth
local function f(s) return (s:gsub(".", f)) end
f("a")
