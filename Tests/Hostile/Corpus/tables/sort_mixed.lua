-- Values that have no order.
-- ends: script.error
table.sort({1, "x", {}, customers})
