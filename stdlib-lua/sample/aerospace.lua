-- The sample company: a seller of fasteners to Chinese commercial-space firms, and its customers.
--
-- Everything here is made up, but shaped like the market that S0 describes: kinds of customers (CU2), expected mix
-- of levels (CU8), season (CU5), products (PR1). Names of persons and firms are put together from parts;
-- mail addresses and telephone numbers are in ranges that belong to nobody.
-- Weights are relative to each other; ranges are { from, upto }, both included.
return {
  name = "aerospace",
  title = { en = "Fasteners for commercial space", zh = "商业航天紧固件" },
  source = "S0 §1, §2, §6 (CU2, CU5, CU7, CU8, PR1)",

  -- Levels by purchases over twelve months, clear of the boundaries of the fastener policy by more than a pack.
  --   annual    weight, from, below: what a customer of the level buys in twelve months
  --   recent    orders in the last twelve months;  earlier: in the twelve months before
  --   was       of the labels that are out of date, which level they say instead
  --   days      how far back activities go
  levels = {
    {
      level = "A", weight = 100,
      annual = {
        { weight = 50, from = wan(53), below = wan(90) },
        { weight = 35, from = wan(90), below = wan(160) },
        { weight = 13, from = wan(160), below = wan(350) },
        { weight = 2, from = wan(350), below = wan(900) },
      },
      recent = { 2, 5 }, earlier = { 0, 2 }, contacts = { 2, 3 }, activities = { 2, 4 }, days = 120,
      credit = { 70, 100 }, relationship = { 50, 95 }, scores = { 3, 5 }, refer = { 5, 10 },
      repurchase = { 45, 95 },
      influence = { high = 6, medium = 3, low = 1 }, potential = { high = 6, medium = 3, low = 1 },
      size = { large = 6, medium = 3, small = 1 }, stage = { retain = 5, convert = 3, refer = 2 },
      grades = { high_reliability = 6, standard = 3, economic = 1 },
      was = { B = 1 },
    },
    {
      level = "B", weight = 300,
      annual = {
        { weight = 60, from = wan(11), below = wan(22) },
        { weight = 30, from = wan(22), below = wan(34) },
        { weight = 10, from = wan(34), below = wan(48) },
      },
      recent = { 1, 3 }, earlier = { 0, 1 }, contacts = { 1, 3 }, activities = { 1, 2 }, days = 240,
      credit = { 55, 95 }, relationship = { 35, 85 }, scores = { 2, 5 }, refer = { 3, 10 },
      repurchase = { 25, 80 },
      influence = { high = 2, medium = 5, low = 3 }, potential = { high = 3, medium = 5, low = 2 },
      size = { large = 2, medium = 5, small = 3 }, stage = { retain = 6, convert = 3, refer = 1 },
      grades = { high_reliability = 2, standard = 5, economic = 3 },
      was = { A = 1, C = 2 },
    },
    {
      level = "C", weight = 570,
      annual = {
        { weight = 35, from = wan(0.8), below = wan(2) },
        { weight = 40, from = wan(2), below = wan(5) },
        { weight = 25, from = wan(5), below = wan(9.5) },
      },
      recent = { 1, 2 }, earlier = { 0, 1 }, contacts = { 1, 2 }, activities = { 0, 2 }, days = 420,
      credit = { 30, 90 }, relationship = { 5, 65 }, scores = { 1, 4 }, refer = { 0, 9 },
      repurchase = { 0, 60 },
      influence = { high = 1, medium = 3, low = 6 }, potential = { high = 2, medium = 4, low = 4 },
      size = { large = 1, medium = 3, small = 6 }, stage = { activate = 4, retain = 5, convert = 1 },
      grades = { high_reliability = 1, standard = 4, economic = 5 },
      was = { B = 3, D = 1 },
    },
    {
      level = "D", weight = 30,
      annual = {},
      recent = { 0, 0 }, earlier = { 0, 0 }, contacts = { 0, 1 }, activities = { 0, 1 }, days = 180,
      credit = { 20, 80 }, relationship = { 0, 30 }, scores = { 1, 5 }, refer = { 0, 6 },
      repurchase = { 0, 0 },
      influence = { high = 1, medium = 3, low = 6 }, potential = { high = 3, medium = 4, low = 3 },
      size = { large = 1, medium = 3, small = 6 }, stage = { acquire = 1 },
      grades = { standard = 1 },
      was = { C = 1 },
    },
  },

  -- Shares of 1.
  out_of_date = 0.12, -- of level labels, so that tiering has something to move
  entered_twice = 0.08, -- of customers without orders: the previous one again, name in half-width brackets, no code

  -- CU5: Q2 project start and peak, Q4 budget digestion. Orders come on working days only.
  season = { 18, 32, 19, 31 },

  -- Days from the record's making to the first order, and to now where there is none.
  created = { before_order = { 5, 240 }, prospect = { 5, 400 } },
  -- Days since a record was last confirmed or changed.
  updated = {
    { weight = 50, days = { 0, 60 } }, { weight = 30, days = { 61, 180 } },
    { weight = 15, days = { 181, 360 } }, { weight = 5, days = { 361, 700 } },
  },

  -- A firm states its revenue in whole steps.
  sizes = {
    large = { headcount = { 500, 6000 }, revenue = { from = wan(30000), below = wan(500000), step = wan(100) } },
    medium = { headcount = { 100, 499 }, revenue = { from = wan(4000), below = wan(30000), step = wan(10) } },
    small = { headcount = { 8, 99 }, revenue = { from = wan(200), below = wan(4000), step = wan(1) } },
  },

  sources = { exhibition = 25, web = 20, referral = 20, agent = 15, outbound = 15, tender = 5 },

  -- CU2. `share` is the weight among the customers of a level. `register` opens the credit code: 91 a firm,
  -- 12 a public institution. A trade word belongs to one kind only: names are unique by it.
  kinds = {
    {
      kind = "satellite_maker", share = { A = 28, B = 8, C = 3, D = 6 }, register = "91",
      industry = { C3742 = 1 },
      trades = { "卫星科技", "卫星制造", "微小卫星", "卫星工程", "卫星系统", "卫星技术" },
    },
    {
      kind = "launch_vehicle_maker", share = { A = 26, B = 6, C = 2, D = 5 }, register = "91",
      industry = { C3742 = 1 },
      trades = { "火箭科技", "运载火箭", "火箭动力", "液体动力", "航天动力", "推进技术" },
    },
    {
      kind = "spacecraft_integrator", share = { A = 18, B = 6, C = 2, D = 4 }, register = "91",
      industry = { C3742 = 2, C3743 = 1 },
      trades = { "宇航科技", "航天器总装", "空间系统", "航天集成", "飞行器科技", "宇航系统" },
    },
    {
      kind = "structural_part_maker", share = { A = 10, B = 26, C = 18, D = 15 }, register = "91",
      industry = { C3743 = 3, C3482 = 1, C3484 = 1 },
      trades = { "精密制造", "航天结构件", "复合材料", "精工机械", "轻合金", "精密铸造", "结构技术" },
    },
    {
      kind = "equipment_integrator", share = { A = 8, B = 18, C = 10, D = 12 }, register = "91",
      industry = { C3743 = 2, C3744 = 1 },
      trades = { "航天装备", "电子设备", "测控技术", "导航技术", "载荷技术", "星载设备" },
    },
    {
      kind = "research_institute", share = { A = 4, B = 14, C = 9, D = 8 }, register = "12",
      industry = { M7320 = 3, P8341 = 1 },
      trades = { "空间技术研究院", "航天研究所", "宇航实验室", "材料研究所", "空间科学研究院" },
      is_institution = true,
    },
    {
      kind = "civil_military_firm", share = { A = 6, B = 14, C = 10, D = 10 }, register = "91",
      industry = { C3749 = 2, C3744 = 1 },
      trades = { "防务科技", "特种装备", "航空航天", "军民融合科技", "特种材料" },
    },
    {
      kind = "ground_equipment_maker", share = { A = 0, B = 5, C = 20, D = 14 }, register = "91",
      industry = { C3743 = 1, C3921 = 1 },
      trades = { "地面设备", "天线技术", "测试设备", "地面站科技", "发射保障", "通信设备" },
    },
    {
      kind = "training_body", share = { A = 0, B = 1, C = 8, D = 8 }, register = "91",
      industry = { P8391 = 1 },
      trades = { "航天教育", "航天培训", "科普教育", "职业培训", "航天文化" },
    },
    {
      kind = "start_up", share = { A = 0, B = 2, C = 18, D = 18 }, register = "91",
      industry = { C3749 = 1, M7320 = 1 },
      trades = { "空间科技", "星空科技", "太空科技", "星际科技", "商业航天", "智能航天", "轨道科技" },
    },
  },

  -- City, sales region, division code of the city, weight.
  cities = {
    { city = "北京", region = "north", division = "110108", weight = 210 },
    { city = "天津", region = "north", division = "120116", weight = 40 },
    { city = "石家庄", region = "north", division = "130100", weight = 10 },
    { city = "太原", region = "north", division = "140100", weight = 15 },
    { city = "沈阳", region = "north", division = "210100", weight = 25 },
    { city = "大连", region = "north", division = "210200", weight = 15 },
    { city = "长春", region = "north", division = "220100", weight = 30 },
    { city = "哈尔滨", region = "north", division = "230100", weight = 25 },
    { city = "上海", region = "east", division = "310115", weight = 120 },
    { city = "南京", region = "east", division = "320100", weight = 40 },
    { city = "无锡", region = "east", division = "320200", weight = 20 },
    { city = "苏州", region = "east", division = "320500", weight = 35 },
    { city = "杭州", region = "east", division = "330100", weight = 35 },
    { city = "宁波", region = "east", division = "330200", weight = 20 },
    { city = "合肥", region = "east", division = "340100", weight = 25 },
    { city = "济南", region = "east", division = "370100", weight = 20 },
    { city = "青岛", region = "east", division = "370200", weight = 15 },
    { city = "烟台", region = "east", division = "370600", weight = 25 },
    { city = "郑州", region = "central", division = "410100", weight = 20 },
    { city = "武汉", region = "central", division = "420100", weight = 55 },
    { city = "长沙", region = "central", division = "430100", weight = 30 },
    { city = "南昌", region = "central", division = "360100", weight = 15 },
    { city = "广州", region = "south", division = "440100", weight = 35 },
    { city = "深圳", region = "south", division = "440300", weight = 60 },
    { city = "珠海", region = "south", division = "440400", weight = 10 },
    { city = "文昌", region = "south", division = "469005", weight = 15 },
    { city = "重庆", region = "west", division = "500112", weight = 25 },
    { city = "成都", region = "west", division = "510100", weight = 55 },
    { city = "绵阳", region = "west", division = "510700", weight = 10 },
    { city = "贵阳", region = "west", division = "520100", weight = 10 },
    { city = "西安", region = "west", division = "610100", weight = 85 },
    { city = "兰州", region = "west", division = "620100", weight = 10 },
  },

  -- A firm's name is two characters, one of each row, then its trade word, in one of the forms.
  names = {
    first = "星天银宇航凌云长东中华远蓝启鸿翔飞神北南金玄九太零微时千万海深霄苍穹寰瀚辰曜昊晟景恒泰嘉瑞盛创智光新博卓越腾"
      .. "驰骏骁锐擎鼎立方正元同和安平建国民荣兴达通联合众信诚德惠思明晨旭朝阳月揽望逐御问探领先引力极",
    second = "河舟辰宇航箭翼穹轨芒图迹锋弦衡维元拓翔腾跃驰程志源泉峰岳川海洋波涛澜霖岩石磐基柱梁桥路途帆舸艇轮梭弓矢剑戈盾甲"
      .. "光辉耀明晖曦旭昀晴岚霞虹霓雷电鸣声音律吕和谐同盟信诺达通联接合成就功业绩效能力量子核心芯",
    forms = {
      { weight = 5, form = "{name}（{city}）有限公司" },
      { weight = 4, form = "{city}{name}有限公司" },
      { weight = 2, form = "{city}{name}股份有限公司" },
      { weight = 1, form = "{name}（{city}）有限责任公司" },
    },
    institution = "{city}{name}",
    surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文",
    given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文海燕俊峰鹏飞晓东宇航欣怡子涵浩然雨轩思远嘉诚晨曦博雅琴立新振宁庆春雪梅",
  },

  -- CU3. `mailbox` is the local part; each customer has a domain of its own under `domain`.
  contacts = {
    domain = "example.com", telephone = "000-",
    missing = { phone = 0.12, email = 0.18, title = 0.08, relationship = 0.15 },
    roles = {
      { role = "procurement", weight = 40, mailbox = "caigou", titles = { "采购总监", "采购经理", "采购工程师" } },
      { role = "technical", weight = 35, mailbox = "jishu", titles = { "结构工程师", "总体工程师", "技术经理" } },
      { role = "quality", weight = 15, mailbox = "zhiliang", titles = { "质量工程师", "质量经理" } },
      { role = "management", weight = 10, mailbox = "bangong", titles = { "副总经理", "总经理", "运营总监" } },
    },
  },

  reps = {
    customers_each = 150, least_a_region = 2, left = 0.06,
    domain = "sales.example.com", joined = { 60, 2400 },
  },

  activities = {
    -- `summary`: the kind is one that calls for a summary (CU14). `opened`: the customer opened our mail (CU13).
    kinds = {
      { kind = "visit", weight = 25, summary = true }, { kind = "call", weight = 35, summary = true },
      { kind = "email_sent", weight = 15 }, { kind = "email_opened", weight = 25, opened = true },
    },
    hours = { 9, 18 },
    -- Of the summaries that are called for: how many are late (more than a day), and how many never come.
    late = 0.15, absent = 0.20, delay_hours = { 1, 22 }, late_hours = { 25, 120 },
    summaries = {
      "确认年度需求计划，等待技术评审", "讨论样件验证结果，客户要求补充检测报告", "对方关注交期，希望签订框架协议",
      "了解新型号进度，预计下季度询价", "介绍高可靠产品，客户要求报价", "跟进到货情况，客户满意",
      "客户反馈包装问题，已转质量处理", "沟通付款安排，本月可付清",
    },
  },

  orders = { open_days = 30, open = "open", done = "delivered" },

  -- How often a field of a customer is empty.
  missing = {
    uscc = 0.02, industry = 0.06, headcount = 0.15, revenue = 0.30, source = 0.10, credit = 0.10,
    influence = 0.08, potential = 0.08, repurchase_rate = 0.12, refer_score = 0.35, size_score = 0.10,
    fit_score = 0.12, urgency_score = 0.20, budget_score = 0.20, clarity_score = 0.25,
    industry_score = 0.12, stage = 0.05,
  },

  -- PR1. `pack`: pieces that are sold together; its price is a whole number of fen, and under 600 yuan, so that
  -- orders come out near their plan.
  products = {
    { code = "B1-M4-E", name = "六角头螺栓 M4×16", category = "bolt", grade = "economic", surface = "zinc", standard = "GB/T 5783-2016", price = money"0.1850", cost = money"0.1120", lead_days = 14, pack = 100, weight = 8 },
    { code = "B1-M6-E", name = "六角头螺栓 M6×20", category = "bolt", grade = "economic", surface = "zinc", standard = "GB/T 5783-2016", price = money"0.3625", cost = money"0.2210", lead_days = 14, pack = 100, weight = 9 },
    { code = "B1-M8-E", name = "六角头螺栓 M8×30", category = "bolt", grade = "economic", surface = "zinc", standard = "GB/T 5782-2016", price = money"0.7480", cost = money"0.4675", lead_days = 14, pack = 100, weight = 7 },
    { code = "B2-M5-E", name = "内六角圆柱头螺钉 M5×16", category = "bolt", grade = "economic", surface = "black_oxide", standard = "GB/T 70.1-2008", price = money"0.4275", cost = money"0.2650", lead_days = 14, pack = 100, weight = 7 },
    { code = "N1-M6-E", name = "六角螺母 M6", category = "nut", grade = "economic", surface = "zinc", standard = "GB/T 6170-2015", price = money"0.1265", cost = money"0.0760", lead_days = 10, pack = 200, weight = 8 },
    { code = "N1-M8-E", name = "六角螺母 M8", category = "nut", grade = "economic", surface = "zinc", standard = "GB/T 6170-2015", price = money"0.2140", cost = money"0.1290", lead_days = 10, pack = 200, weight = 6 },
    { code = "W1-M6-E", name = "平垫圈 M6", category = "washer", grade = "economic", surface = "zinc", standard = "GB/T 97.1-2002", price = money"0.0485", cost = money"0.0275", lead_days = 7, pack = 500, weight = 6 },
    { code = "W2-M6-E", name = "弹簧垫圈 M6", category = "washer", grade = "economic", surface = "zinc", standard = "GB/T 93-1987", price = money"0.0725", cost = money"0.0420", lead_days = 7, pack = 500, weight = 5 },
    { code = "T1-HEX-E", name = "内六角扳手组套", category = "tool", grade = "economic", surface = "chrome", standard = "GB/T 5356-2021", price = money"86.0000", cost = money"52.0000", lead_days = 5, pack = 1, weight = 2 },
    { code = "T2-SOC-E", name = "套筒组套", category = "tool", grade = "economic", surface = "chrome", standard = "GB/T 3390.1-2013", price = money"318.0000", cost = money"205.0000", lead_days = 5, pack = 1, weight = 1 },

    { code = "B1-M6-S", name = "不锈钢六角头螺栓 M6×20", category = "bolt", grade = "standard", surface = "passivated", standard = "GB/T 5783-2016", price = money"2.3650", cost = money"1.4800", lead_days = 21, pack = 50, weight = 9 },
    { code = "B1-M8-S", name = "不锈钢六角头螺栓 M8×30", category = "bolt", grade = "standard", surface = "passivated", standard = "GB/T 5782-2016", price = money"4.1280", cost = money"2.6050", lead_days = 21, pack = 50, weight = 8 },
    { code = "B2-M5-S", name = "不锈钢内六角螺钉 M5×16", category = "bolt", grade = "standard", surface = "passivated", standard = "GB/T 70.1-2008", price = money"2.0875", cost = money"1.2900", lead_days = 21, pack = 80, weight = 8 },
    { code = "B3-M6-S", name = "六角法兰面螺栓 M6×25", category = "bolt", grade = "standard", surface = "zinc_nickel", standard = "GB/T 16674.1-2016", price = money"3.4560", cost = money"2.1700", lead_days = 21, pack = 50, weight = 5 },
    { code = "N2-M6-S", name = "非金属嵌件锁紧螺母 M6", category = "nut", grade = "standard", surface = "passivated", standard = "GB/T 889.1-2015", price = money"1.2845", cost = money"0.7850", lead_days = 14, pack = 100, weight = 7 },
    { code = "N2-M8-S", name = "非金属嵌件锁紧螺母 M8", category = "nut", grade = "standard", surface = "passivated", standard = "GB/T 889.1-2015", price = money"1.9360", cost = money"1.2020", lead_days = 14, pack = 100, weight = 5 },
    { code = "N3-M6-S", name = "六角薄螺母 M6", category = "nut", grade = "standard", surface = "passivated", standard = "GB/T 6172.1-2016", price = money"0.8925", cost = money"0.5480", lead_days = 14, pack = 100, weight = 4 },
    { code = "W1-M6-S", name = "不锈钢平垫圈 M6", category = "washer", grade = "standard", surface = "passivated", standard = "GB/T 97.1-2002", price = money"0.3275", cost = money"0.1950", lead_days = 10, pack = 200, weight = 5 },
    { code = "W3-M6-S", name = "外齿锁紧垫圈 M6", category = "washer", grade = "standard", surface = "zinc_nickel", standard = "GB/T 862.1-1987", price = money"0.5640", cost = money"0.3420", lead_days = 10, pack = 200, weight = 3 },
    { code = "T3-TRQ-S", name = "预置式扭力扳手 5–25 N·m", category = "tool", grade = "standard", surface = "chrome", standard = "GB/T 15729-2008", price = money"586.0000", cost = money"372.0000", lead_days = 7, pack = 1, weight = 1 },

    { code = "B4-M5-H", name = "钛合金沉头螺栓 M5×18", category = "bolt", grade = "high_reliability", surface = "anodised", standard = "GJB 715A-2009", price = money"38.6500", cost = money"23.9000", lead_days = 28, pack = 10, weight = 7 },
    { code = "B4-M6-H", name = "钛合金十二角头螺栓 M6×22", category = "bolt", grade = "high_reliability", surface = "anodised", standard = "GJB 715A-2009", price = money"52.4800", cost = money"32.7500", lead_days = 28, pack = 10, weight = 7 },
    { code = "B5-M8-H", name = "高温合金螺栓 M8×35", category = "bolt", grade = "high_reliability", surface = "silver", standard = "GJB 3376-1998", price = money"58.9250", cost = money"37.1000", lead_days = 35, pack = 10, weight = 6 },
    { code = "B6-M6-H", name = "A286 高强度螺栓 M6×24", category = "bolt", grade = "high_reliability", surface = "silver", standard = "GJB 3376-1998", price = money"46.2150", cost = money"28.8600", lead_days = 35, pack = 10, weight = 5 },
    { code = "N4-M5-H", name = "自锁螺母 M5", category = "nut", grade = "high_reliability", surface = "silver", standard = "GJB 125A-1998", price = money"18.7350", cost = money"11.4600", lead_days = 28, pack = 20, weight = 6 },
    { code = "N4-M6-H", name = "自锁螺母 M6", category = "nut", grade = "high_reliability", surface = "silver", standard = "GJB 125A-1998", price = money"22.1850", cost = money"13.7250", lead_days = 28, pack = 20, weight = 6 },
    { code = "N5-M6-H", name = "托板自锁螺母 M6", category = "nut", grade = "high_reliability", surface = "dry_film", standard = "GJB 125A-1998", price = money"26.4275", cost = money"16.5400", lead_days = 35, pack = 20, weight = 4 },
    { code = "W4-M6-H", name = "高温合金垫圈 M6", category = "washer", grade = "high_reliability", surface = "silver", standard = "GJB 3376-1998", price = money"7.3625", cost = money"4.4800", lead_days = 21, pack = 40, weight = 4 },
    { code = "W5-M6-H", name = "钛合金沉头垫圈 M6", category = "washer", grade = "high_reliability", surface = "anodised", standard = "GJB 715A-2009", price = money"9.8450", cost = money"6.0300", lead_days = 21, pack = 50, weight = 3 },
  },
}
