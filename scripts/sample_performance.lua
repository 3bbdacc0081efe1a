-- A sales organisation for the sample company: roles, teams and base pay, a director, mentors, shared orders, agents
-- with areas, claims and sales, trainings, methods and talk tracks. Targets: scripts/target_split.lua.
--
--   tenon run scripts/sample_performance.lua --yes     on a store made with `tenon init --sample`
--   tenon undo --last                                  takes it all back
--
-- All of it is made up, and the same for the same seed (`--seed`). Key figures, pay, campaigns, channels and plans then
-- have something to say.

local function chance(share) return math.random() < share end
local function pick(list) return list[math.random(#list)] end
local year = tonumber(tostring(today()):sub(1, 4))

-- People: the first of a region leads it; the others serve key accounts, and the last of four is an engineer.
local head = reps:create { code = "R9001", name = "沈远航", role = "director", region = "north", area = "company",
  base_pay = yuan(30000), joined_on = date(("%d-03-01"):format(year - 6)), email = "r9001@sales.example.com" }
local place = {}
for r in reps:where("code ~= 'R9001'"):each() do
  local n = (place[r.region] or 0) + 1
  place[r.region] = n
  local role = n == 1 and "regional_manager" or n % 4 == 0 and "engineer" or "key_account_manager"
  local base = ({ regional_manager = 12500, engineer = 14000, key_account_manager = 16000 })[role]
  reps:where { id = r.id }:update { role = role, base_pay = yuan(base + 500 * math.random(0, 4)),
    area = r.region, team = ("%s-%d"):format(r.region, 1 + (n - 1) // 4), manager = r.manager or head.name }
end

-- Mentors: whoever came within two years is guided by the head of the region.
local mentored = 0
for r in reps:where("manager ~= nil and role ~= 'regional_manager'"):each() do
  local mentor = reps:where { name = r.manager, region = r.region }:first()
  if mentor and r.joined_on and r.joined_on > today() - days(730) then
    mentorships:create { mentor = mentor, apprentice = r, starts_on = r.joined_on }
    mentored = mentored + 1
  end
end

-- The iron triangle shares large orders: sales 70 %, technical 30 %.
local shared = 0
for o in orders:where(function(o) return o.amount >= wan(20) and o.ordered_on >= date(year - 1 .. "-01-01") and o.rep ~= nil end):each() do
  local engineer = reps:where { role = "engineer", region = reps:get(o.rep).region }:first()
  if engineer and engineer.id ~= o.rep and not o.status:find "cancel" then
    incentive.split { order = o, shares = { { rep = o.rep, share = 0.7, role = "sales" }, { rep = engineer, share = 0.3, role = "technical" } },
      reason = "large order" }
    shared = shared + 1
  end
end

-- Agents: they serve every third small customer of their area; its orders came through them.
local names = { "华东航标件供应链有限公司", "西南宇航紧固件有限公司", "华南精密五金有限公司" }
local areas, ranks = { "east", "west", "south" }, { "gold", "silver", "bronze" }
local through, claims = 0, 0
for i, name in ipairs(names) do
  local agent = agents:create { code = "AG-" .. i, name = name, rank = ranks[i], state = "active",
    owner = reps:where { region = areas[i], role = "regional_manager" }:first(),
    signed_on = date(year - 1 .. "-01-01"), ends_on = date(year + 1 .. "-12-31"), trained_on = today() - days(100 * i) }
  channels.authorise { agent = agent, region = areas[i], exclusive = ranks[i] == "gold", from = date(year - 1 .. "-01-01") }
  for n, c in ipairs(customers:where { region = areas[i], level = { "C", "D" } }:rows()) do
    if n % 3 == 1 then through = through + orders:where { customer = c.id }:update({ agent = agent.id }).changed end
    if n % 30 == 2 then
      channels.register { agent = agent, customer = c.id }
      claims = claims + 1
    end
    if n % 40 == 4 then
      resales:create { agent = agent, customer = c.id, product = 1, quantity = 1000, price = money"0.18", amount = yuan(180),
        sold_on = today() - days(math.random(1, 80)) }
    end
  end
end

-- What people learned, and what they wrote down.
local courses = { "product", "process", "negotiation", "crm" }
for r in reps:where("left_on == nil"):each() do
  for n = 1, math.random(2, 5) do
    local score = math.random(65, 98)
    trainings:create { rep = r, course = courses[(n - 1) % #courses + 1], kind = "monthly", hours = math.random(4, 16), held_on = today() - days(math.random(5, 360)),
      score = score, passed = score >= 70 }
  end
end
local author = reps:where { role = "regional_manager" }:first()
knowledge.add { kind = "talk_track", scene = "bargaining", title = "客户说价格太高", author = author,
  body = "先谈总成本：返工、停线与质保；再给出阶梯价与框架协议的组合，最后才谈折扣。" }
knowledge.add { kind = "case", title = "运载火箭舱段钛合金螺栓国产替代", industry = "航天", pain = "进口件交期 26 周", author = author,
  solution = "同规格钛合金十二角头螺栓，随批检测报告", result = "交期缩短到 8 周，年采购 120 万" }
knowledge.add { kind = "method", title = "每周一上午只打重点客户电话", author = author, body = "先看 decisions.next，再看健康度低于 60 的客户。" }

print(("%d reps, %d mentored, %d orders shared, 3 agents with %d orders and %d claims, %d trainings, %d articles"):format(
  reps:count(), mentored, shared, through, claims, trainings:count(), articles:count()))
