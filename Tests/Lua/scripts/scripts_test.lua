-- Every script that needs no files runs on the sample company, says something, and undoes nothing of itself.
suite{sample = 200, seed = 7, as_of = "2026-06-30"}

local folder = "../../../scripts/"

local function says(name, ...)
  local words = {...}
  for i = #arg, 1, -1 do arg[i] = nil end
  for i, word in ipairs(words) do arg[i] = word end
  return capture(function() run(folder .. name) end)
end

for _, script in ipairs{
  {"sample_service.lua"}, {"sla_watch.lua"}, {"health_sweep.lua", "health_signals"}, {"renewals.lua"},
  {"sample_performance.lua"}, {"lead_sla.lua"}, {"dunning.lua"}, {"contract_watch.lua"},
  {"kpi_region_month.lua"}, {"weekly_warnings.lua"}, {"ladder_whatif.lua", "2026-01-01"},
} do
  test(script[1] .. " runs", function()
    expect(#says(table.unpack(script)) > 0):is_true()
  end)
end

test("targets hold their sums once there is an organisation", function()
  says("sample_performance.lua")
  expect(says("target_split.lua", "2026")):contains("sums hold")
end)

test("the push of a quarter enrols customers and holds some out", function()
  local text = says("campaign_q2_push.lua", "launch", "2026-Q3")
  expect(text):contains("held out")
  expect(campaign_members:count() > 0):is_true()
end)
