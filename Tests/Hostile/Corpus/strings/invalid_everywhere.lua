-- Texts that are no UTF-8, to many functions.
-- ends: ok
for _, f in ipairs{
  function(s) return customers:where(s) end, function(s) return customers:get(s) end,
  function(s) return money(s) end, function(s) return date(s) end, function(s) return customers:order_by(s) end,
  function(s) return help(s) end, function(s) return run(s) end, function(s) return require(s) end,
  function(s) return customers:create{name = s} end, function(s) return customers:where{name = s} end,
  function(s) return customers:create{[s] = 1} end, function(s) return tiering.apply{policy = s} end,
  function(s) return customers:first()[s] end, function(s) return customers[s] end,
} do
  for _, s in ipairs{"\xff\xfe", "\0", "a\0b", "", ("x"):rep(1 << 20), "\u{202E}", "\xed\xa0\x80", "e\u{301}"} do
    local ok, problem
    plan(function() ok, problem = pcall(f, s) end)
    assert(ok or (problem.code ~= "" and problem.code ~= "host.error"))
  end
end
