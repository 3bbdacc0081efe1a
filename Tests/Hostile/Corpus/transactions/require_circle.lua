-- Two modules that ask for each other.
-- ends: script.require_circle
require("parts.circle_a")
