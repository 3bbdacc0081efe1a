-- A module that fails, asked for again and again.
-- ends: ok
for i = 1, 100 do assert(not pcall(require, "parts.fails")) end
