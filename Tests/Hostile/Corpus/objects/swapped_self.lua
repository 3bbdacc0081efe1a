-- Every method of every class, called on an object of every other.
-- ends: ok
local objects = {
  customers, customers:first(), customers:rows(), customers:group_by("level"), changes(), money"1", today(),
  now(), days(1), customers:frame{"level"}, customers:each(), why(customers:first(), "level"),
  report{title = "x", {"a", 1}}, 1, 0/0, "text", true, {}, print, coroutine.create(print),
}
local names = {"where", "count", "first", "each", "rows", "update", "delete", "table", "map", "sum", "moves",
  "follow", "totable", "times", "year", "days", "picture", "save", "get", "create", "frame", "select"}
for _, owner in ipairs(objects) do
  for _, name in ipairs(names) do
    local found, method = pcall(function() return owner[name] end)
    if found and type(method) == "function" and type(owner) ~= "string" and type(owner) ~= "table" then
      for _, other in ipairs(objects) do
        local ok, problem = pcall(function() plan(function() method(other) end) end)
        assert(ok or (problem.code or "") ~= "", name)
      end
      local ok, problem = pcall(method)
      assert(ok or problem.code ~= "", name)
    end
  end
end
