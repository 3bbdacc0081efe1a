for c in customers:where("credit >= 60"):each() do
  local x <const> = c.name .. [==[ text ]==] -- comment
  print(x, #x, ~1 // 2)
end