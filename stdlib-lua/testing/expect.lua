-- expect(value): what a test says of a value. Each method raises test.failed with the difference, line by line.
--
--   expect(orders:count()):equals(12)
--   expect(function() wan("x") end):fails("script.argument")
local fail, literal = ...

-- Differences of two values by path; tables are compared field by field.
local function differences(got, wanted, path, found)
  if type(got) ~= "table" or type(wanted) ~= "table" then
    if got ~= wanted then
      found[#found + 1] = ("%s: expected %s\n%s  but got %s"):format(
        path, literal(wanted), (" "):rep(#path), literal(got))
    end
    return found
  end
  local keys, seen = {}, {}
  for _, t in ipairs{wanted, got} do
    for key in pairs(t) do
      if not seen[key] then seen[key] = true keys[#keys + 1] = key end
    end
  end
  table.sort(keys, function(a, b)
    if type(a) == type(b) and (type(a) == "number" or type(a) == "string") then return a < b end
    return type(a) < type(b)
  end)
  for _, key in ipairs(keys) do
    local step = type(key) == "string" and path .. "." .. key or path .. "[" .. literal(key) .. "]"
    differences(got[key], wanted[key], step, found)
  end
  return found
end

-- Texts of several lines: the lines that differ, those that were wanted with -, those that came with +.
local function lines(text)
  local list = {}
  for line in (text .. "\n"):gmatch("(.-)\n") do list[#list + 1] = line end
  return list
end

local function text_differences(got, wanted)
  local a, b, shown = lines(wanted), lines(got), {}
  for i = 1, math.max(#a, #b) do
    if a[i] == b[i] then
      if #shown < 40 then shown[#shown + 1] = "  " .. a[i] end
    else
      if a[i] then shown[#shown + 1] = "- " .. a[i] end
      if b[i] then shown[#shown + 1] = "+ " .. b[i] end
    end
  end
  return "texts differ (- expected, + got)\n" .. table.concat(shown, "\n")
end

local expectation = {}
expectation.__index = expectation

-- The same value; tables by their fields.
function expectation:equals(wanted)
  local got = self.value
  if type(got) == "string" and type(wanted) == "string" and got ~= wanted
    and (got:find("\n", 1, true) or wanted:find("\n", 1, true)) then
    fail(text_differences(got, wanted))
  end
  local found = differences(got, wanted, "value", {})
  if #found > 0 then fail(table.concat(found, "\n")) end
  return self
end

function expectation:differs(other)
  if #differences(self.value, other, "value", {}) == 0 then fail("both are " .. literal(other)) end
  return self
end

function expectation:is_true()
  if self.value ~= true then fail("expected true, got " .. literal(self.value)) end
  return self
end

function expectation:is_nil()
  if self.value ~= nil then fail("expected nil, got " .. literal(self.value)) end
  return self
end

-- A number at most so far away.
function expectation:near(wanted, distance)
  local got = self.value
  if not (math.abs(got - wanted) <= distance) then
    fail(("expected %s ± %s, got %s"):format(literal(wanted), literal(distance), literal(got)))
  end
  return self
end

-- A text that holds another, or a list that holds a value.
function expectation:contains(part)
  local got = self.value
  if type(got) == "string" then
    if not got:find(part, 1, true) then fail(("%s is not in\n%s"):format(literal(part), got)) end
    return self
  end
  for _, item in ipairs(got) do
    if #differences(item, part, "value", {}) == 0 then return self end
  end
  fail(("%s is not in %s"):format(literal(part), literal(got)))
end

-- A function that raises an error of this code; without a code, any.
function expectation:fails(code)
  local ok, problem = pcall(self.value)
  if ok then fail("expected an error" .. (code and " " .. code or "") .. ", and there was none") end
  local got = type(problem) == "string" and "script.error" or problem.code
  if code and got ~= code then
    fail(("expected the error %s\n but got %s: %s"):format(
      code, got, type(problem) == "string" and problem or problem.message))
  end
  return self
end

return function(value) return setmetatable({value = value}, expectation) end
