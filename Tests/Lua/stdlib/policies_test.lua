-- Every pack of stdlib-lua can be read, says where it comes from, and tiers where it is one that tiers.
suite{sample = 200, seed = 7, as_of = "2026-06-30"}

for _, name in ipairs(policies.names()) do
  -- The pack defaults holds values of other packs, and playbooks are named by what sells by them.
  if name ~= "defaults" then test("policy " .. name .. " has a name, a title and a source", function()
    local policy = policies.get(name)
    expect(policy.name):equals((name:gsub("^playbook_", "")))
    expect(type(policy.title.zh)):equals("string")
    expect(type(policy.source)):equals("string")
  end) end
end

for i = 1, #tiering.policies() do
  local name = tiering.policies()[i].policy
  test("tiering by " .. name .. " gives every customer a value, twice the same", function()
    local field = tiering.policy(name).writes
    tiering.apply{policy = name}
    local first = changes():count()
    tiering.apply{policy = name}
    expect(changes():count()):equals(first)
    expect(customers:where(function(c) return c[field] == nil end):count()):equals(0)
  end)
end

test("every key figure has a definition", function()
  expect(#kpi.names() > 50):is_true()
end)
