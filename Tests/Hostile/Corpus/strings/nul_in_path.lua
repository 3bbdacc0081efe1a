-- A path with a zero byte.
-- ends: script.missing
run("a\0b.lua")
