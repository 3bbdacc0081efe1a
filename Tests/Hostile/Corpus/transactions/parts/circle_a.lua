-- Loaded by require_circle.
-- ends: script.require_circle
return require("circle_b")
