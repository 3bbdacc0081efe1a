-- Updates all while looping over them.
-- ends: ok
plan(function()
  for c in customers:each() do
    customers:update{credit = c.id}
    assert(c.credit == c.id)
  end
end)
