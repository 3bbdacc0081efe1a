-- Has the funnel watched over orders, which have fewer columns than opportunities.
-- ends: script.argument
return funnel.watch{of = orders}
