-- A drawing of curves that have no value.
-- ends: picture.empty
chart.curves{rows = {}, step = "month", values = {"sales"}}:picture()
