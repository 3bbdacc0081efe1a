-- A path with a zero byte.
-- ends: script.missing or sandbox.file or script.argument
run("a\0b.lua")
