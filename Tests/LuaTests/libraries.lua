-- Calls the bounded library functions with made-up arguments and returns what they give, one call a line. Run by the
-- host and by plain Lua; both must say the same.
local seed, rounds = ...
local state = seed
local function random(n)
  state = (state * 6364136223846793005 + 1442695040888963407)
  return (state >> 33) % n + 1
end
local function one_of(list) return list[random(#list)] end

local letters = {"a", "b", "c", " ", "1", "2", "(", ")", "%", "-", "é", "\0", "]", "^", "$", "."}
local items = {"a", "b", "c", ".", "%a", "%d", "%s", "%w", "%W", "%p", "%u", "%x", "[abc]", "[^abc]", "[a-c1]",
  "[%a-]", "[]]", "[^]]", "%%", "%.", "%(", "%z", "[%]]", "[a%-c]", "[", "%", "é"}
local suffixes = {"", "", "", "*", "+", "-", "?"}
local specials = {"(", ")", "()", "%1", "%2", "%b()", "%bab", "%f[%w]", "%f[^%w]", "^", "$", "%b", "%f"}

local function text(most)
  local out = {}
  for i = 1, random(most + 1) - 1 do out[i] = one_of(letters) end
  return table.concat(out)
end

local function pattern()
  local out, open = {}, 0
  if random(6) == 1 then out[1] = "^" end
  for _ = 1, random(5) do
    local kind = random(8)
    if kind == 1 then
      out[#out + 1] = one_of(specials)
    elseif kind == 2 then
      out[#out + 1] = "("
      open = open + 1
    else
      out[#out + 1] = one_of(items) .. one_of(suffixes)
      if open > 0 and random(2) == 1 then
        out[#out + 1] = ")"
        open = open - 1
      end
    end
  end
  if random(12) ~= 1 then out[#out + 1] = (")"):rep(open) end
  if random(6) == 1 then out[#out + 1] = "$" end
  return table.concat(out)
end

-- Without the place that an error says first; and 5.4.4 names the wrong argument of remove.
local function shown(ok, ...)
  if not ok then
    local message = tostring((...))
    return "error: " .. message:gsub("^[^:]*:%d+: ", ""):gsub("#1 to 'remove'", "#2 to 'remove'")
  end
  local out = table.pack(...)
  for i = 1, out.n do out[i] = type(out[i]) == "string" and ("%q"):format(out[i]) or tostring(out[i]) end
  return table.concat(out, " ", 1, out.n)
end

local function list(most)
  local out = {}
  for i = 1, random(most + 1) - 1 do out[i] = random(20) end
  return out
end

local function contents(t)
  local keys, out = {}, {}
  for k in pairs(t) do keys[#keys + 1] = k end
  table.sort(keys)
  for _, k in ipairs(keys) do out[#out + 1] = k .. "=" .. tostring(t[k]) end
  return table.concat(out, " ")
end

local replacements = {"x", "<%0>", "%1%1", "%2", "%%", "%9", "%", {a = "A", b = false, ["1"] = 1}, function(a, b) return b or a end,
  function() end, function(a) return a end, 7}

local calls = {
  function() local s, p, i, plain = text(12), pattern(), one_of{1, 2, -3, 0, 99}, random(5) == 1
    return s:find(p, i, plain) end,
  function() return text(12):match(pattern(), one_of{1, 1, 3, -2, 50}) end,
  function() return text(12):gsub(pattern(), one_of(replacements), one_of{nil, nil, 0, 1, 2}) end,
  function()
    local out = {}
    for a, b in text(12):gmatch(pattern()) do out[#out + 1] = tostring(a) .. "/" .. tostring(b) end
    return table.concat(out, ",")
  end,
  function() return text(5):rep(one_of{-1, 0, 1, 2, 7}, one_of{nil, "", ",", "<>"}) end,
  function() local s = text(9) .. "Zz" return s:upper(), s:lower(), s:reverse() end,
  function() local s = text(9) return utf8.len(s, one_of{nil, 1, 2, -1, -4, 99, 0}, one_of{nil, -1, 3, 99}, random(2) == 1) end,
  function() return utf8.offset(text(9), one_of{0, 1, 2, -1, -3, 9}, one_of{nil, 1, 3, -1, 40}) end,
  function()
    local out = {}
    for p, c in utf8.codes(text(6) .. one_of{"", "é", "\u{10FFFF}", "\xff", "\xed\xa0\x80"}, random(2) == 1) do
      out[#out + 1] = p .. ":" .. c
    end
    return table.concat(out, ",")
  end,
  function() local t = list(6)
    if random(2) == 1 then table.insert(t, random(9)) else table.insert(t, one_of{1, 2, 3, 0, 9}, 5) end
    return contents(t) end,
  function() local t = list(6)
    local r = random(2) == 1 and table.remove(t) or table.remove(t, one_of{1, 2, 3, 0, 9, #t, #t + 1})
    return r, contents(t) end,
  function() local t = list(8) return contents(table.move(t, one_of{1, 2, 5}, one_of{0, 3, 6}, one_of{1, 2, 4}, one_of{nil, {9, 9}})) end,
  function() local t = list(8) return table.concat(t, one_of{nil, ",", "--"}, one_of{nil, 1, 2}, one_of{nil, 2, 3, 12}) end,
  function() local t = list(40) table.sort(t) return contents(t) end,
  function() local t = list(40) table.sort(t, function(a, b) return a > b end) return contents(t) end,
  function() table.sort({"x", 1}) end,
  function() return table.concat({1, {}, 2}) end,
  function() return ("x"):rep(1 << 62), 1 end,
  function() return utf8.codepoint(text(5), 1, one_of{1, 2, -1}) end,
}

local out = {}
for i = 1, rounds do out[i] = shown(pcall(calls[(i - 1) % #calls + 1])) end
return table.concat(out, "\n")
