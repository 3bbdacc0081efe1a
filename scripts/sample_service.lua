-- A year of service for the sample company: success managers, frameworks that end, enquiries and complaints from
-- opening to closing, what customers answered, and what was read of them.
--
--   tenon run scripts/sample_service.lua --yes         on a store made with `tenon init --sample`
--   tenon run scripts/sample_service.lua 0.5 --yes     half as many tickets
--   tenon undo --last                                  takes it all back
--
-- All of it is made up, and the same for the same seed (`--seed`). Tickets go through the flows of the policy `desk`,
-- each step at its time, so that clocks, quality and health have something to say.

local density = tonumber(arg[1] or 1)
if not density or density < 0 or density > 10 then
  error(("%q is no density of tickets: give a number from 0 to 10"):format(arg[1]), 0)
end

local function chance(share) return math.random() < share end
local function pick(list) return list[math.random(#list)] end
local function minutes(n) return span(n .. "m") end

-- How many tickets a year and how many answers of ten are good, by level.
local plan = {
  A = { tickets = 3, good = 9 }, B = { tickets = 1, good = 8 }, C = { tickets = 0.3, good = 8 },
}
local subjects = {
  advice = "螺纹规格与拧紧力矩咨询", order_status = "订单进度查询", technical = "材料代用与强度校核",
  price = "批量报价咨询", other = "资料索取", quality = "螺栓头部裂纹", delivery = "到货晚于承诺",
  service = "答复不及时", billing = "发票金额不符",
}
local causes = { "process", "process", "process", "material", "material", "packaging", "transport", "information" }
local measures = {
  process = "逐批校验拧紧力矩", material = "增加来料光谱分析", packaging = "改用防锈内衬", transport = "更换承运商",
  information = "发货当日通知客户",
}

-- A moment within office hours, some days ago; what lies ahead of now is not done yet.
local function moment(ago) return instant(tostring(today() - days(ago)) .. "T09:00:00") + minutes(math.random(0, 480)) end
local late = {}
function late.step(at, least, most)
  local next = at + minutes(math.random(least, most))
  return next + hours(1) < now() and next or nil
end

local function enquiry(c, at)
  local channel = pick { "hotline", "hotline", "online", "email", "self_service" }
  local class = pick { "advice", "order_status", "technical", "price", "other" }
  local t = service.open {
    kind = "enquiry", customer = c, channel = channel, class = class, subject = subjects[class], at = at,
  }
  if channel == "hotline" and chance(0.04) then
    return service.close(t, { at = at + minutes(2), reason = "abandoned" })
  end
  local answer = channel == "hotline" and at or late.step(at, 1, channel == "online" and 6 or 200)
  if not answer then return t end
  service.respond(t, { at = answer })
  local solved = late.step(answer, 5, class == "technical" and 1700 or 300)
  if not solved then return t end
  t = service.resolve(t, { at = solved })
  local closed = late.step(solved, 60, 2000)
  if not closed then return t end
  t = service.close(t, { at = closed })
  if chance(0.08) then
    local again = late.step(closed, 100, 3000)
    if not again then return t end
    t = service.reopen(t, { at = again, reason = "customer asks again" })
    local settled = late.step(again, 60, 1200)
    if settled then t = service.close(service.resolve(t, { at = settled }), { at = settled + minutes(5) }) end
  elseif chance(0.5) then
    local good = chance(plan[c.level].good / 10)
    surveys.answer {
      kind = "csat", customer = c, ticket = t, score = good and math.random(4, 5) or math.random(1, 3),
      on = date(tostring(closed):sub(1, 10)),
    }
  end
  return t
end

local function complaint(c, at)
  local class = pick { "quality", "quality", "delivery", "service", "billing" }
  local grade = pick { "general", "general", "general", "serious", "major" }
  local t = service.open {
    kind = "complaint", customer = c, channel = pick { "hotline", "email", "account_manager" }, class = class,
    subject = subjects[class], at = at,
  }
  local clock = late.step(at, 1, 90)
  if not clock then return t end
  t = service.grade(t, { grade = grade, at = clock })
  service.respond(t, { at = clock })
  t = service.assign(t, { at = clock })
  if chance(0.3) then
    local from = late.step(clock, 10, 60)
    if not from then return t end
    service.hold(t, { reason = "sample", from = from })
    clock = late.step(from, 600, 5000)
    if not clock then return t end
    service.resume(t, { at = clock })
  end
  local pace = grade == "major" and 200 or grade == "serious" and 500 or 1500
  for _, step in ipairs { "planned", "agreed", "executed", "confirmed", "root_cause", "improved" } do
    clock = late.step(clock, 20, pace)
    if not clock then return t end
    local cause = t.root_cause or pick(causes)
    t = service.move(t, step, {
      at = clock, root_cause = step == "root_cause" and cause or nil, measure = step == "improved" and measures[cause] or nil,
    })
  end
  if chance(0.7) then
    local good = chance(plan[c.level].good / 10)
    surveys.answer {
      kind = "complaint", customer = c, ticket = t, score = good and math.random(4, 5) or math.random(1, 3),
      on = date(tostring(clock):sub(1, 10)),
    }
  end
  return t
end

local departments = { procurement = "采购部", technical = "研发部", quality = "质量部", management = "总经办" }
for role, department in pairs(departments) do
  contacts:where { role = role }:update { department = department }
end

local managers = {}
for r in reps:where("left_on == nil"):each() do managers[#managers + 1] = r.id end
local count = { enquiry = 0, complaint = 0 }
for c in customers:where("level == 'A' or level == 'B' or level == 'C'"):each() do
  local kind = plan[c.level]
  if c.level == "A" then
    c.csm = managers[c.id % #managers + 1]
    agreements:create {
      code = ("F-%06d"):format(c.id), customer = c.id, kind = "framework_1y",
      starts_on = today() - days(math.random(180, 350)), ends_on = today() + days(math.random(10, 300)),
    }
    for _, reading in ipairs { { "cost_saved", 12 }, { "efficiency", 20 } } do
      health.reading {
        customer = c, metric = reading[1], value = math.random(0, reading[2]) / 100,
        day = today() - days(math.random(5, 120)),
      }
    end
  end
  local open = kind.tickets * density
  local n = open // 1 + (chance(open % 1) and 1 or 0)
  for _ = 1, n do
    local what = chance(0.25) and "complaint" or "enquiry"
    count[what] = count[what] + 1
    local make = what == "complaint" and complaint or enquiry
    -- One of twelve came lately, so that some are open.
    make(c, moment(chance(0.08) and math.random(1, 4) or math.random(5, 360)))
  end
  if c.level ~= "C" and chance(0.6) then
    surveys.answer {
      kind = "nps", customer = c, score = chance(kind.good / 10) and math.random(8, 10) or math.random(2, 7),
      on = today() - days(math.random(1, 300)),
    }
  end
end
print(("%d enquiries, %d complaints, %d answers, %d readings, %d frameworks"):format(
  count.enquiry, count.complaint, survey_answers:count(), readings:count(), agreements:count()))
