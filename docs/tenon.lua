---@meta tenon

-- Types of the language of Tenon for the Lua language server.
-- Generated from the catalog and the help registry: tenon help --annotations > docs/tenon.lua

---An exact amount of money in yuan.
---@class money
---@operator add(money): money
---@operator sub(money): money
---@operator mul(number): money
---@operator div(number): money
---@operator div(money): number
---@operator unm: money
local money_methods = {}

---Shares that add up to the amount: largest remainder, ties by position, to the fen.
---@param n any
---@return money[]
function money_methods:allocate(n) end

---The quotient by a whole number, rounded as spelled.
---@param n number
---@param rounding any
---@param stage? any
---@return money
function money_methods:divide(n, rounding, stage) end

---Whether the amount is nothing.
---@return boolean
function money_methods:is_zero() end

---The amount as people read it: thousands grouped; in 万元 or 亿元 rounded half to even to 2 decimals.
---Units: unit: "yuan" unless given, "wan" or "yi", whose word follows the amount
---@param unit? any
---@return string
function money_methods:text(unit) end

---The product with a rate, rounded as spelled at a named stage.
---Units: stage: "unit" (4 decimals), "line" or "document" (2)
---@param rate any
---@param rounding any
---@param stage? any
---@return money
function money_methods:times(rate, rounding, stage) end

---The amount as a plain number of yuan, for arithmetic that needs no exactness.
---Units: yuan
---@return number
function money_methods:yuan() end

---A day of the calendar.
---@class date
---@operator add(span): date
---@operator sub(span): date
---@operator sub(date): span
local date_methods = {}

---So many months on; the day is clamped to the month's end.
---@param n number
---@return date
function date_methods:add_months(n) end

---The month, 1–12.
---@return integer
function date_methods:month() end

---The quarter, 1–4.
---@return integer
function date_methods:quarter() end

---The day of the week, Monday = 1.
---@return integer
function date_methods:weekday() end

---The year.
---@return integer
function date_methods:year() end

---A moment.
---@class instant
---@operator add(span): instant
---@operator sub(span): instant
---@operator sub(instant): span
local instant_methods = {}

---A span of time.
---@class span
---@operator add(span): span
---@operator sub(span): span
---@operator mul(number): span
---@operator div(span): number
local span_methods = {}

---The span as a number of days.
---Units: days
---@return number
function span_methods:days() end

---Records of an entity, not read yet.
---@class query
local query_methods = {}

---The mean of a field or rule; money to 1/10,000 yuan, half to even.
---@param field string|function
function query_methods:avg(field) end

---How many records there are.
---@return integer
function query_methods:count() end

---Makes a record and gives it.
---Changes: one new record
---@param options table
---@return any
function query_methods:create(options) end

---Deletes the records; those that others refer to cannot go.
---Changes: the records that match
---@return integer
function query_methods:delete() end

---Goes through the records: `for c in customers:each() do … end`, or calls f with each.
---@param f? function
---@return fun(): any
function query_methods:each(f) end

---The first record, or nil.
---@return any
function query_methods:first() end

---Typed columns of the records, for filters, groups and measures over millions of rows. A field names its column; a path through references is joined by id. Columns are read once and kept until the records change.
---Units: money stays exact; rows go by id
---@param options table
---@return frame
function query_methods:frame(options) end

---The record with an id, a code or a name, or nil.
---@param key any
---@return any
function query_methods:get(key) end

---Splits the records into groups; ask them for :count(), :sum(x), :avg(x), :min(x) or :max(x).
---@param field string|function
---@param ... any
---@return groups
function query_methods:group_by(field, ...) end

---The ids of the records, as a list.
---@return integer[]
function query_methods:ids() end

---At most n records, after the first so many.
---@param n number
---@param offset? any
---@return self
function query_methods:limit(n, offset) end

---The greatest value of a field or rule.
---@param field string|function
function query_methods:max(field) end

---The least value of a field or rule.
---@param field string|function
function query_methods:min(field) end

---The records in the order of fields; "-field" for downward. Ties go by id.
---@param field string
---@param ... any
---@return self
function query_methods:order_by(field, ...) end

---The records' chosen fields as a table of results.
---@return results
function query_methods:rows() end

---The same records; tables of them show these fields.
---@param field string
---@param ... any
---@return self
function query_methods:select(field, ...) end

---The sum of a field or rule; exact for money. Missing values do not count.
---@param field string|function
function query_methods:sum(field) end

---The n records with the greatest measure, greatest first, as a list.
---@param n number
---@param measure string|function
---@return any[]
function query_methods:top(n, measure) end

---Sets fields of every record: a table of field and rule (function, expression or value), or a function that returns one. All rules see the record as it was. For a text field a string is the value, not an expression.
---Changes: the fields named, of the records that match
---@param rules any
---@return table
function query_methods:update(rules) end

---The records that meet a condition: an expression, a function, or a table of fields and values.
---@param condition string|function|table
---@return self
function query_methods:where(condition) end

---@class changes
local changes_methods = {}

---How many cells and records changed.
---@return integer
function changes_methods:count() end

---The first n changed rows: id, before, after.
---@param entity any
---@param field string
---@param n number
---@return results
function changes_methods:first(entity, field, n) end

---How often each value turned into each other.
---@param entity any
---@param field string
---@return results
function changes_methods:moves(entity, field) end

---@class explanation
---@field [any] any
local explanation_methods = {}

---@class frame
---@field [any] any
local frame_methods = {}

---How many rows there are, or how many have a value in a column.
---@param column? any
---@param condition? string|function|table
function frame_methods:count(column, condition) end

---How many different values a column has.
---@param column any
---@param condition? string|function|table
function frame_methods:distinct(column, condition) end

---@class frame.group_by.options
---@field month? string
---@field name? table
---@field [any] any

---Splits the rows into groups by columns and calendar periods, upward by key, empty keys first. Measures of the groups are computed in one pass, at the first that is asked.
---Units: periods: day, week, month, quarter, half, year; their keys are texts as 2026-06, 2026-Q2, 2026-H1
---@param options frame.group_by.options
---@return groups
function frame_methods:group_by(options) end

---The frame with the columns of another: each row gets those of the record that the column refers to, by id, empty where the other frame has none. A name that is there already is prefixed by the column.
---@param other any
---@param column any
---@return frame
function frame_methods:join(other, column) end

---The greatest value of a column; nil of nothing.
---@param column any
---@param condition? string|function|table
function frame_methods:max(column, condition) end

---The mean of a column's values; nil of nothing.
---Units: money to 1/10,000 yuan, half to even
---@param column any
---@param condition? string|function|table
function frame_methods:mean(column, condition) end

---The middle value of a column; nil of nothing.
---Units: straight lines between neighbours (type 7); money to 1/10,000 yuan; of days the one at or below
---@param column any
---@param condition? string|function|table
function frame_methods:median(column, condition) end

---The least value of a column; nil of nothing.
---@param column any
---@param condition? string|function|table
function frame_methods:min(column, condition) end

---The value below which a share of a column's values lies; nil of nothing.
---Units: straight lines between neighbours (type 7); money to 1/10,000 yuan; of days the one at or below
---@param column any
---@param share number
---@param condition? string|function|table
function frame_methods:quantile(column, share, condition) end

---The first n rows as a table of results, 20 unless given.
---@param n? number
---@return results
function frame_methods:rows(n) end

---The sum of a column, exact for money; nothing gives 0.
---@param column any
---@param condition? string|function|table
function frame_methods:sum(column, condition) end

---The rows that meet a condition: {column = value, a list of values or {from =, upto =, below =}}, {day = {period = "2026-Q2"}}, an expression over the columns, or a function of a row. Columns are shared, nothing is copied.
---Units: from and upto count as within; an empty value meets no bound
---@param condition string|function|table
---@return frame
function frame_methods:where(condition) end

---@class grid
---@field [any] any
local grid_methods = {}

---The table of a variant, for policies.use, scenarios, or another grid.
---@param n number
function grid_methods:plan(n) end

---What a variant would have paid each rep: rep, name, in_force, variant, difference.
---@param n number
function grid_methods:reps(n) end

---@class group
---@field [any] any
local group_methods = {}

---How many rows there are, or how many have a value in a column. Of one group; a condition, as frame:where takes it, narrows it first.
---@param column? any
---@param condition? string|function|table
function group_methods:count(column, condition) end

---How many different values a column has. Of one group; a condition, as frame:where takes it, narrows it first.
---@param column any
---@param condition? string|function|table
function group_methods:distinct(column, condition) end

---The greatest value of a column; nil of nothing. Of one group; a condition, as frame:where takes it, narrows it first.
---@param column any
---@param condition? string|function|table
function group_methods:max(column, condition) end

---The mean of a column's values; nil of nothing. Of one group; a condition, as frame:where takes it, narrows it first.
---Units: money to 1/10,000 yuan, half to even
---@param column any
---@param condition? string|function|table
function group_methods:mean(column, condition) end

---The middle value of a column; nil of nothing. Of one group; a condition, as frame:where takes it, narrows it first.
---Units: straight lines between neighbours (type 7); money to 1/10,000 yuan; of days the one at or below
---@param column any
---@param condition? string|function|table
function group_methods:median(column, condition) end

---The least value of a column; nil of nothing. Of one group; a condition, as frame:where takes it, narrows it first.
---@param column any
---@param condition? string|function|table
function group_methods:min(column, condition) end

---The value below which a share of a column's values lies; nil of nothing. Of one group; a condition, as frame:where takes it, narrows it first.
---Units: straight lines between neighbours (type 7); money to 1/10,000 yuan; of days the one at or below
---@param column any
---@param share number
---@param condition? string|function|table
function group_methods:quantile(column, share, condition) end

---How many different values of a column the group has at least n times, twice unless given: customers who ordered again.
---@param column any
---@param n? number
function group_methods:repeated(column, n) end

---What the group's sum is of the sum of all rows, or of the rows with the same values of some keys.
---Units: share; nil where that sum is nothing
---@param column any
---@param key? any
---@param ... any
function group_methods:share(column, key, ...) end

---The sum of a column, exact for money; nothing gives 0. Of one group; a condition, as frame:where takes it, narrows it first.
---@param column any
---@param condition? string|function|table
function group_methods:sum(column, condition) end

---What share of the group's sum the n largest values of a key have: how much hangs on few.
---Units: share; nil where the sum is not above 0
---@param column any
---@param key any
---@param n number
function group_methods:top_share(column, key, n) end

---@class groups
---@field [any] any
local groups_methods = {}

---Each group's mean.
---@param field string|function
function groups_methods:avg(field) end

---How many records each group has.
function groups_methods:count() end

---Calls a function with every group.
---@param f function
function groups_methods:each(f) end

---What a function gives for every group, as a list.
---@param f function
function groups_methods:map(f) end

---Each group's greatest value.
---@param field string|function
function groups_methods:max(field) end

---Each group's least value.
---@param field string|function
function groups_methods:min(field) end

---Each group's sum.
---@param field string|function
function groups_methods:sum(field) end

---@class groups.table.options
---@field name? string|function
---@field [any] any

---A row a group: its keys, then the measures, each as text ("count", "sum amount", "quantile amount 0.9", "share amount") or a function of the group. A list keeps its order; names go by the alphabet.
---@param options groups.table.options
function groups_methods:table(options) end

---@class lines
---@field [any] any
local lines_methods = {}

---@class lines.price.options
---@field policy? string|table
---@field keep_refused? boolean

---Prices the lines: lines, amount, list_total, discount, cost, margin, refused; [i] is a line as pricing.price gives it, with why. A line without a price is an error with its number, or, with keep_refused, a row of `refused`.
---Units: yuan; discount and margin are shares for show
---@param options lines.price.options
function lines_methods:price(options) end

---@class priced
---@field [any] any
local priced_methods = {}

---Priced lines in groups by product, customer, or a field of the line as level, region or category: lines, list_total, amount, discount, cost, margin.
---Units: yuan; discount and margin are shares for show
---@param field string
function priced_methods:by(field) end

---One column of priced lines as a list: product, customer, quantity, unit_price, amount, list_total, cost, lead_days, waterfall. A refused line, and what is empty, is false.
---@param column any
function priced_methods:list(column) end

---@class reader
---@field [any] any
local reader_methods = {}

---Ends the reading before the last row, after a `break`; at the last row it ends by itself.
function reader_methods:close() end

---The names of the columns, as a list.
function reader_methods:columns() end

---Names the file that gets the rejected rows: their columns, then line, code and reason. Call it before the loop.
---Changes: the file, also in a plan
---@param path string
function reader_methods:rejects(path) end

---What became of the rows so far: read = stored + rejected, codes (how often each), first (rejects with line, code, reason), rejects (their file).
function reader_methods:report() end

---@class report
---@field [any] any
local report_methods = {}

---The report's drawings as text: bars, and what gnuplot draws of curves and points.
---Units: width: columns, 79 unless given
---@param width? any
function report_methods:picture(width) end

---Writes the report to a file: .html holds its drawings and tables and needs no network, .svg its first drawing, .txt what print shows. Gives the path.
---Changes: the file, also in a plan
---@param path string
function report_methods:save(path) end

---@class results
---@field [any] any
local results_methods = {}

---@class row
---@field [any] any
local row_methods = {}

---A field by its column's name, also where a method has that name.
---@param column any
function row_methods:get(column) end

---The line of the file, from 1, on which the row starts.
function row_methods:line() end

---Refuses the row, with a reason or with a caught error; it counts as rejected and goes to the file of rejects. The first reason stands.
---@param reason string
---@param code? string
function row_methods:reject(reason, code) end

---The row's fields as a table by column name.
function row_methods:totable() end

---@alias setting.field "name"|"value"

---settings 设置: Words that hold for the whole book, as its currency.
---@class setting
---@field id integer
---@field name string name 名称: What is set, as currency.
---@field value string value 值: What it is set to, as CNY.
local setting_record = {}

---The record that a field refers to, or nil.
---@param field setting.field
---@return any
function setting_record:follow(field) end

---Every field and the id, as a table.
---@return table
function setting_record:totable() end

---All settings 设置.
---@class settings: query
---@field where fun(self: settings, condition: table<setting.field, any>|string|fun(record: setting): any): settings
---@field order_by fun(self: settings, ...: string): settings
---@field limit fun(self: settings, n: integer, offset?: integer): settings
---@field select fun(self: settings, ...: setting.field): settings
---@field get fun(self: settings, key: integer|string): setting?
---@field first fun(self: settings): setting?
---@field top fun(self: settings, n: integer, measure: string|fun(record: setting): any): setting[]
---@field each fun(self: settings, f?: fun(record: setting)): fun(): setting?
---@field update fun(self: settings, rules: table<setting.field, any>|fun(record: setting): table<setting.field, any>?): table
---@field create fun(self: settings, values: table<setting.field, any>): setting
settings = {}

---@alias rule_set.field "code"|"policy"|"rules"

---rule sets 规则集: Rules that priced something, with their sources as they were then.
---@class rule_set
---@field id integer
---@field code string digest 摘要: Tells the texts apart.
---@field policy string price policy 价格策略: Policy they are of.
---@field rules string rules 规则出处: A line a rule: its name, =, its source.
local rule_set_record = {}

---The record that a field refers to, or nil.
---@param field rule_set.field
---@return any
function rule_set_record:follow(field) end

---quotes of this rule sets.
---@return quotes
function rule_set_record:quotes() end

---Every field and the id, as a table.
---@return table
function rule_set_record:totable() end

---All rule sets 规则集.
---@class rule_sets: query
---@field where fun(self: rule_sets, condition: table<rule_set.field, any>|string|fun(record: rule_set): any): rule_sets
---@field order_by fun(self: rule_sets, ...: string): rule_sets
---@field limit fun(self: rule_sets, n: integer, offset?: integer): rule_sets
---@field select fun(self: rule_sets, ...: rule_set.field): rule_sets
---@field get fun(self: rule_sets, key: integer|string): rule_set?
---@field first fun(self: rule_sets): rule_set?
---@field top fun(self: rule_sets, n: integer, measure: string|fun(record: rule_set): any): rule_set[]
---@field each fun(self: rule_sets, f?: fun(record: rule_set)): fun(): rule_set?
---@field update fun(self: rule_sets, rules: table<rule_set.field, any>|fun(record: rule_set): table<rule_set.field, any>?): table
---@field create fun(self: rule_sets, values: table<rule_set.field, any>): rule_set
rule_sets = {}

---@alias rep.field "code"|"name"|"region"|"manager"|"role"|"team"|"area"|"base_pay"|"email"|"joined_on"|"left_on"

---sales reps 销售人员: People who sell and own customers.
---@class rep
---@field id integer
---@field code? string staff code 工号: Your own key of the rep.
---@field name string name 姓名: Name of the rep.
---@field region? string region 区域: Sales region, as east.
---@field manager? string manager 上级: Whom the rep reports to.
---@field role? string role 角色: What the rep may decide, a word of the approval policy.
---@field team? string team 团队: Team that the rep works in.
---@field area? string area 大区: Area that answers for the rep; a rep without one belongs to its region.
---@field base_pay? money base pay 底薪 (yuan): Pay of a month before bonuses.
---@field email? string e-mail 邮箱: E-mail address.
---@field joined_on? date joined on 入职日期: First day.
---@field left_on? date left on 离职日期: Last day; empty while the rep is with us.
local rep_record = {}

---activities of this sales reps.
---@return activities
function rep_record:activities() end

---agents of this sales reps.
---@return agents
function rep_record:agents() end

---alerts of this sales reps.
---@return alerts
function rep_record:alerts() end

---approvals of this sales reps.
---@return approvals
function rep_record:approvals() end

---articles of this sales reps.
---@return articles
function rep_record:articles() end

---awards of this sales reps.
---@return awards
function rep_record:awards() end

---campaigns of this sales reps.
---@return campaigns
function rep_record:campaigns() end

---contract steps of this sales reps.
---@return contract_steps
function rep_record:contract_steps() end

---contracts of this sales reps.
---@return contracts
function rep_record:contracts() end

---credit splits of this sales reps.
---@return credit_splits
function rep_record:credit_splits() end

---customers of this sales reps.
---@return customers
function rep_record:customers() end

---daily reports of this sales reps.
---@return daily_reports
function rep_record:daily_reports() end

---delegations of this sales reps.
---@return delegations
function rep_record:delegations() end

---reviews of deliverables of this sales reps.
---@return deliverable_reviews
function rep_record:deliverable_reviews() end

---deliverables of this sales reps.
---@return deliverables
function rep_record:deliverables() end

---The record that a field refers to, or nil.
---@param field rep.field
---@return any
function rep_record:follow(field) end

---forecast calls of this sales reps.
---@return forecast_calls
function rep_record:forecast_calls() end

---forecasts of this sales reps.
---@return forecasts
function rep_record:forecasts() end

---improvements of this sales reps.
---@return improvements
function rep_record:improvements() end

---leads of this sales reps.
---@return leads
function rep_record:leads() end

---mentorships of this sales reps.
---@return mentorships
function rep_record:mentorships() end

---signatures of milestones of this sales reps.
---@return milestone_signatures
function rep_record:milestone_signatures() end

---need findings of this sales reps.
---@return need_findings
function rep_record:need_findings() end

---opportunities of this sales reps.
---@return opportunities
function rep_record:opportunities() end

---orders of this sales reps.
---@return orders
function rep_record:orders() end

---pay lines of this sales reps.
---@return pay_lines
function rep_record:pay_lines() end

---plan milestones of this sales reps.
---@return plan_milestones
function rep_record:plan_milestones() end

---quotes of this sales reps.
---@return quotes
function rep_record:quotes() end

---risks of this sales reps.
---@return risks
function rep_record:risks() end

---scorecards of this sales reps.
---@return scorecards
function rep_record:scorecards() end

---success plans of this sales reps.
---@return success_plans
function rep_record:success_plans() end

---survey answers of this sales reps.
---@return survey_answers
function rep_record:survey_answers() end

---targets of this sales reps.
---@return targets
function rep_record:targets() end

---tasks of this sales reps.
---@return tasks
function rep_record:tasks() end

---tickets of this sales reps.
---@return tickets
function rep_record:tickets() end

---Every field and the id, as a table.
---@return table
function rep_record:totable() end

---trainings of this sales reps.
---@return trainings
function rep_record:trainings() end

---All sales reps 销售人员.
---@class reps: query
---@field where fun(self: reps, condition: table<rep.field, any>|string|fun(record: rep): any): reps
---@field order_by fun(self: reps, ...: string): reps
---@field limit fun(self: reps, n: integer, offset?: integer): reps
---@field select fun(self: reps, ...: rep.field): reps
---@field get fun(self: reps, key: integer|string): rep?
---@field first fun(self: reps): rep?
---@field top fun(self: reps, n: integer, measure: string|fun(record: rep): any): rep[]
---@field each fun(self: reps, f?: fun(record: rep)): fun(): rep?
---@field update fun(self: reps, rules: table<rep.field, any>|fun(record: rep): table<rep.field, any>?): table
---@field create fun(self: reps, values: table<rep.field, any>): rep
reps = {}

---@alias product.kind "part"|"kit"|"base"|"module"|"service"
---@alias product.field "code"|"name"|"category"|"grade"|"surface"|"standard"|"unit_price"|"cost"|"lead_days"|"kind"|"floor_price"|"logistics_cost"

---products 产品: What we sell, with list price, cost and lead time.
---@class product
---@field id integer
---@field code? string product code 产品编码: Your own key of the product.
---@field name string name 名称: Name of the product.
---@field category? string category 类别: As bolt or washer.
---@field grade? string grade 等级: As economic or high_reliability.
---@field surface? string surface treatment 表面处理: Surface treatment.
---@field standard? string standard 标准号: Standard number.
---@field unit_price? money unit price 单价 (yuan): List price of one piece, to four decimals.
---@field cost? money cost 成本 (yuan): Cost of one piece.
---@field lead_days? integer lead time 交期 (days): Days from order to delivery.
---@field kind? product.kind kind of product 产品形态: What part of an offer it can be; a part where it is empty.
---@field floor_price? money floor price 底价 (yuan): Price of one piece that no discount may cross.
---@field logistics_cost? money logistics cost 物流成本 (yuan): Cost of bringing one piece to the region of the base rate.
local product_record = {}

---The record that a field refers to, or nil.
---@param field product.field
---@return any
function product_record:follow(field) end

---forecast calls of this products.
---@return forecast_calls
function product_record:forecast_calls() end

---forecasts of this products.
---@return forecasts
function product_record:forecasts() end

---kit items of this products.
---@return kit_items
function product_record:kit_items() end

---module rules of this products.
---@return module_rules
function product_record:module_rules() end

---opportunities of this products.
---@return opportunities
function product_record:opportunities() end

---order lines of this products.
---@return order_lines
function product_record:order_lines() end

---quote lines of this products.
---@return quote_lines
function product_record:quote_lines() end

---resales of this products.
---@return resales
function product_record:resales() end

---tickets of this products.
---@return tickets
function product_record:tickets() end

---Every field and the id, as a table.
---@return table
function product_record:totable() end

---All products 产品.
---@class products: query
---@field where fun(self: products, condition: table<product.field, any>|string|fun(record: product): any): products
---@field order_by fun(self: products, ...: string): products
---@field limit fun(self: products, n: integer, offset?: integer): products
---@field select fun(self: products, ...: product.field): products
---@field get fun(self: products, key: integer|string): product?
---@field first fun(self: products): product?
---@field top fun(self: products, n: integer, measure: string|fun(record: product): any): product[]
---@field each fun(self: products, f?: fun(record: product)): fun(): product?
---@field update fun(self: products, rules: table<product.field, any>|fun(record: product): table<product.field, any>?): table
---@field create fun(self: products, values: table<product.field, any>): product
products = {}

---@alias kit_item.field "kit"|"product"|"quantity"

---kit items 套装组成: What a kit is made of, one line a product.
---@class kit_item
---@field id integer
---@field kit integer kit 套装: Product that is the kit.
---@field product integer product 产品: What is in it; may be a kit itself.
---@field quantity integer quantity 数量 (pieces): Pieces of it in one kit.
local kit_item_record = {}

---The record that a field refers to, or nil.
---@param field kit_item.field
---@return any
function kit_item_record:follow(field) end

---Every field and the id, as a table.
---@return table
function kit_item_record:totable() end

---All kit items 套装组成.
---@class kit_items: query
---@field where fun(self: kit_items, condition: table<kit_item.field, any>|string|fun(record: kit_item): any): kit_items
---@field order_by fun(self: kit_items, ...: string): kit_items
---@field limit fun(self: kit_items, n: integer, offset?: integer): kit_items
---@field select fun(self: kit_items, ...: kit_item.field): kit_items
---@field get fun(self: kit_items, key: integer|string): kit_item?
---@field first fun(self: kit_items): kit_item?
---@field top fun(self: kit_items, n: integer, measure: string|fun(record: kit_item): any): kit_item[]
---@field each fun(self: kit_items, f?: fun(record: kit_item)): fun(): kit_item?
---@field update fun(self: kit_items, rules: table<kit_item.field, any>|fun(record: kit_item): table<kit_item.field, any>?): table
---@field create fun(self: kit_items, values: table<kit_item.field, any>): kit_item
kit_items = {}

---@alias module_rule.field "base"|"module"|"least"|"most"|"requires"|"excludes"|"note"

---module rules 模块规则: Which modules fit which base, how often, and what they ask of each other.
---@class module_rule
---@field id integer
---@field base integer base 基础产品: Product that is configured.
---@field module integer module 模块: Module or service that fits it.
---@field least? integer least 最少数量 (pieces): Pieces that a base has at least; from 1 the module cannot be left out.
---@field most? integer most 最多数量 (pieces): Pieces that a base has at most; no limit when empty.
---@field requires? integer requires 依赖模块: Module that must be there too.
---@field excludes? integer excludes 互斥模块: Module that must not be there.
---@field note? string note 备注: Why.
local module_rule_record = {}

---The record that a field refers to, or nil.
---@param field module_rule.field
---@return any
function module_rule_record:follow(field) end

---Every field and the id, as a table.
---@return table
function module_rule_record:totable() end

---All module rules 模块规则.
---@class module_rules: query
---@field where fun(self: module_rules, condition: table<module_rule.field, any>|string|fun(record: module_rule): any): module_rules
---@field order_by fun(self: module_rules, ...: string): module_rules
---@field limit fun(self: module_rules, n: integer, offset?: integer): module_rules
---@field select fun(self: module_rules, ...: module_rule.field): module_rules
---@field get fun(self: module_rules, key: integer|string): module_rule?
---@field first fun(self: module_rules): module_rule?
---@field top fun(self: module_rules, n: integer, measure: string|fun(record: module_rule): any): module_rule[]
---@field each fun(self: module_rules, f?: fun(record: module_rule)): fun(): module_rule?
---@field update fun(self: module_rules, rules: table<module_rule.field, any>|fun(record: module_rule): table<module_rule.field, any>?): table
---@field create fun(self: module_rules, values: table<module_rule.field, any>): module_rule
module_rules = {}

---@alias customer.industry_edition "2017"|"2011"
---@alias customer.size "large"|"medium"|"small"
---@alias customer.stage "acquire"|"activate"|"retain"|"convert"|"refer"
---@alias customer.influence "low"|"medium"|"high"
---@alias customer.potential "low"|"medium"|"high"
---@alias customer.field "code"|"name"|"uscc"|"industry"|"industry_edition"|"kind"|"size"|"headcount"|"revenue"|"region"|"owner"|"csm"|"source"|"stage"|"credit"|"influence"|"potential"|"repurchase_rate"|"refer_score"|"ladder"|"size_score"|"fit_score"|"urgency_score"|"budget_score"|"clarity_score"|"industry_score"|"created_on"|"updated_on"|"level"|"segment"|"grade"|"score"|"annual_purchase"|"order_count"|"first_order"|"last_order"|"last_contact"|"last_email_opened"|"churn"|"health"|"health_band"|"health_on"|"health_model"

---customers 客户: Firms that buy or may buy, with their level, segment and purchase facts.
---@class customer
---@field id integer
---@field code? string customer code 客户编码: Your own key of the customer, as in the ERP.
---@field name string registered name 名称: Full registered name.
---@field uscc? string unified social credit code 统一社会信用代码: 18 characters, checked by GB 32100-2015.
---@field industry? string industry class 行业分类: Class of GB/T 4754, as C3742.
---@field industry_edition? customer.industry_edition classification edition 行业分类版本: Edition of GB/T 4754 that the class is from.
---@field kind? string kind of customer 客户类型: Kind by what the firm makes, a word of the service policy, as satellite_maker.
---@field size? customer.size size grade 规模: Size grade by headcount or revenue.
---@field headcount? integer headcount 员工人数 (people): People employed.
---@field revenue? money yearly revenue 年营业收入 (yuan): The firm's own revenue a year.
---@field region? string region 区域: Sales region, as east.
---@field owner? integer owner 负责人: Rep who owns the customer.
---@field csm? integer success manager 客户成功经理: Who keeps the customer successful after the sale.
---@field source? string source 来源: How the customer was won, as exhibition.
---@field stage? customer.stage lifecycle stage 生命周期阶段: Stage of the customer's life.
---@field credit? integer payment credit 付款信用 (0–100): How well the customer pays, by your own assessment.
---@field influence? customer.influence industry influence 行业影响力: Influence in its industry.
---@field potential? customer.potential potential 发展潜力: Growth potential: industry growth, expansion plans, depth.
---@field repurchase_rate? number repurchase rate 复购率 (0–1): Share of purchases that are repeated.
---@field refer_score? integer willingness to refer 推荐意愿 (0–10): Answer to “would you recommend us?”.
---@field ladder? string value ladder 价值阶梯: How far the relationship is, a word of the ladder policy, as partner.
---@field size_score? integer size score 规模评分 (1–5): Size.
---@field fit_score? integer fit score 匹配度评分 (1–5): Fit with what we sell.
---@field urgency_score? integer urgency score 紧迫度评分 (1–5): Urgency of need.
---@field budget_score? integer budget score 预算评分 (1–5): Budget.
---@field clarity_score? integer decision-chain score 决策链清晰度评分 (1–5): Clarity of the decision chain.
---@field industry_score? integer industry score 行业评分 (1–5): Industry: policy support and growth.
---@field created_on? date created on 创建日期: Day the record was made.
---@field updated_on? date updated on 更新日期: Day the record was last confirmed or changed.
---@field level? string level 客户等级: Level by the level policy, as A.
---@field segment? string segment 客户分群: Strategy group by the segment policy.
---@field grade? string prospect grade 潜客分级: Grade by the score policy.
---@field score? number prospect score 潜客评分: Score behind the grade.
---@field annual_purchase? money annual purchase 年采购额 (yuan): Purchases over the last twelve months.
---@field order_count? integer orders 订单数 (0 or more): Orders over the last twelve months.
---@field first_order? date first order 首单日期: Day of the first order ever.
---@field last_order? date last order 末单日期: Day of the latest order.
---@field last_contact? date last contact 最近联系: Day of the latest contact of any kind.
---@field last_email_opened? date last e-mail opened 最近打开邮件: Day an e-mail of ours was last opened.
---@field churn? string churn signal 流失信号: State by the churn policy, as at_risk.
---@field health? number health 健康度 (0–100): Score by the health policy, 0–100.
---@field health_band? string health band 健康档位: Band of the health policy, as at_risk.
---@field health_on? date health of 健康度日期: Day that the health is of.
---@field health_model? string health model 健康度模型: Health policy that scored, as health_card.
local customer_record = {}

---activities of this customers.
---@return activities
function customer_record:activities() end

---agents of this customers.
---@return agents
function customer_record:agents() end

---agreements of this customers.
---@return agreements
function customer_record:agreements() end

---campaign members of this customers.
---@return campaign_members
function customer_record:campaign_members() end

---contacts of this customers.
---@return contacts
function customer_record:contacts() end

---contracts of this customers.
---@return contracts
function customer_record:contracts() end

---The record that a field refers to, or nil.
---@param field customer.field
---@return any
function customer_record:follow(field) end

---health scores of this customers.
---@return health_scores
function customer_record:health_scores() end

---invoices of this customers.
---@return invoices
function customer_record:invoices() end

---leads of this customers.
---@return leads
function customer_record:leads() end

---opportunities of this customers.
---@return opportunities
function customer_record:opportunities() end

---orders of this customers.
---@return orders
function customer_record:orders() end

---payments of this customers.
---@return payments
function customer_record:payments() end

---All that is known about a customer in one view: profile, purchases, payments, deals, behaviour, decision chain, service, health and open work. Prints as one screen; report:save("x.html") has the tables.
---Units: over the months of the purchases policy; as_of: the run's day unless given
---@param as_of? date|instant
---@return report
function customer_record:portrait(as_of) end

---quotes of this customers.
---@return quotes
function customer_record:quotes() end

---readings of this customers.
---@return readings
function customer_record:readings() end

---rebate entries of this customers.
---@return rebate_entries
function customer_record:rebate_entries() end

---referrals of this customers.
---@return referrals
function customer_record:referrals() end

---registrations of this customers.
---@return registrations
function customer_record:registrations() end

---resales of this customers.
---@return resales
function customer_record:resales() end

---success plans of this customers.
---@return success_plans
function customer_record:success_plans() end

---survey answers of this customers.
---@return survey_answers
function customer_record:survey_answers() end

---tickets of this customers.
---@return tickets
function customer_record:tickets() end

---Every field and the id, as a table.
---@return table
function customer_record:totable() end

---All customers 客户.
---@class customers: query
---@field where fun(self: customers, condition: table<customer.field, any>|string|fun(record: customer): any): customers
---@field order_by fun(self: customers, ...: string): customers
---@field limit fun(self: customers, n: integer, offset?: integer): customers
---@field select fun(self: customers, ...: customer.field): customers
---@field get fun(self: customers, key: integer|string): customer?
---@field first fun(self: customers): customer?
---@field top fun(self: customers, n: integer, measure: string|fun(record: customer): any): customer[]
---@field each fun(self: customers, f?: fun(record: customer)): fun(): customer?
---@field update fun(self: customers, rules: table<customer.field, any>|fun(record: customer): table<customer.field, any>?): table
---@field create fun(self: customers, values: table<customer.field, any>): customer
customers = {}

---@alias contact.field "customer"|"name"|"role"|"title"|"department"|"phone"|"email"|"relationship"|"created_on"

---contacts 联系人: People at customers, their role in decisions and how well we know them.
---@class contact
---@field id integer
---@field customer integer customer 客户: Customer the person works for.
---@field name string name 姓名: Name of the person.
---@field role? string decision role 决策角色: Role in decisions, a word of the decision-chain policy, as procurement.
---@field title? string title 职务: Job title.
---@field department? string department 部门: Department at the customer.
---@field phone? string phone 电话: Telephone.
---@field email? string e-mail 邮箱: E-mail address.
---@field relationship? integer relationship 关系强度 (0–100): How strong the relationship is.
---@field created_on? date created on 创建日期: Day the record was made.
local contact_record = {}

---activities of this contacts.
---@return activities
function contact_record:activities() end

---The record that a field refers to, or nil.
---@param field contact.field
---@return any
function contact_record:follow(field) end

---signatures of milestones of this contacts.
---@return milestone_signatures
function contact_record:milestone_signatures() end

---survey answers of this contacts.
---@return survey_answers
function contact_record:survey_answers() end

---tickets of this contacts.
---@return tickets
function contact_record:tickets() end

---Every field and the id, as a table.
---@return table
function contact_record:totable() end

---All contacts 联系人.
---@class contacts: query
---@field where fun(self: contacts, condition: table<contact.field, any>|string|fun(record: contact): any): contacts
---@field order_by fun(self: contacts, ...: string): contacts
---@field limit fun(self: contacts, n: integer, offset?: integer): contacts
---@field select fun(self: contacts, ...: contact.field): contacts
---@field get fun(self: contacts, key: integer|string): contact?
---@field first fun(self: contacts): contact?
---@field top fun(self: contacts, n: integer, measure: string|fun(record: contact): any): contact[]
---@field each fun(self: contacts, f?: fun(record: contact)): fun(): contact?
---@field update fun(self: contacts, rules: table<contact.field, any>|fun(record: contact): table<contact.field, any>?): table
---@field create fun(self: contacts, values: table<contact.field, any>): contact
contacts = {}

---@alias referral.field "customer"|"referred"|"referred_on"

---referrals 客户推荐: Customers who brought other customers.
---@class referral
---@field id integer
---@field customer integer customer 推荐人: Who referred.
---@field referred integer referred 被推荐客户: Who was brought.
---@field referred_on date referred on 推荐日期: Day of the referral.
local referral_record = {}

---The record that a field refers to, or nil.
---@param field referral.field
---@return any
function referral_record:follow(field) end

---Every field and the id, as a table.
---@return table
function referral_record:totable() end

---All referrals 客户推荐.
---@class referrals: query
---@field where fun(self: referrals, condition: table<referral.field, any>|string|fun(record: referral): any): referrals
---@field order_by fun(self: referrals, ...: string): referrals
---@field limit fun(self: referrals, n: integer, offset?: integer): referrals
---@field select fun(self: referrals, ...: referral.field): referrals
---@field get fun(self: referrals, key: integer|string): referral?
---@field first fun(self: referrals): referral?
---@field top fun(self: referrals, n: integer, measure: string|fun(record: referral): any): referral[]
---@field each fun(self: referrals, f?: fun(record: referral)): fun(): referral?
---@field update fun(self: referrals, rules: table<referral.field, any>|fun(record: referral): table<referral.field, any>?): table
---@field create fun(self: referrals, values: table<referral.field, any>): referral
referrals = {}

---@alias agreement.field "code"|"customer"|"kind"|"starts_on"|"ends_on"|"note"

---agreements 价格协议: Agreements on price with customers, with their dates.
---@class agreement
---@field id integer
---@field code? string agreement number 协议编号: Your own key of the agreement.
---@field customer integer customer 客户: Who it is with.
---@field kind string kind 协议类型: A word of the price policy, as framework_1y or vmi.
---@field starts_on date starts on 生效日期: First day it holds.
---@field ends_on? date ends on 到期日期: Last day it holds; empty while it has no end.
---@field note? string note 备注: What else was agreed.
local agreement_record = {}

---The record that a field refers to, or nil.
---@param field agreement.field
---@return any
function agreement_record:follow(field) end

---Every field and the id, as a table.
---@return table
function agreement_record:totable() end

---All agreements 价格协议.
---@class agreements: query
---@field where fun(self: agreements, condition: table<agreement.field, any>|string|fun(record: agreement): any): agreements
---@field order_by fun(self: agreements, ...: string): agreements
---@field limit fun(self: agreements, n: integer, offset?: integer): agreements
---@field select fun(self: agreements, ...: agreement.field): agreements
---@field get fun(self: agreements, key: integer|string): agreement?
---@field first fun(self: agreements): agreement?
---@field top fun(self: agreements, n: integer, measure: string|fun(record: agreement): any): agreement[]
---@field each fun(self: agreements, f?: fun(record: agreement)): fun(): agreement?
---@field update fun(self: agreements, rules: table<agreement.field, any>|fun(record: agreement): table<agreement.field, any>?): table
---@field create fun(self: agreements, values: table<agreement.field, any>): agreement
agreements = {}

---@alias quote.status "draft"|"pending"|"approved"|"rejected"|"sent"|"accepted"|"declined"|"expired"|"superseded"
---@alias quote.field "code"|"customer"|"rep"|"version"|"revises"|"status"|"quoted_on"|"valid_until"|"policy"|"rule_set"|"agreement"|"vmi"|"cash"|"prepaid"|"renewal_years"|"promotion"|"referral"|"trial_days"|"list_total"|"amount"|"cost"|"reason"

---quotes 报价单: Offers to customers, in versions, each with its terms and totals.
---@class quote
---@field id integer
---@field code? string quote number 报价单号: Number of the quote with its version, as Q-00000012-2.
---@field customer integer customer 客户: Who is offered.
---@field rep? integer rep 销售人员: Who made the offer.
---@field version? integer version 版本 (1 or more): Counts from 1.
---@field revises? integer revises 修订自: The version before this one.
---@field status? quote.status status 状态: Where the quote stands.
---@field quoted_on date quoted on 报价日期: Day whose prices hold.
---@field valid_until? date valid until 有效期至: Last day it can be accepted.
---@field policy? string price policy 价格策略: Policy that priced it.
---@field rule_set? integer rule set 规则集: The rules that priced it, with their sources as they were.
---@field agreement? string agreement 协议: Kind of price agreement it is under.
---@field vmi? boolean VMI 供应商管理库存: Whether we manage the stock.
---@field cash? boolean cash 现款: Whether it is paid in cash.
---@field prepaid? number prepaid share 预付比例 (0–1): Share paid before delivery.
---@field renewal_years? integer renewal years 续约年限 (0 or more): Years the customer commits to.
---@field promotion? string promotion 促销代码: Code of a dated promotion.
---@field referral? boolean referral 推荐: Whether the customer referred another.
---@field trial_days? integer trial days 试用天数 (0 or more): Days of use before payment.
---@field list_total? money list total 目录价合计 (yuan): Lines at list price.
---@field amount? money amount 报价金额 (yuan): What the customer pays.
---@field cost? money cost 成本 (yuan): Cost of the lines, with regional logistics.
---@field reason? string reason 原因: Why it was declined or revised.
local quote_record = {}

---approvals of this quotes.
---@return approvals
function quote_record:approvals() end

---contracts of this quotes.
---@return contracts
function quote_record:contracts() end

---The record that a field refers to, or nil.
---@param field quote.field
---@return any
function quote_record:follow(field) end

---quote lines of this quotes.
---@return quote_lines
function quote_record:quote_lines() end

---quotes of this quotes.
---@return quotes
function quote_record:quotes() end

---Every field and the id, as a table.
---@return table
function quote_record:totable() end

---All quotes 报价单.
---@class quotes: query
---@field where fun(self: quotes, condition: table<quote.field, any>|string|fun(record: quote): any): quotes
---@field order_by fun(self: quotes, ...: string): quotes
---@field limit fun(self: quotes, n: integer, offset?: integer): quotes
---@field select fun(self: quotes, ...: quote.field): quotes
---@field get fun(self: quotes, key: integer|string): quote?
---@field first fun(self: quotes): quote?
---@field top fun(self: quotes, n: integer, measure: string|fun(record: quote): any): quote[]
---@field each fun(self: quotes, f?: fun(record: quote)): fun(): quote?
---@field update fun(self: quotes, rules: table<quote.field, any>|fun(record: quote): table<quote.field, any>?): table
---@field create fun(self: quotes, values: table<quote.field, any>): quote
quotes = {}

---@alias quote_line.field "quote"|"line"|"product"|"kit"|"quantity"|"list_price"|"unit_price"|"amount"|"cost"|"lead_days"|"waterfall"

---quote lines 报价单行: Products of a quote, each with its price and waterfall.
---@class quote_line
---@field id integer
---@field quote integer quote 报价单: Quote it is a line of.
---@field line integer line 行号 (1 or more): Counts from 1.
---@field product integer product 产品: What is offered.
---@field kit? integer kit 套装: Kit or configuration it is part of.
---@field quantity integer quantity 数量 (pieces): Pieces offered.
---@field list_price? money list price 目录价 (yuan): List price of one piece.
---@field unit_price? money unit price 单价 (yuan): Price of one piece, to four decimals.
---@field amount? money amount 金额 (yuan): Price of the line, to the fen.
---@field cost? money cost 成本 (yuan): Cost of the line.
---@field lead_days? integer lead time 交期 (0 or more): Days to delivery.
---@field waterfall? string waterfall 价格瀑布: Steps from list price to price, see pricing.waterfall.
local quote_line_record = {}

---The record that a field refers to, or nil.
---@param field quote_line.field
---@return any
function quote_line_record:follow(field) end

---order lines of this quote lines.
---@return order_lines
function quote_line_record:order_lines() end

---Every field and the id, as a table.
---@return table
function quote_line_record:totable() end

---All quote lines 报价单行.
---@class quote_lines: query
---@field where fun(self: quote_lines, condition: table<quote_line.field, any>|string|fun(record: quote_line): any): quote_lines
---@field order_by fun(self: quote_lines, ...: string): quote_lines
---@field limit fun(self: quote_lines, n: integer, offset?: integer): quote_lines
---@field select fun(self: quote_lines, ...: quote_line.field): quote_lines
---@field get fun(self: quote_lines, key: integer|string): quote_line?
---@field first fun(self: quote_lines): quote_line?
---@field top fun(self: quote_lines, n: integer, measure: string|fun(record: quote_line): any): quote_line[]
---@field each fun(self: quote_lines, f?: fun(record: quote_line)): fun(): quote_line?
---@field update fun(self: quote_lines, rules: table<quote_line.field, any>|fun(record: quote_line): table<quote_line.field, any>?): table
---@field create fun(self: quote_lines, values: table<quote_line.field, any>): quote_line
quote_lines = {}

---@alias approval.status "waiting"|"approved"|"rejected"|"void"
---@alias approval.field "quote"|"step"|"role"|"review"|"status"|"requested_at"|"rep"|"on_behalf_of"|"decided_at"|"reason"|"facts"|"kept_from"

---approvals 审批: Decisions that a quote needs, in their order.
---@class approval
---@field id integer
---@field quote integer quote 报价单: What is decided on.
---@field step integer step 步骤 (1 or more): Steps go upward; equal ones side by side.
---@field role string role 角色: Who may decide, a word of the approval policy.
---@field review? string review 评审: What is looked at, a word of the policy.
---@field status approval.status status 状态: Where it stands; void once a later version took over.
---@field requested_at? instant requested at 提交时间: When the decision was asked for.
---@field rep? integer rep 审批人: Who decided.
---@field on_behalf_of? integer on behalf of 代理: Who delegated the decision.
---@field decided_at? instant decided at 审批时间: When it was decided.
---@field reason? string reason 理由: Why.
---@field facts? string facts 审批要素: What was approved; a revision that keeps it stays approved.
---@field kept_from? integer kept from 沿用自: Approval of an earlier version that still holds.
local approval_record = {}

---approvals of this approvals.
---@return approvals
function approval_record:approvals() end

---The record that a field refers to, or nil.
---@param field approval.field
---@return any
function approval_record:follow(field) end

---Every field and the id, as a table.
---@return table
function approval_record:totable() end

---All approvals 审批.
---@class approvals: query
---@field where fun(self: approvals, condition: table<approval.field, any>|string|fun(record: approval): any): approvals
---@field order_by fun(self: approvals, ...: string): approvals
---@field limit fun(self: approvals, n: integer, offset?: integer): approvals
---@field select fun(self: approvals, ...: approval.field): approvals
---@field get fun(self: approvals, key: integer|string): approval?
---@field first fun(self: approvals): approval?
---@field top fun(self: approvals, n: integer, measure: string|fun(record: approval): any): approval[]
---@field each fun(self: approvals, f?: fun(record: approval)): fun(): approval?
---@field update fun(self: approvals, rules: table<approval.field, any>|fun(record: approval): table<approval.field, any>?): table
---@field create fun(self: approvals, values: table<approval.field, any>): approval
approvals = {}

---@alias delegation.field "rep"|"delegate"|"role"|"from_on"|"upto_on"|"reason"

---delegations 审批授权: Who decides for whom, and when.
---@class delegation
---@field id integer
---@field rep integer rep 授权人: Who is away.
---@field delegate integer delegate 代理人: Who decides instead.
---@field role? string role 角色: The role handed over; all of them when empty.
---@field from_on date from 起始日期: First day.
---@field upto_on date up to 截止日期: Last day.
---@field reason? string reason 原因: Why.
local delegation_record = {}

---The record that a field refers to, or nil.
---@param field delegation.field
---@return any
function delegation_record:follow(field) end

---Every field and the id, as a table.
---@return table
function delegation_record:totable() end

---All delegations 审批授权.
---@class delegations: query
---@field where fun(self: delegations, condition: table<delegation.field, any>|string|fun(record: delegation): any): delegations
---@field order_by fun(self: delegations, ...: string): delegations
---@field limit fun(self: delegations, n: integer, offset?: integer): delegations
---@field select fun(self: delegations, ...: delegation.field): delegations
---@field get fun(self: delegations, key: integer|string): delegation?
---@field first fun(self: delegations): delegation?
---@field top fun(self: delegations, n: integer, measure: string|fun(record: delegation): any): delegation[]
---@field each fun(self: delegations, f?: fun(record: delegation)): fun(): delegation?
---@field update fun(self: delegations, rules: table<delegation.field, any>|fun(record: delegation): table<delegation.field, any>?): table
---@field create fun(self: delegations, values: table<delegation.field, any>): delegation
delegations = {}

---@alias contract.status "draft"|"signed"|"completed"|"cancelled"
---@alias contract.field "code"|"customer"|"quote"|"rep"|"industry"|"amount"|"status"|"signed_on"|"due_on"|"delivered_on"|"ends_on"|"penalty_rate"|"penalty_cap"|"reason"

---contracts 合同: Contracts with customers.
---@class contract
---@field id integer
---@field code? string contract number 合同编号: Your own key of the contract.
---@field customer integer customer 客户: Who it is with.
---@field quote? integer quote 报价单: Quote it came from.
---@field rep? integer rep 销售人员: Who answers for it.
---@field industry? string industry 行业条款: Which clauses beside the general ones.
---@field amount money amount 合同金额 (yuan): What it is worth.
---@field status contract.status status 状态: Where it stands.
---@field signed_on? date signed on 签订日期: Day of signature.
---@field due_on? date due on 交付期限: Day by which all is delivered.
---@field delivered_on? date delivered on 交付日期: Day the last piece was delivered.
---@field ends_on? date ends on 到期日期: Last day it holds.
---@field penalty_rate? number penalty a day 日违约金率 (0–1): Share of the amount for each day late.
---@field penalty_cap? number largest penalty 违约金上限 (0–1): The most that a delay costs, as a share of the amount.
---@field reason? string reason 原因: Why it was cancelled.
local contract_record = {}

---contract clauses of this contracts.
---@return contract_clauses
function contract_record:contract_clauses() end

---contract steps of this contracts.
---@return contract_steps
function contract_record:contract_steps() end

---The record that a field refers to, or nil.
---@param field contract.field
---@return any
function contract_record:follow(field) end

---instalments of this contracts.
---@return instalments
function contract_record:instalments() end

---invoices of this contracts.
---@return invoices
function contract_record:invoices() end

---orders of this contracts.
---@return orders
function contract_record:orders() end

---success plans of this contracts.
---@return success_plans
function contract_record:success_plans() end

---tickets of this contracts.
---@return tickets
function contract_record:tickets() end

---Every field and the id, as a table.
---@return table
function contract_record:totable() end

---All contracts 合同.
---@class contracts: query
---@field where fun(self: contracts, condition: table<contract.field, any>|string|fun(record: contract): any): contracts
---@field order_by fun(self: contracts, ...: string): contracts
---@field limit fun(self: contracts, n: integer, offset?: integer): contracts
---@field select fun(self: contracts, ...: contract.field): contracts
---@field get fun(self: contracts, key: integer|string): contract?
---@field first fun(self: contracts): contract?
---@field top fun(self: contracts, n: integer, measure: string|fun(record: contract): any): contract[]
---@field each fun(self: contracts, f?: fun(record: contract)): fun(): contract?
---@field update fun(self: contracts, rules: table<contract.field, any>|fun(record: contract): table<contract.field, any>?): table
---@field create fun(self: contracts, values: table<contract.field, any>): contract
contracts = {}

---@alias contract_clause.field "contract"|"position"|"clause"|"title"|"body"|"source"

---contract clauses 合同条款: Clauses of contracts, as signed.
---@class contract_clause
---@field id integer
---@field contract integer contract 合同: Contract it is in.
---@field position integer position 序号 (1 or more): Counts from 1.
---@field clause string clause 条款: Key in the clause library.
---@field title string title 标题: Title.
---@field body string body 正文: Text.
---@field source? string source 出处: Where it is from.
local contract_clause_record = {}

---The record that a field refers to, or nil.
---@param field contract_clause.field
---@return any
function contract_clause_record:follow(field) end

---Every field and the id, as a table.
---@return table
function contract_clause_record:totable() end

---All contract clauses 合同条款.
---@class contract_clauses: query
---@field where fun(self: contract_clauses, condition: table<contract_clause.field, any>|string|fun(record: contract_clause): any): contract_clauses
---@field order_by fun(self: contract_clauses, ...: string): contract_clauses
---@field limit fun(self: contract_clauses, n: integer, offset?: integer): contract_clauses
---@field select fun(self: contract_clauses, ...: contract_clause.field): contract_clauses
---@field get fun(self: contract_clauses, key: integer|string): contract_clause?
---@field first fun(self: contract_clauses): contract_clause?
---@field top fun(self: contract_clauses, n: integer, measure: string|fun(record: contract_clause): any): contract_clause[]
---@field each fun(self: contract_clauses, f?: fun(record: contract_clause)): fun(): contract_clause?
---@field update fun(self: contract_clauses, rules: table<contract_clause.field, any>|fun(record: contract_clause): table<contract_clause.field, any>?): table
---@field create fun(self: contract_clauses, values: table<contract_clause.field, any>): contract_clause
contract_clauses = {}

---@alias contract_step.done_by "signed"|"ordered"|"delivered"|"accepted"
---@alias contract_step.field "contract"|"position"|"step"|"role"|"rep"|"due_on"|"done_on"|"done_by"|"note"

---contract steps 合同执行步骤: Steps of carrying contracts out, with dates and owners.
---@class contract_step
---@field id integer
---@field contract integer contract 合同: Contract it is a step of.
---@field position integer position 序号 (1 or more): Counts from 1.
---@field step string step 步骤: A word of the policy, as shipped.
---@field role? string role 角色: Who does it, a word of the policy.
---@field rep? integer rep 负责人: Who does it.
---@field due_on? date due on 期限: Day by which it is done.
---@field done_on? date done on 完成日期: Day it was done.
---@field done_by? contract_step.done_by done by 完成事件: What completes it by itself; by hand where empty.
---@field note? string note 备注: What came of it.
local contract_step_record = {}

---The record that a field refers to, or nil.
---@param field contract_step.field
---@return any
function contract_step_record:follow(field) end

---Every field and the id, as a table.
---@return table
function contract_step_record:totable() end

---All contract steps 合同执行步骤.
---@class contract_steps: query
---@field where fun(self: contract_steps, condition: table<contract_step.field, any>|string|fun(record: contract_step): any): contract_steps
---@field order_by fun(self: contract_steps, ...: string): contract_steps
---@field limit fun(self: contract_steps, n: integer, offset?: integer): contract_steps
---@field select fun(self: contract_steps, ...: contract_step.field): contract_steps
---@field get fun(self: contract_steps, key: integer|string): contract_step?
---@field first fun(self: contract_steps): contract_step?
---@field top fun(self: contract_steps, n: integer, measure: string|fun(record: contract_step): any): contract_step[]
---@field each fun(self: contract_steps, f?: fun(record: contract_step)): fun(): contract_step?
---@field update fun(self: contract_steps, rules: table<contract_step.field, any>|fun(record: contract_step): table<contract_step.field, any>?): table
---@field create fun(self: contract_steps, values: table<contract_step.field, any>): contract_step
contract_steps = {}

---@alias agent.state "active"|"suspended"|"ended"
---@alias agent.field "code"|"name"|"customer"|"rank"|"owner"|"state"|"signed_on"|"ends_on"|"trained_on"|"note"

---agents 代理商: Agents: rank, contract, and who looks after them.
---@class agent
---@field id integer
---@field code? string agent number 代理商编号: Your own key of the agent.
---@field name string name 名称: Registered name.
---@field customer? integer customer 客户: The customer record through which it buys and gets rebates.
---@field rank? string rank 等级: Word of the channel policy, as gold.
---@field owner? integer owner 负责人: Rep who looks after it.
---@field state agent.state state 状态: Whether it sells for us.
---@field signed_on? date signed on 签约日期: Day of the contract.
---@field ends_on? date ends on 到期日期: Last day of the contract.
---@field trained_on? date trained on 培训日期: Day of the last training.
---@field note? string note 备注: What else is to be said.
local agent_record = {}

---agent reviews of this agents.
---@return agent_reviews
function agent_record:agent_reviews() end

---The record that a field refers to, or nil.
---@param field agent.field
---@return any
function agent_record:follow(field) end

---orders of this agents.
---@return orders
function agent_record:orders() end

---registrations of this agents.
---@return registrations
function agent_record:registrations() end

---resales of this agents.
---@return resales
function agent_record:resales() end

---territories of this agents.
---@return territories
function agent_record:territories() end

---Every field and the id, as a table.
---@return table
function agent_record:totable() end

---All agents 代理商.
---@class agents: query
---@field where fun(self: agents, condition: table<agent.field, any>|string|fun(record: agent): any): agents
---@field order_by fun(self: agents, ...: string): agents
---@field limit fun(self: agents, n: integer, offset?: integer): agents
---@field select fun(self: agents, ...: agent.field): agents
---@field get fun(self: agents, key: integer|string): agent?
---@field first fun(self: agents): agent?
---@field top fun(self: agents, n: integer, measure: string|fun(record: agent): any): agent[]
---@field each fun(self: agents, f?: fun(record: agent)): fun(): agent?
---@field update fun(self: agents, rules: table<agent.field, any>|fun(record: agent): table<agent.field, any>?): table
---@field create fun(self: agents, values: table<agent.field, any>): agent
agents = {}

---@alias territory.field "agent"|"region"|"product"|"is_exclusive"|"starts_on"|"ends_on"

---territories 授权区域: Areas in which agents may sell.
---@class territory
---@field id integer
---@field agent integer agent 代理商: Who may sell.
---@field region string region 区域: Where.
---@field product? string product line 产品线: Category of products; empty for all.
---@field is_exclusive boolean exclusive 独家: Whether nobody else may sell there.
---@field starts_on date starts on 开始日期: First day.
---@field ends_on? date ends on 结束日期: Last day; empty while it lasts.
local territory_record = {}

---The record that a field refers to, or nil.
---@param field territory.field
---@return any
function territory_record:follow(field) end

---Every field and the id, as a table.
---@return table
function territory_record:totable() end

---All territories 授权区域.
---@class territories: query
---@field where fun(self: territories, condition: table<territory.field, any>|string|fun(record: territory): any): territories
---@field order_by fun(self: territories, ...: string): territories
---@field limit fun(self: territories, n: integer, offset?: integer): territories
---@field select fun(self: territories, ...: territory.field): territories
---@field get fun(self: territories, key: integer|string): territory?
---@field first fun(self: territories): territory?
---@field top fun(self: territories, n: integer, measure: string|fun(record: territory): any): territory[]
---@field each fun(self: territories, f?: fun(record: territory)): fun(): territory?
---@field update fun(self: territories, rules: table<territory.field, any>|fun(record: territory): table<territory.field, any>?): table
---@field create fun(self: territories, values: table<territory.field, any>): territory
territories = {}

---@alias registration.state "open"|"won"|"expired"|"rejected"
---@alias registration.field "agent"|"customer"|"product"|"registered_on"|"expires_on"|"state"|"reason"|"note"

---registrations 客户报备: Customers that agents registered, with until when the claim holds.
---@class registration
---@field id integer
---@field agent integer agent 代理商: Who claims.
---@field customer integer customer 客户: Who is claimed.
---@field product? string product line 产品线: Category of products; empty for all.
---@field registered_on date registered on 报备日期: Day of the claim.
---@field expires_on date expires on 失效日期: Last day on which it holds.
---@field state registration.state state 状态: What became of it.
---@field reason? string reason 原因: Why it was rejected or let go.
---@field note? string note 备注: What else is to be said.
local registration_record = {}

---The record that a field refers to, or nil.
---@param field registration.field
---@return any
function registration_record:follow(field) end

---Every field and the id, as a table.
---@return table
function registration_record:totable() end

---All registrations 客户报备.
---@class registrations: query
---@field where fun(self: registrations, condition: table<registration.field, any>|string|fun(record: registration): any): registrations
---@field order_by fun(self: registrations, ...: string): registrations
---@field limit fun(self: registrations, n: integer, offset?: integer): registrations
---@field select fun(self: registrations, ...: registration.field): registrations
---@field get fun(self: registrations, key: integer|string): registration?
---@field first fun(self: registrations): registration?
---@field top fun(self: registrations, n: integer, measure: string|fun(record: registration): any): registration[]
---@field each fun(self: registrations, f?: fun(record: registration)): fun(): registration?
---@field update fun(self: registrations, rules: table<registration.field, any>|fun(record: registration): table<registration.field, any>?): table
---@field create fun(self: registrations, values: table<registration.field, any>): registration
registrations = {}

---@alias order.field "code"|"customer"|"rep"|"agent"|"amount"|"ordered_on"|"status"|"contract"|"reason"

---orders 订单: Orders placed, each with its lines.
---@class order
---@field id integer
---@field code? string order number 订单号: Your own key of the order.
---@field customer integer customer 客户: Customer who ordered.
---@field rep? integer rep 销售人员: Rep who won the order.
---@field agent? integer agent 代理商: Agent through whom it came.
---@field amount money amount 金额 (yuan): Amount of the order, its returns taken off.
---@field ordered_on date ordered on 下单日期: Day of the order.
---@field status? string status 状态: As open or delivered.
---@field contract? integer contract 合同: Contract that it carries out.
---@field reason? string reason 原因: Why it was cancelled.
local order_record = {}

---credit splits of this orders.
---@return credit_splits
function order_record:credit_splits() end

---The record that a field refers to, or nil.
---@param field order.field
---@return any
function order_record:follow(field) end

---invoices of this orders.
---@return invoices
function order_record:invoices() end

---opportunities of this orders.
---@return opportunities
function order_record:opportunities() end

---order lines of this orders.
---@return order_lines
function order_record:order_lines() end

---pay lines of this orders.
---@return pay_lines
function order_record:pay_lines() end

---resales of this orders.
---@return resales
function order_record:resales() end

---tickets of this orders.
---@return tickets
function order_record:tickets() end

---Every field and the id, as a table.
---@return table
function order_record:totable() end

---All orders 订单.
---@class orders: query
---@field where fun(self: orders, condition: table<order.field, any>|string|fun(record: order): any): orders
---@field order_by fun(self: orders, ...: string): orders
---@field limit fun(self: orders, n: integer, offset?: integer): orders
---@field select fun(self: orders, ...: order.field): orders
---@field get fun(self: orders, key: integer|string): order?
---@field first fun(self: orders): order?
---@field top fun(self: orders, n: integer, measure: string|fun(record: order): any): order[]
---@field each fun(self: orders, f?: fun(record: order)): fun(): order?
---@field update fun(self: orders, rules: table<order.field, any>|fun(record: order): table<order.field, any>?): table
---@field create fun(self: orders, values: table<order.field, any>): order
orders = {}

---@alias order_line.field "order"|"line"|"product"|"quantity"|"list_price"|"unit_price"|"amount"|"cost"|"quote_line"|"returns"|"cancels"|"booked_on"|"reason"

---order lines 订单行: Products of orders; returned and cancelled goods are lines of negative quantity.
---@class order_line
---@field id integer
---@field order integer order 订单: Order it is a line of.
---@field line integer line 行号 (1 or more): Counts from 1.
---@field product? integer product 产品: What was ordered.
---@field quantity? integer quantity 数量 (pieces): Pieces; negative for a return.
---@field list_price? money list price 目录价 (yuan): List price of one piece on that day.
---@field unit_price? money unit price 单价 (yuan): Price of one piece, to four decimals.
---@field amount money amount 金额 (yuan): Price of the line; negative for a return.
---@field cost? money cost 成本 (yuan): Cost of the line.
---@field quote_line? integer quote line 报价单行: Quote line it came from.
---@field returns? integer returns 退货对应行: Line whose goods come back.
---@field cancels? integer cancels 取消对应行: Line whose goods are no longer wanted.
---@field booked_on? date booked on 登记日期: Day the goods came back or were cancelled.
---@field reason? string reason 原因: Why.
local order_line_record = {}

---deliveries of this order lines.
---@return deliveries
function order_line_record:deliveries() end

---The record that a field refers to, or nil.
---@param field order_line.field
---@return any
function order_line_record:follow(field) end

---order lines of this order lines.
---@return order_lines
function order_line_record:order_lines() end

---Every field and the id, as a table.
---@return table
function order_line_record:totable() end

---All order lines 订单行.
---@class order_lines: query
---@field where fun(self: order_lines, condition: table<order_line.field, any>|string|fun(record: order_line): any): order_lines
---@field order_by fun(self: order_lines, ...: string): order_lines
---@field limit fun(self: order_lines, n: integer, offset?: integer): order_lines
---@field select fun(self: order_lines, ...: order_line.field): order_lines
---@field get fun(self: order_lines, key: integer|string): order_line?
---@field first fun(self: order_lines): order_line?
---@field top fun(self: order_lines, n: integer, measure: string|fun(record: order_line): any): order_line[]
---@field each fun(self: order_lines, f?: fun(record: order_line)): fun(): order_line?
---@field update fun(self: order_lines, rules: table<order_line.field, any>|fun(record: order_line): table<order_line.field, any>?): table
---@field create fun(self: order_lines, values: table<order_line.field, any>): order_line
order_lines = {}

---@alias delivery.field "order_line"|"quantity"|"delivered_on"|"accepted_on"|"note"

---deliveries 交货: Goods handed over, in parts where need be.
---@class delivery
---@field id integer
---@field order_line integer order line 订单行: What was delivered.
---@field quantity integer quantity 数量 (pieces): Pieces delivered.
---@field delivered_on date delivered on 交货日期: Day of delivery.
---@field accepted_on? date accepted on 验收日期: Day the customer accepted it.
---@field note? string note 备注: What else was noted.
local delivery_record = {}

---The record that a field refers to, or nil.
---@param field delivery.field
---@return any
function delivery_record:follow(field) end

---Every field and the id, as a table.
---@return table
function delivery_record:totable() end

---All deliveries 交货.
---@class deliveries: query
---@field where fun(self: deliveries, condition: table<delivery.field, any>|string|fun(record: delivery): any): deliveries
---@field order_by fun(self: deliveries, ...: string): deliveries
---@field limit fun(self: deliveries, n: integer, offset?: integer): deliveries
---@field select fun(self: deliveries, ...: delivery.field): deliveries
---@field get fun(self: deliveries, key: integer|string): delivery?
---@field first fun(self: deliveries): delivery?
---@field top fun(self: deliveries, n: integer, measure: string|fun(record: delivery): any): delivery[]
---@field each fun(self: deliveries, f?: fun(record: delivery)): fun(): delivery?
---@field update fun(self: deliveries, rules: table<delivery.field, any>|fun(record: delivery): table<delivery.field, any>?): table
---@field create fun(self: deliveries, values: table<delivery.field, any>): delivery
deliveries = {}

---@alias instalment.field "contract"|"position"|"node"|"share"|"days"|"plan"|"amount"|"due_on"

---instalments 付款节点: When a contract is to be paid, node by node.
---@class instalment
---@field id integer
---@field contract integer contract 合同: Contract it is a payment of.
---@field position integer position 序号 (1 or more): Counts from 1.
---@field node string node 付款节点: A word of the policy, as signed or accepted.
---@field share? number share 比例 (0–1): Share of the contract.
---@field days? integer days after the node 节点后天数 (days): Days from its node to the day it is due.
---@field plan? string payment plan 付款方案: A word of the policy, as standard.
---@field amount money amount 金额 (yuan): What is to be paid.
---@field due_on? date due on 到期日期: Day by which it is paid; empty until its node is reached.
local instalment_record = {}

---The record that a field refers to, or nil.
---@param field instalment.field
---@return any
function instalment_record:follow(field) end

---invoices of this instalments.
---@return invoices
function instalment_record:invoices() end

---Every field and the id, as a table.
---@return table
function instalment_record:totable() end

---All instalments 付款节点.
---@class instalments: query
---@field where fun(self: instalments, condition: table<instalment.field, any>|string|fun(record: instalment): any): instalments
---@field order_by fun(self: instalments, ...: string): instalments
---@field limit fun(self: instalments, n: integer, offset?: integer): instalments
---@field select fun(self: instalments, ...: instalment.field): instalments
---@field get fun(self: instalments, key: integer|string): instalment?
---@field first fun(self: instalments): instalment?
---@field top fun(self: instalments, n: integer, measure: string|fun(record: instalment): any): instalment[]
---@field each fun(self: instalments, f?: fun(record: instalment)): fun(): instalment?
---@field update fun(self: instalments, rules: table<instalment.field, any>|fun(record: instalment): table<instalment.field, any>?): table
---@field create fun(self: instalments, values: table<instalment.field, any>): instalment
instalments = {}

---@alias invoice.field "code"|"customer"|"contract"|"order"|"instalment"|"issued_on"|"due_on"|"amount"|"reverses"|"note"

---invoices 发票: What customers owe.
---@class invoice
---@field id integer
---@field code? string invoice number 发票号: Number of the invoice.
---@field customer integer customer 客户: Who owes.
---@field contract? integer contract 合同: Contract it is for.
---@field order? integer order 订单: Order it is for.
---@field instalment? integer instalment 付款节点: Payment node it is for.
---@field issued_on date issued on 开票日期: Day of the invoice.
---@field due_on date due on 到期日期: Day by which it is paid.
---@field amount money amount 金额 (yuan): What is owed; negative where it reverses another.
---@field reverses? integer reverses 冲销: Invoice that it takes back.
---@field note? string note 备注: Why.
local invoice_record = {}

---allocations of this invoices.
---@return allocations
function invoice_record:allocations() end

---The record that a field refers to, or nil.
---@param field invoice.field
---@return any
function invoice_record:follow(field) end

---invoices of this invoices.
---@return invoices
function invoice_record:invoices() end

---Every field and the id, as a table.
---@return table
function invoice_record:totable() end

---All invoices 发票.
---@class invoices: query
---@field where fun(self: invoices, condition: table<invoice.field, any>|string|fun(record: invoice): any): invoices
---@field order_by fun(self: invoices, ...: string): invoices
---@field limit fun(self: invoices, n: integer, offset?: integer): invoices
---@field select fun(self: invoices, ...: invoice.field): invoices
---@field get fun(self: invoices, key: integer|string): invoice?
---@field first fun(self: invoices): invoice?
---@field top fun(self: invoices, n: integer, measure: string|fun(record: invoice): any): invoice[]
---@field each fun(self: invoices, f?: fun(record: invoice)): fun(): invoice?
---@field update fun(self: invoices, rules: table<invoice.field, any>|fun(record: invoice): table<invoice.field, any>?): table
---@field create fun(self: invoices, values: table<invoice.field, any>): invoice
invoices = {}

---@alias payment.field "code"|"customer"|"received_on"|"amount"|"method"|"reverses"|"note"

---payments 收款: Money received.
---@class payment
---@field id integer
---@field code? string payment number 收款号: Number of the payment, as at the bank.
---@field customer integer customer 客户: Who paid.
---@field received_on date received on 收款日期: Day it came in.
---@field amount money amount 金额 (yuan): What came in; negative where it reverses another.
---@field method? string method 方式: As transfer or cash.
---@field reverses? integer reverses 冲销: Payment that it takes back.
---@field note? string note 备注: Why.
local payment_record = {}

---allocations of this payments.
---@return allocations
function payment_record:allocations() end

---The record that a field refers to, or nil.
---@param field payment.field
---@return any
function payment_record:follow(field) end

---payments of this payments.
---@return payments
function payment_record:payments() end

---Every field and the id, as a table.
---@return table
function payment_record:totable() end

---All payments 收款.
---@class payments: query
---@field where fun(self: payments, condition: table<payment.field, any>|string|fun(record: payment): any): payments
---@field order_by fun(self: payments, ...: string): payments
---@field limit fun(self: payments, n: integer, offset?: integer): payments
---@field select fun(self: payments, ...: payment.field): payments
---@field get fun(self: payments, key: integer|string): payment?
---@field first fun(self: payments): payment?
---@field top fun(self: payments, n: integer, measure: string|fun(record: payment): any): payment[]
---@field each fun(self: payments, f?: fun(record: payment)): fun(): payment?
---@field update fun(self: payments, rules: table<payment.field, any>|fun(record: payment): table<payment.field, any>?): table
---@field create fun(self: payments, values: table<payment.field, any>): payment
payments = {}

---@alias allocation.kind "payment"|"bad_debt"
---@alias allocation.field "invoice"|"payment"|"kind"|"allocated_on"|"amount"|"reverses"|"reason"

---allocations 核销: Which payment, or which loss, settles which invoice.
---@class allocation
---@field id integer
---@field invoice integer invoice 发票: What it settles.
---@field payment? integer payment 收款: What settles it; none for a bad debt.
---@field kind allocation.kind kind 类型: Whether money came, or the claim was given up.
---@field allocated_on date allocated on 核销日期: Day it counts from.
---@field amount money amount 金额 (yuan): How much it settles; negative where it reverses another.
---@field reverses? integer reverses 冲销: Allocation that it takes back.
---@field reason? string reason 原因: Why.
local allocation_record = {}

---allocations of this allocations.
---@return allocations
function allocation_record:allocations() end

---The record that a field refers to, or nil.
---@param field allocation.field
---@return any
function allocation_record:follow(field) end

---Every field and the id, as a table.
---@return table
function allocation_record:totable() end

---All allocations 核销.
---@class allocations: query
---@field where fun(self: allocations, condition: table<allocation.field, any>|string|fun(record: allocation): any): allocations
---@field order_by fun(self: allocations, ...: string): allocations
---@field limit fun(self: allocations, n: integer, offset?: integer): allocations
---@field select fun(self: allocations, ...: allocation.field): allocations
---@field get fun(self: allocations, key: integer|string): allocation?
---@field first fun(self: allocations): allocation?
---@field top fun(self: allocations, n: integer, measure: string|fun(record: allocation): any): allocation[]
---@field each fun(self: allocations, f?: fun(record: allocation)): fun(): allocation?
---@field update fun(self: allocations, rules: table<allocation.field, any>|fun(record: allocation): table<allocation.field, any>?): table
---@field create fun(self: allocations, values: table<allocation.field, any>): allocation
allocations = {}

---@alias rebate_entry.kind "accrual"|"settlement"
---@alias rebate_entry.field "program"|"customer"|"period"|"kind"|"entered_on"|"volume"|"amount"|"note"

---rebate entries 返利流水: Rebates accrued and settled, each as the difference to what was entered before.
---@class rebate_entry
---@field id integer
---@field program string program 返利方案: A word of the rebate policy, as yearly.
---@field customer integer customer 客户: Who gets it.
---@field period string period 期间: As 2026.
---@field kind rebate_entry.kind kind 类型: Whether it is owed or paid.
---@field entered_on date entered on 入账日期: Day of the entry.
---@field volume? money volume 返利基数 (yuan): Purchases of the period that it counts.
---@field amount money amount 金额 (yuan): The difference to what was entered before.
---@field note? string note 备注: How it comes about.
local rebate_entry_record = {}

---The record that a field refers to, or nil.
---@param field rebate_entry.field
---@return any
function rebate_entry_record:follow(field) end

---Every field and the id, as a table.
---@return table
function rebate_entry_record:totable() end

---All rebate entries 返利流水.
---@class rebate_entries: query
---@field where fun(self: rebate_entries, condition: table<rebate_entry.field, any>|string|fun(record: rebate_entry): any): rebate_entries
---@field order_by fun(self: rebate_entries, ...: string): rebate_entries
---@field limit fun(self: rebate_entries, n: integer, offset?: integer): rebate_entries
---@field select fun(self: rebate_entries, ...: rebate_entry.field): rebate_entries
---@field get fun(self: rebate_entries, key: integer|string): rebate_entry?
---@field first fun(self: rebate_entries): rebate_entry?
---@field top fun(self: rebate_entries, n: integer, measure: string|fun(record: rebate_entry): any): rebate_entry[]
---@field each fun(self: rebate_entries, f?: fun(record: rebate_entry)): fun(): rebate_entry?
---@field update fun(self: rebate_entries, rules: table<rebate_entry.field, any>|fun(record: rebate_entry): table<rebate_entry.field, any>?): table
---@field create fun(self: rebate_entries, values: table<rebate_entry.field, any>): rebate_entry
rebate_entries = {}

---@alias activity.field "customer"|"contact"|"rep"|"kind"|"at"|"summary"|"summarised_at"

---activities 活动记录: Visits, calls, e-mails and other events with customers.
---@class activity
---@field id integer
---@field customer integer customer 客户: Customer it was with.
---@field contact? integer contact 联系人: Person it was with.
---@field rep? integer rep 销售人员: Rep who did it.
---@field kind string kind 类型: As visit, call, email_sent or email_opened.
---@field at instant at 时间: When it happened.
---@field summary? string summary 纪要: What came of it.
---@field summarised_at? instant summarised at 纪要时间: When the summary was written.
local activity_record = {}

---The record that a field refers to, or nil.
---@param field activity.field
---@return any
function activity_record:follow(field) end

---Every field and the id, as a table.
---@return table
function activity_record:totable() end

---All activities 活动记录.
---@class activities: query
---@field where fun(self: activities, condition: table<activity.field, any>|string|fun(record: activity): any): activities
---@field order_by fun(self: activities, ...: string): activities
---@field limit fun(self: activities, n: integer, offset?: integer): activities
---@field select fun(self: activities, ...: activity.field): activities
---@field get fun(self: activities, key: integer|string): activity?
---@field first fun(self: activities): activity?
---@field top fun(self: activities, n: integer, measure: string|fun(record: activity): any): activity[]
---@field each fun(self: activities, f?: fun(record: activity)): fun(): activity?
---@field update fun(self: activities, rules: table<activity.field, any>|fun(record: activity): table<activity.field, any>?): table
---@field create fun(self: activities, values: table<activity.field, any>): activity
activities = {}

---@alias lead.status "open"|"nurture"|"converted"|"disqualified"
---@alias lead.field "code"|"company"|"uscc"|"contact_name"|"phone"|"email"|"region"|"industry"|"source"|"cost"|"owner"|"status"|"reason"|"arrived_at"|"graded_at"|"grade_since"|"followed_up_at"|"nurtured_at"|"closed_at"|"budget"|"authority"|"need"|"timing"|"size"|"fit"|"intent"|"intent_at"|"strategic_fit"|"score"|"grade"|"clock_grade"|"customer"|"opportunity"

---leads 线索: Firms that may become customers, with their score, grade and clocks.
---@class lead
---@field id integer
---@field code? string lead number 线索编号: Your own key of the lead.
---@field company string company 企业名称: Name of the firm.
---@field uscc? string unified social credit code 统一社会信用代码: 18 characters, checked by GB 32100-2015.
---@field contact_name? string contact 联系人: Whom to speak to.
---@field phone? string phone 电话: Telephone.
---@field email? string e-mail 邮箱: E-mail address.
---@field region? string region 区域: As east.
---@field industry? string industry class 行业分类: Class of GB/T 4754, as C3742.
---@field source? string source 来源: Where it came from, a word of the lead policy, as exhibition.
---@field cost? money cost 获客成本 (yuan): What it cost to get it.
---@field owner? integer owner 负责人: Rep who looks after it.
---@field status lead.status status 状态: What became of it.
---@field reason? string reason 原因: Why it stands where it does.
---@field arrived_at instant arrived at 到达时间: When it came in.
---@field graded_at? instant graded at 首次分级时间: When it was first graded.
---@field grade_since? instant grade since 计时等级起始时间: When it got the grade that its clocks go by.
---@field followed_up_at? instant followed up at 首次跟进时间: When it was first followed up.
---@field nurtured_at? instant nurtured at 进入培育池时间: When it came into the nurture pool.
---@field closed_at? instant closed at 结束时间: When it was converted or disqualified.
---@field budget? number budget 预算 (0–100): Whether there is money for it.
---@field authority? number authority 决策权 (0–100): How near we are to who decides.
---@field need? number need 需求 (0–100): How real the need is.
---@field timing? number timing 时间 (0–100): How soon it is to be bought.
---@field size? number size 规模 (0–100): How large the firm is.
---@field fit? number fit 匹配度 (0–100): How well it fits what we sell.
---@field intent? number intent 意向 (0–100): How keen it is, by what it does.
---@field intent_at? instant intent seen at 意向时间: When the intent was last seen.
---@field strategic_fit? number strategic fit 战略匹配度 (0–100): How well it fits where we want to go.
---@field score? number lead score 线索评分: Score by the lead policy.
---@field grade? string lead grade 线索等级: Grade by the lead policy, as A.
---@field clock_grade? string grade of the clocks 计时等级: Grade that its clocks go by: the best that it had.
---@field customer? integer customer 客户: Customer that it became.
---@field opportunity? integer opportunity 商机: Id of the opportunity that it became.
local lead_record = {}

---The record that a field refers to, or nil.
---@param field lead.field
---@return any
function lead_record:follow(field) end

---opportunities of this leads.
---@return opportunities
function lead_record:opportunities() end

---Every field and the id, as a table.
---@return table
function lead_record:totable() end

---All leads 线索.
---@class leads: query
---@field where fun(self: leads, condition: table<lead.field, any>|string|fun(record: lead): any): leads
---@field order_by fun(self: leads, ...: string): leads
---@field limit fun(self: leads, n: integer, offset?: integer): leads
---@field select fun(self: leads, ...: lead.field): leads
---@field get fun(self: leads, key: integer|string): lead?
---@field first fun(self: leads): lead?
---@field top fun(self: leads, n: integer, measure: string|fun(record: lead): any): lead[]
---@field each fun(self: leads, f?: fun(record: lead)): fun(): lead?
---@field update fun(self: leads, rules: table<lead.field, any>|fun(record: lead): table<lead.field, any>?): table
---@field create fun(self: leads, values: table<lead.field, any>): lead
leads = {}

---@alias opportunity.status "open"|"won"|"lost"
---@alias opportunity.field "code"|"name"|"customer"|"product"|"rep"|"region"|"source"|"lead"|"playbook"|"playbook_version"|"stage"|"status"|"amount"|"expected_close"|"opened_on"|"closed_on"|"competitor"|"reason"|"is_key"|"updated_on"|"order"

---opportunities 商机: Deals that may be won, each at a stage of its playbook.
---@class opportunity
---@field id integer
---@field code? string opportunity number 商机编号: Your own key of the opportunity.
---@field name? string name 名称: What it is about.
---@field customer? integer customer 客户: Who may buy; empty where not known yet.
---@field product? integer product 产品: What is mainly asked for.
---@field rep? integer rep 销售人员: Rep who owns it.
---@field region? string region 区域: As east.
---@field source? string source 来源: Where it came from.
---@field lead? integer lead 线索: Lead that became it.
---@field playbook string playbook 销售流程: Process that it follows, as fastener.
---@field playbook_version? string playbook version 流程版本: Version of the playbook that it was opened under.
---@field stage string stage 阶段: A stage of its playbook.
---@field status opportunity.status status 状态: Open until it is won or lost.
---@field amount? money amount 金额 (yuan): What it is worth when won; empty where not known yet.
---@field expected_close? date expected close 预计成交日期: Day by which it should be decided.
---@field opened_on date opened on 建立日期: Day it was opened.
---@field closed_on? date closed on 结束日期: Day it was won or lost.
---@field competitor? string main competitor 主要竞争对手: Code of the competitor that matters most.
---@field reason? string reason 原因: Why it was won or lost.
---@field is_key? boolean key opportunity 重点商机: Whether it is tracked as a key opportunity.
---@field updated_on? date updated on 更新日期: Day its state was last looked after.
---@field order? integer order 订单: Order that came of it.
local opportunity_record = {}

---deliverables of this opportunities.
---@return deliverables
function opportunity_record:deliverables() end

---The record that a field refers to, or nil.
---@param field opportunity.field
---@return any
function opportunity_record:follow(field) end

---milestones of this opportunities.
---@return milestones
function opportunity_record:milestones() end

---need findings of this opportunities.
---@return need_findings
function opportunity_record:need_findings() end

---competitors of opportunities of this opportunities.
---@return opportunity_competitors
function opportunity_record:opportunity_competitors() end

---stage moves of this opportunities.
---@return stage_moves
function opportunity_record:stage_moves() end

---Every field and the id, as a table.
---@return table
function opportunity_record:totable() end

---All opportunities 商机.
---@class opportunities: query
---@field where fun(self: opportunities, condition: table<opportunity.field, any>|string|fun(record: opportunity): any): opportunities
---@field order_by fun(self: opportunities, ...: string): opportunities
---@field limit fun(self: opportunities, n: integer, offset?: integer): opportunities
---@field select fun(self: opportunities, ...: opportunity.field): opportunities
---@field get fun(self: opportunities, key: integer|string): opportunity?
---@field first fun(self: opportunities): opportunity?
---@field top fun(self: opportunities, n: integer, measure: string|fun(record: opportunity): any): opportunity[]
---@field each fun(self: opportunities, f?: fun(record: opportunity)): fun(): opportunity?
---@field update fun(self: opportunities, rules: table<opportunity.field, any>|fun(record: opportunity): table<opportunity.field, any>?): table
---@field create fun(self: opportunities, values: table<opportunity.field, any>): opportunity
opportunities = {}

---@alias stage_move.field "opportunity"|"moved_at"|"from_stage"|"stage"|"amount"|"expected_close"|"actor"|"reason"

---stage moves 阶段变动: The history of opportunities: every change of stage, amount and expected close.
---@class stage_move
---@field id integer
---@field opportunity integer opportunity 商机: What moved.
---@field moved_at instant moved at 变动时间: When it moved.
---@field from_stage? string from stage 原阶段: Stage it left; empty when it was opened.
---@field stage string stage 阶段: Stage it came to.
---@field amount? money amount 金额 (yuan): What it was worth as known then.
---@field expected_close? date expected close 预计成交日期: Expected close as known then.
---@field actor? string actor 操作人: Who moved it.
---@field reason? string reason 原因: Why.
local stage_move_record = {}

---The record that a field refers to, or nil.
---@param field stage_move.field
---@return any
function stage_move_record:follow(field) end

---Every field and the id, as a table.
---@return table
function stage_move_record:totable() end

---All stage moves 阶段变动.
---@class stage_moves: query
---@field where fun(self: stage_moves, condition: table<stage_move.field, any>|string|fun(record: stage_move): any): stage_moves
---@field order_by fun(self: stage_moves, ...: string): stage_moves
---@field limit fun(self: stage_moves, n: integer, offset?: integer): stage_moves
---@field select fun(self: stage_moves, ...: stage_move.field): stage_moves
---@field get fun(self: stage_moves, key: integer|string): stage_move?
---@field first fun(self: stage_moves): stage_move?
---@field top fun(self: stage_moves, n: integer, measure: string|fun(record: stage_move): any): stage_move[]
---@field each fun(self: stage_moves, f?: fun(record: stage_move)): fun(): stage_move?
---@field update fun(self: stage_moves, rules: table<stage_move.field, any>|fun(record: stage_move): table<stage_move.field, any>?): table
---@field create fun(self: stage_moves, values: table<stage_move.field, any>): stage_move
stage_moves = {}

---@alias alert.state "open"|"snoozed"|"resolved"
---@alias alert.field "kind"|"key"|"entity"|"record"|"owner"|"message"|"severity"|"state"|"raised_at"|"last_seen_at"|"times"|"snoozed_until"|"resolved_at"|"reason"

---alerts 预警: The one inbox of warnings: each finding once, with its owner and what became of it.
---@class alert
---@field id integer
---@field kind string kind 类型: A kind of the inbox policy.
---@field key string key 去重键: What makes it the same finding, as lead_follow_up/17.
---@field entity? string entity 对象类型: Kind of record that it is about, as leads.
---@field record? integer record 对象编号: Id of that record.
---@field owner? integer owner 负责人: Who must look at it.
---@field message string message 内容: What was found.
---@field severity? string severity 级别: A word of the inbox policy, as high.
---@field state alert.state state 状态: What became of it.
---@field raised_at instant raised at 产生时间: First found.
---@field last_seen_at instant last seen at 最近发现时间: Last found.
---@field times integer times 次数 (1 or more): How often it was found.
---@field snoozed_until? date snoozed until 暂缓至: Day on which it is open again.
---@field resolved_at? instant resolved at 解决时间: When it was settled.
---@field reason? string reason 原因: How it was settled.
local alert_record = {}

---The record that a field refers to, or nil.
---@param field alert.field
---@return any
function alert_record:follow(field) end

---Every field and the id, as a table.
---@return table
function alert_record:totable() end

---All alerts 预警.
---@class alerts: query
---@field where fun(self: alerts, condition: table<alert.field, any>|string|fun(record: alert): any): alerts
---@field order_by fun(self: alerts, ...: string): alerts
---@field limit fun(self: alerts, n: integer, offset?: integer): alerts
---@field select fun(self: alerts, ...: alert.field): alerts
---@field get fun(self: alerts, key: integer|string): alert?
---@field first fun(self: alerts): alert?
---@field top fun(self: alerts, n: integer, measure: string|fun(record: alert): any): alert[]
---@field each fun(self: alerts, f?: fun(record: alert)): fun(): alert?
---@field update fun(self: alerts, rules: table<alert.field, any>|fun(record: alert): table<alert.field, any>?): table
---@field create fun(self: alerts, values: table<alert.field, any>): alert
alerts = {}

---@alias task.field "kind"|"key"|"title"|"owner"|"entity"|"record"|"due_on"|"done_on"|"note"

---tasks 待办: Work that is due on a day, each opened once.
---@class task
---@field id integer
---@field kind string kind 类型: As forecast_month.
---@field key string key 去重键: What makes it the same work, as forecast_month/2026-07.
---@field title string title 标题: What to do.
---@field owner? integer owner 负责人: Who does it.
---@field entity? string entity 对象类型: Kind of record that it is about, as contracts.
---@field record? integer record 对象编号: Id of that record.
---@field due_on date due on 到期日期: Day by which it is done.
---@field done_on? date done on 完成日期: Day it was done.
---@field note? string note 备注: What came of it.
local task_record = {}

---The record that a field refers to, or nil.
---@param field task.field
---@return any
function task_record:follow(field) end

---Every field and the id, as a table.
---@return table
function task_record:totable() end

---All tasks 待办.
---@class tasks: query
---@field where fun(self: tasks, condition: table<task.field, any>|string|fun(record: task): any): tasks
---@field order_by fun(self: tasks, ...: string): tasks
---@field limit fun(self: tasks, n: integer, offset?: integer): tasks
---@field select fun(self: tasks, ...: task.field): tasks
---@field get fun(self: tasks, key: integer|string): task?
---@field first fun(self: tasks): task?
---@field top fun(self: tasks, n: integer, measure: string|fun(record: task): any): task[]
---@field each fun(self: tasks, f?: fun(record: task)): fun(): task?
---@field update fun(self: tasks, rules: table<task.field, any>|fun(record: task): table<task.field, any>?): table
---@field create fun(self: tasks, values: table<task.field, any>): task
tasks = {}

---@alias forecast.grain "day"|"week"|"month"|"quarter"|"year"
---@alias forecast.field "code"|"name"|"region"|"rep"|"product"|"method"|"parameters"|"as_of"|"grain"|"horizon"|"level"|"model_share"|"taken_at"|"taken_by"|"note"

---forecasts 销售预测: Forecasts as they were made: what, whose, by which method, as of which day.
---@class forecast
---@field id integer
---@field code? string forecast number 预测编号: As FC-00000012.
---@field name string name 名称: What is forecast, as orders.amount.
---@field region? string region 区域: Of its customers only.
---@field rep? integer rep 销售人员: Of this rep only.
---@field product? integer product 产品: Of this product only.
---@field method string method 预测方法: As holt_winters_additive.
---@field parameters? string parameters 参数: What the method went by, as alpha = 0.3.
---@field as_of date as of 截止日: Nothing later was looked at.
---@field grain forecast.grain period length 期间长度: How long a period is.
---@field horizon integer horizon 预测期数 (periods): Steps ahead.
---@field level number interval level 区间概率 (0–1): Share of futures that the interval is meant to hold.
---@field model_share number share of the model 模型权重 (0–1): Weight of the model's number where there is a call too.
---@field taken_at instant taken at 生成时间: When it was made.
---@field taken_by? string taken by 生成人: Who made it.
---@field note? string note 备注: Free text.
local forecast_record = {}

---The record that a field refers to, or nil.
---@param field forecast.field
---@return any
function forecast_record:follow(field) end

---forecast points of this forecasts.
---@return forecast_points
function forecast_record:forecast_points() end

---Every field and the id, as a table.
---@return table
function forecast_record:totable() end

---All forecasts 销售预测.
---@class forecasts: query
---@field where fun(self: forecasts, condition: table<forecast.field, any>|string|fun(record: forecast): any): forecasts
---@field order_by fun(self: forecasts, ...: string): forecasts
---@field limit fun(self: forecasts, n: integer, offset?: integer): forecasts
---@field select fun(self: forecasts, ...: forecast.field): forecasts
---@field get fun(self: forecasts, key: integer|string): forecast?
---@field first fun(self: forecasts): forecast?
---@field top fun(self: forecasts, n: integer, measure: string|fun(record: forecast): any): forecast[]
---@field each fun(self: forecasts, f?: fun(record: forecast)): fun(): forecast?
---@field update fun(self: forecasts, rules: table<forecast.field, any>|fun(record: forecast): table<forecast.field, any>?): table
---@field create fun(self: forecasts, values: table<forecast.field, any>): forecast
forecasts = {}

---@alias forecast_point.field "forecast"|"step"|"starts_on"|"ends_on"|"value"|"low"|"high"

---forecast points 预测值: The periods of a forecast, each with its value and interval.
---@class forecast_point
---@field id integer
---@field forecast integer forecast 预测: The forecast it belongs to.
---@field step integer step 步数 (1 or more): So many periods ahead, from 1.
---@field starts_on date starts on 期间首日: First day of the period.
---@field ends_on date ends on 期间末日: Last day of the period.
---@field value money forecast value 预测值 (yuan): What the model says.
---@field low money low 下限 (yuan): Lower end of the interval.
---@field high money high 上限 (yuan): Upper end of the interval.
local forecast_point_record = {}

---The record that a field refers to, or nil.
---@param field forecast_point.field
---@return any
function forecast_point_record:follow(field) end

---forecast causes of this forecast points.
---@return forecast_causes
function forecast_point_record:forecast_causes() end

---Every field and the id, as a table.
---@return table
function forecast_point_record:totable() end

---All forecast points 预测值.
---@class forecast_points: query
---@field where fun(self: forecast_points, condition: table<forecast_point.field, any>|string|fun(record: forecast_point): any): forecast_points
---@field order_by fun(self: forecast_points, ...: string): forecast_points
---@field limit fun(self: forecast_points, n: integer, offset?: integer): forecast_points
---@field select fun(self: forecast_points, ...: forecast_point.field): forecast_points
---@field get fun(self: forecast_points, key: integer|string): forecast_point?
---@field first fun(self: forecast_points): forecast_point?
---@field top fun(self: forecast_points, n: integer, measure: string|fun(record: forecast_point): any): forecast_point[]
---@field each fun(self: forecast_points, f?: fun(record: forecast_point)): fun(): forecast_point?
---@field update fun(self: forecast_points, rules: table<forecast_point.field, any>|fun(record: forecast_point): table<forecast_point.field, any>?): table
---@field create fun(self: forecast_points, values: table<forecast_point.field, any>): forecast_point
forecast_points = {}

---@alias forecast_call.kind "call"|"adjustment"
---@alias forecast_call.grain "day"|"week"|"month"|"quarter"|"year"
---@alias forecast_call.field "kind"|"starts_on"|"grain"|"region"|"rep"|"product"|"amount"|"reason"|"made_at"|"made_by"

---forecast calls 主观预测: Calls by reps and adjustments by management, beside the model's number.
---@class forecast_call
---@field id integer
---@field kind forecast_call.kind kind 类型: Whether it is the whole expectation or a difference.
---@field starts_on date starts on 期间首日: First day of the period.
---@field grain forecast_call.grain period length 期间长度: How long the period is.
---@field region? string region 区域: Of its customers only.
---@field rep? integer rep 销售人员: Of this rep only.
---@field product? integer product 产品: Of this product only.
---@field amount money amount 金额 (yuan): What is expected, or the difference.
---@field reason? string reason 原因: What it goes by.
---@field made_at instant made at 提出时间: When it was made.
---@field made_by? string made by 提出人: Who made it.
local forecast_call_record = {}

---The record that a field refers to, or nil.
---@param field forecast_call.field
---@return any
function forecast_call_record:follow(field) end

---Every field and the id, as a table.
---@return table
function forecast_call_record:totable() end

---All forecast calls 主观预测.
---@class forecast_calls: query
---@field where fun(self: forecast_calls, condition: table<forecast_call.field, any>|string|fun(record: forecast_call): any): forecast_calls
---@field order_by fun(self: forecast_calls, ...: string): forecast_calls
---@field limit fun(self: forecast_calls, n: integer, offset?: integer): forecast_calls
---@field select fun(self: forecast_calls, ...: forecast_call.field): forecast_calls
---@field get fun(self: forecast_calls, key: integer|string): forecast_call?
---@field first fun(self: forecast_calls): forecast_call?
---@field top fun(self: forecast_calls, n: integer, measure: string|fun(record: forecast_call): any): forecast_call[]
---@field each fun(self: forecast_calls, f?: fun(record: forecast_call)): fun(): forecast_call?
---@field update fun(self: forecast_calls, rules: table<forecast_call.field, any>|fun(record: forecast_call): table<forecast_call.field, any>?): table
---@field create fun(self: forecast_calls, values: table<forecast_call.field, any>): forecast_call
forecast_calls = {}

---@alias forecast_cause.field "point"|"cause"|"amount"|"correction"|"noted_at"|"noted_by"

---forecast causes 偏差原因: Causes of the difference between a forecast and what happened.
---@class forecast_cause
---@field id integer
---@field point integer forecast point 预测值: The period that was off.
---@field cause string cause 原因分类: A word of the forecast policy.
---@field amount? money amount 金额 (yuan): How much of actual − forecast it explains.
---@field correction? string correction 改进措施: What is done about it.
---@field noted_at instant noted at 记录时间: When it was noted.
---@field noted_by? string noted by 记录人: Who noted it.
local forecast_cause_record = {}

---The record that a field refers to, or nil.
---@param field forecast_cause.field
---@return any
function forecast_cause_record:follow(field) end

---Every field and the id, as a table.
---@return table
function forecast_cause_record:totable() end

---All forecast causes 偏差原因.
---@class forecast_causes: query
---@field where fun(self: forecast_causes, condition: table<forecast_cause.field, any>|string|fun(record: forecast_cause): any): forecast_causes
---@field order_by fun(self: forecast_causes, ...: string): forecast_causes
---@field limit fun(self: forecast_causes, n: integer, offset?: integer): forecast_causes
---@field select fun(self: forecast_causes, ...: forecast_cause.field): forecast_causes
---@field get fun(self: forecast_causes, key: integer|string): forecast_cause?
---@field first fun(self: forecast_causes): forecast_cause?
---@field top fun(self: forecast_causes, n: integer, measure: string|fun(record: forecast_cause): any): forecast_cause[]
---@field each fun(self: forecast_causes, f?: fun(record: forecast_cause)): fun(): forecast_cause?
---@field update fun(self: forecast_causes, rules: table<forecast_cause.field, any>|fun(record: forecast_cause): table<forecast_cause.field, any>?): table
---@field create fun(self: forecast_causes, values: table<forecast_cause.field, any>): forecast_cause
forecast_causes = {}

---@alias competitor.field "code"|"name"|"strengths"|"weaknesses"|"pricing"|"share"|"view"|"rating"|"difference"|"updated_on"

---competitors 竞争对手: Who else sells what we sell.
---@class competitor
---@field id integer
---@field code string competitor code 竞争对手编号: Your own key of the competitor.
---@field name string name 名称: Who it is.
---@field strengths? string strengths 优势: What it does well.
---@field weaknesses? string weaknesses 劣势: What it does badly.
---@field pricing? string pricing 价格策略: How it sets its prices.
---@field share? number market share 市场份额 (0–1): Share of the market.
---@field view? string customers' view 客户评价: What customers say of it.
---@field rating? number customer rating 客户评分 (0–5): How customers rate it.
---@field difference? string our difference 我方差异: What sets us apart from it.
---@field updated_on? date updated on 更新日期: Day this was last confirmed.
local competitor_record = {}

---articles of this competitors.
---@return articles
function competitor_record:articles() end

---The record that a field refers to, or nil.
---@param field competitor.field
---@return any
function competitor_record:follow(field) end

---competitors of opportunities of this competitors.
---@return opportunity_competitors
function competitor_record:opportunity_competitors() end

---Every field and the id, as a table.
---@return table
function competitor_record:totable() end

---All competitors 竞争对手.
---@class competitors: query
---@field where fun(self: competitors, condition: table<competitor.field, any>|string|fun(record: competitor): any): competitors
---@field order_by fun(self: competitors, ...: string): competitors
---@field limit fun(self: competitors, n: integer, offset?: integer): competitors
---@field select fun(self: competitors, ...: competitor.field): competitors
---@field get fun(self: competitors, key: integer|string): competitor?
---@field first fun(self: competitors): competitor?
---@field top fun(self: competitors, n: integer, measure: string|fun(record: competitor): any): competitor[]
---@field each fun(self: competitors, f?: fun(record: competitor)): fun(): competitor?
---@field update fun(self: competitors, rules: table<competitor.field, any>|fun(record: competitor): table<competitor.field, any>?): table
---@field create fun(self: competitors, values: table<competitor.field, any>): competitor
competitors = {}

---@alias opportunity_competitor.field "opportunity"|"competitor"|"price"|"noted_on"|"note"

---competitors of opportunities 商机竞争对手: Who competes for an opportunity, at which price.
---@class opportunity_competitor
---@field id integer
---@field opportunity integer opportunity 商机: What is competed for.
---@field competitor integer competitor 竞争对手: Who competes.
---@field price? money price 对手报价 (yuan): What it asks, as far as known.
---@field noted_on date noted on 记录日期: Day this was learnt.
---@field note? string note 备注: What else is known.
local opportunity_competitor_record = {}

---The record that a field refers to, or nil.
---@param field opportunity_competitor.field
---@return any
function opportunity_competitor_record:follow(field) end

---Every field and the id, as a table.
---@return table
function opportunity_competitor_record:totable() end

---All competitors of opportunities 商机竞争对手.
---@class opportunity_competitors: query
---@field where fun(self: opportunity_competitors, condition: table<opportunity_competitor.field, any>|string|fun(record: opportunity_competitor): any): opportunity_competitors
---@field order_by fun(self: opportunity_competitors, ...: string): opportunity_competitors
---@field limit fun(self: opportunity_competitors, n: integer, offset?: integer): opportunity_competitors
---@field select fun(self: opportunity_competitors, ...: opportunity_competitor.field): opportunity_competitors
---@field get fun(self: opportunity_competitors, key: integer|string): opportunity_competitor?
---@field first fun(self: opportunity_competitors): opportunity_competitor?
---@field top fun(self: opportunity_competitors, n: integer, measure: string|fun(record: opportunity_competitor): any): opportunity_competitor[]
---@field each fun(self: opportunity_competitors, f?: fun(record: opportunity_competitor)): fun(): opportunity_competitor?
---@field update fun(self: opportunity_competitors, rules: table<opportunity_competitor.field, any>|fun(record: opportunity_competitor): table<opportunity_competitor.field, any>?): table
---@field create fun(self: opportunity_competitors, values: table<opportunity_competitor.field, any>): opportunity_competitor
opportunity_competitors = {}

---@alias deliverable.field "opportunity"|"stage"|"node"|"version"|"document"|"rep"|"done_on"|"due_on"|"note"

---deliverables 阶段交付物: What was handed in for nodes of playbooks.
---@class deliverable
---@field id integer
---@field opportunity integer opportunity 商机: What it belongs to.
---@field stage string stage 阶段: Stage of the node.
---@field node string node 关键节点: Word of the playbook, as need_survey.
---@field version integer version 版本 (1 or more): Counts from 1.
---@field document? string document 文件: Where it is, or what it is called.
---@field rep? integer rep 提交人: Who handed it in.
---@field done_on date done on 完成日期: Day it was handed in.
---@field due_on? date due on 期限: Day by which it was due.
---@field note? string note 备注: What else is to be said.
local deliverable_record = {}

---reviews of deliverables of this deliverables.
---@return deliverable_reviews
function deliverable_record:deliverable_reviews() end

---The record that a field refers to, or nil.
---@param field deliverable.field
---@return any
function deliverable_record:follow(field) end

---Every field and the id, as a table.
---@return table
function deliverable_record:totable() end

---All deliverables 阶段交付物.
---@class deliverables: query
---@field where fun(self: deliverables, condition: table<deliverable.field, any>|string|fun(record: deliverable): any): deliverables
---@field order_by fun(self: deliverables, ...: string): deliverables
---@field limit fun(self: deliverables, n: integer, offset?: integer): deliverables
---@field select fun(self: deliverables, ...: deliverable.field): deliverables
---@field get fun(self: deliverables, key: integer|string): deliverable?
---@field first fun(self: deliverables): deliverable?
---@field top fun(self: deliverables, n: integer, measure: string|fun(record: deliverable): any): deliverable[]
---@field each fun(self: deliverables, f?: fun(record: deliverable)): fun(): deliverable?
---@field update fun(self: deliverables, rules: table<deliverable.field, any>|fun(record: deliverable): table<deliverable.field, any>?): table
---@field create fun(self: deliverables, values: table<deliverable.field, any>): deliverable
deliverables = {}

---@alias deliverable_review.field "deliverable"|"role"|"rep"|"passed"|"reviewed_on"|"note"

---reviews of deliverables 交付物评审: Who passed or failed what was handed in.
---@class deliverable_review
---@field id integer
---@field deliverable integer deliverable 交付物: What was reviewed.
---@field role string role 评审角色: Word of the playbook, as technical.
---@field rep? integer rep 评审人: Who reviewed it.
---@field passed boolean passed 是否通过: Whether it is good as it is.
---@field reviewed_on date reviewed on 评审日期: Day of the verdict.
---@field note? string note 意见: What is to be changed.
local deliverable_review_record = {}

---The record that a field refers to, or nil.
---@param field deliverable_review.field
---@return any
function deliverable_review_record:follow(field) end

---Every field and the id, as a table.
---@return table
function deliverable_review_record:totable() end

---All reviews of deliverables 交付物评审.
---@class deliverable_reviews: query
---@field where fun(self: deliverable_reviews, condition: table<deliverable_review.field, any>|string|fun(record: deliverable_review): any): deliverable_reviews
---@field order_by fun(self: deliverable_reviews, ...: string): deliverable_reviews
---@field limit fun(self: deliverable_reviews, n: integer, offset?: integer): deliverable_reviews
---@field select fun(self: deliverable_reviews, ...: deliverable_review.field): deliverable_reviews
---@field get fun(self: deliverable_reviews, key: integer|string): deliverable_review?
---@field first fun(self: deliverable_reviews): deliverable_review?
---@field top fun(self: deliverable_reviews, n: integer, measure: string|fun(record: deliverable_review): any): deliverable_review[]
---@field each fun(self: deliverable_reviews, f?: fun(record: deliverable_review)): fun(): deliverable_review?
---@field update fun(self: deliverable_reviews, rules: table<deliverable_review.field, any>|fun(record: deliverable_review): table<deliverable_review.field, any>?): table
---@field create fun(self: deliverable_reviews, values: table<deliverable_review.field, any>): deliverable_review
deliverable_reviews = {}

---@alias milestone.field "opportunity"|"position"|"milestone"|"criteria"|"due_on"|"done_on"|"note"

---milestones 交付里程碑: Milestones of delivery, with criteria and signatures.
---@class milestone
---@field id integer
---@field opportunity integer opportunity 商机: What is delivered.
---@field position integer position 序号 (1 or more): Counts from 1.
---@field milestone string milestone 里程碑: Word of the policy, as go_live.
---@field criteria string criteria 验收标准: What must be so for it to be accepted.
---@field due_on? date due on 期限: Day by which it is accepted.
---@field done_on? date done on 完成日期: Day of the last signature that it needs.
---@field note? string note 备注: What else is to be said.
local milestone_record = {}

---The record that a field refers to, or nil.
---@param field milestone.field
---@return any
function milestone_record:follow(field) end

---signatures of milestones of this milestones.
---@return milestone_signatures
function milestone_record:milestone_signatures() end

---Every field and the id, as a table.
---@return table
function milestone_record:totable() end

---All milestones 交付里程碑.
---@class milestones: query
---@field where fun(self: milestones, condition: table<milestone.field, any>|string|fun(record: milestone): any): milestones
---@field order_by fun(self: milestones, ...: string): milestones
---@field limit fun(self: milestones, n: integer, offset?: integer): milestones
---@field select fun(self: milestones, ...: milestone.field): milestones
---@field get fun(self: milestones, key: integer|string): milestone?
---@field first fun(self: milestones): milestone?
---@field top fun(self: milestones, n: integer, measure: string|fun(record: milestone): any): milestone[]
---@field each fun(self: milestones, f?: fun(record: milestone)): fun(): milestone?
---@field update fun(self: milestones, rules: table<milestone.field, any>|fun(record: milestone): table<milestone.field, any>?): table
---@field create fun(self: milestones, values: table<milestone.field, any>): milestone
milestones = {}

---@alias milestone_signature.field "milestone"|"role"|"rep"|"contact"|"signed_on"|"note"

---signatures of milestones 里程碑签署: Who accepted a milestone, in which role.
---@class milestone_signature
---@field id integer
---@field milestone integer milestone 里程碑: What was accepted.
---@field role string role 签署角色: Word of the policy: sales, technical, customer.
---@field rep? integer rep 我方签署人: Who signed for us.
---@field contact? integer contact 客户签署人: Who signed for the customer.
---@field signed_on date signed on 签署日期: Day of the signature.
---@field note? string note 备注: What it was signed with.
local milestone_signature_record = {}

---The record that a field refers to, or nil.
---@param field milestone_signature.field
---@return any
function milestone_signature_record:follow(field) end

---Every field and the id, as a table.
---@return table
function milestone_signature_record:totable() end

---All signatures of milestones 里程碑签署.
---@class milestone_signatures: query
---@field where fun(self: milestone_signatures, condition: table<milestone_signature.field, any>|string|fun(record: milestone_signature): any): milestone_signatures
---@field order_by fun(self: milestone_signatures, ...: string): milestone_signatures
---@field limit fun(self: milestone_signatures, n: integer, offset?: integer): milestone_signatures
---@field select fun(self: milestone_signatures, ...: milestone_signature.field): milestone_signatures
---@field get fun(self: milestone_signatures, key: integer|string): milestone_signature?
---@field first fun(self: milestone_signatures): milestone_signature?
---@field top fun(self: milestone_signatures, n: integer, measure: string|fun(record: milestone_signature): any): milestone_signature[]
---@field each fun(self: milestone_signatures, f?: fun(record: milestone_signature)): fun(): milestone_signature?
---@field update fun(self: milestone_signatures, rules: table<milestone_signature.field, any>|fun(record: milestone_signature): table<milestone_signature.field, any>?): table
---@field create fun(self: milestone_signatures, values: table<milestone_signature.field, any>): milestone_signature
milestone_signatures = {}

---@alias need_finding.field "opportunity"|"dimension"|"kind"|"finding"|"scene"|"solution"|"rep"|"noted_on"

---need findings 需求发现: What surveys found of customers' needs, by dimension.
---@class need_finding
---@field id integer
---@field opportunity integer opportunity 商机: Where it was found.
---@field dimension string dimension 维度: Word of the policy, as business.
---@field kind string kind 需求类型: Word of the policy: explicit or implicit.
---@field finding string finding 需求描述: What was found.
---@field scene? string scene 场景: Where it shows.
---@field solution? string expected solution 期望方案: What the customer expects.
---@field rep? integer rep 调研人: Who found it.
---@field noted_on date noted on 记录日期: Day it was found.
local need_finding_record = {}

---The record that a field refers to, or nil.
---@param field need_finding.field
---@return any
function need_finding_record:follow(field) end

---Every field and the id, as a table.
---@return table
function need_finding_record:totable() end

---All need findings 需求发现.
---@class need_findings: query
---@field where fun(self: need_findings, condition: table<need_finding.field, any>|string|fun(record: need_finding): any): need_findings
---@field order_by fun(self: need_findings, ...: string): need_findings
---@field limit fun(self: need_findings, n: integer, offset?: integer): need_findings
---@field select fun(self: need_findings, ...: need_finding.field): need_findings
---@field get fun(self: need_findings, key: integer|string): need_finding?
---@field first fun(self: need_findings): need_finding?
---@field top fun(self: need_findings, n: integer, measure: string|fun(record: need_finding): any): need_finding[]
---@field each fun(self: need_findings, f?: fun(record: need_finding)): fun(): need_finding?
---@field update fun(self: need_findings, rules: table<need_finding.field, any>|fun(record: need_finding): table<need_finding.field, any>?): table
---@field create fun(self: need_findings, values: table<need_finding.field, any>): need_finding
need_findings = {}

---@alias ticket.state "open"|"closed"|"merged"
---@alias ticket.field "code"|"kind"|"customer"|"contact"|"order"|"product"|"contract"|"channel"|"class"|"grade"|"level"|"owner"|"team"|"subject"|"step"|"state"|"opened_at"|"responded_at"|"resolved_at"|"closed_at"|"reopened"|"escalation"|"root_cause"|"measure"|"merged_into"|"note"

---tickets 工单: Enquiries and complaints, with where they stand and who answers for them.
---@class ticket
---@field id integer
---@field code? string ticket number 工单编号: Your own key of the ticket.
---@field kind string kind 类型: A word of the desk policy, as enquiry or complaint.
---@field customer? integer customer 客户: Whose it is; empty while that is not known.
---@field contact? integer contact 联系人: Who asked.
---@field order? integer order 订单: Order that it is about.
---@field product? integer product 产品: Product that it is about.
---@field contract? integer contract 合同: Contract that it is about.
---@field channel? string channel 渠道: How it came, a word of the desk policy, as hotline.
---@field class? string class 类别: What it is about, a word of the desk policy, as delivery.
---@field grade? string grade 等级: How bad it is, a word of the desk policy, as serious.
---@field level? string customer level 客户等级: Level of the customer when it was opened.
---@field owner? integer owner 负责人: Who answers for it.
---@field team? string team 责任部门: Department that answers for it, a word of the desk policy.
---@field subject string subject 主题: What was said, in a line.
---@field step string step 步骤: Where it stands in its flow, a word of the desk policy.
---@field state ticket.state state 状态: Whether it is open, closed, or part of another.
---@field opened_at instant opened at 受理时间: When it came in.
---@field responded_at? instant responded at 响应时间: When the customer was first answered.
---@field resolved_at? instant resolved at 解决时间: When it was solved.
---@field closed_at? instant closed at 关闭时间: When it was closed.
---@field reopened integer times reopened 重开次数 (0 or more): How often it was opened again.
---@field escalation? string escalation 升级: Highest escalation reached, a word of the desk policy.
---@field root_cause? string root cause 根本原因: Class of cause, a word of the desk policy.
---@field measure? string measure 改进措施: What was done against the cause.
---@field merged_into? integer merged into 并入工单: The ticket that it is a double of.
---@field note? string note 备注: What else is to be said.
local ticket_record = {}

---The record that a field refers to, or nil.
---@param field ticket.field
---@return any
function ticket_record:follow(field) end

---survey answers of this tickets.
---@return survey_answers
function ticket_record:survey_answers() end

---ticket holds of this tickets.
---@return ticket_holds
function ticket_record:ticket_holds() end

---ticket moves of this tickets.
---@return ticket_moves
function ticket_record:ticket_moves() end

---tickets of this tickets.
---@return tickets
function ticket_record:tickets() end

---Every field and the id, as a table.
---@return table
function ticket_record:totable() end

---All tickets 工单.
---@class tickets: query
---@field where fun(self: tickets, condition: table<ticket.field, any>|string|fun(record: ticket): any): tickets
---@field order_by fun(self: tickets, ...: string): tickets
---@field limit fun(self: tickets, n: integer, offset?: integer): tickets
---@field select fun(self: tickets, ...: ticket.field): tickets
---@field get fun(self: tickets, key: integer|string): ticket?
---@field first fun(self: tickets): ticket?
---@field top fun(self: tickets, n: integer, measure: string|fun(record: ticket): any): ticket[]
---@field each fun(self: tickets, f?: fun(record: ticket)): fun(): ticket?
---@field update fun(self: tickets, rules: table<ticket.field, any>|fun(record: ticket): table<ticket.field, any>?): table
---@field create fun(self: tickets, values: table<ticket.field, any>): ticket
tickets = {}

---@alias ticket_move.field "ticket"|"moved_at"|"from_step"|"step"|"actor"|"reason"

---ticket moves 工单流转: The history of tickets: every step that they came to.
---@class ticket_move
---@field id integer
---@field ticket integer ticket 工单: What moved.
---@field moved_at instant moved at 流转时间: When.
---@field from_step? string from step 原步骤: Where it stood before; empty for the opening.
---@field step string step 步骤: Where it came to.
---@field actor? string actor 操作人: Who did it.
---@field reason? string reason 原因: Why.
local ticket_move_record = {}

---The record that a field refers to, or nil.
---@param field ticket_move.field
---@return any
function ticket_move_record:follow(field) end

---Every field and the id, as a table.
---@return table
function ticket_move_record:totable() end

---All ticket moves 工单流转.
---@class ticket_moves: query
---@field where fun(self: ticket_moves, condition: table<ticket_move.field, any>|string|fun(record: ticket_move): any): ticket_moves
---@field order_by fun(self: ticket_moves, ...: string): ticket_moves
---@field limit fun(self: ticket_moves, n: integer, offset?: integer): ticket_moves
---@field select fun(self: ticket_moves, ...: ticket_move.field): ticket_moves
---@field get fun(self: ticket_moves, key: integer|string): ticket_move?
---@field first fun(self: ticket_moves): ticket_move?
---@field top fun(self: ticket_moves, n: integer, measure: string|fun(record: ticket_move): any): ticket_move[]
---@field each fun(self: ticket_moves, f?: fun(record: ticket_move)): fun(): ticket_move?
---@field update fun(self: ticket_moves, rules: table<ticket_move.field, any>|fun(record: ticket_move): table<ticket_move.field, any>?): table
---@field create fun(self: ticket_moves, values: table<ticket_move.field, any>): ticket_move
ticket_moves = {}

---@alias ticket_hold.field "ticket"|"from_at"|"to_at"|"reason"

---ticket holds 工单挂起: Pauses of tickets, which their clocks do not count.
---@class ticket_hold
---@field id integer
---@field ticket integer ticket 工单: What waits.
---@field from_at instant from 开始时间: When the pause begins.
---@field to_at? instant to 结束时间: When it ends; empty while it lasts.
---@field reason? string reason 原因: What we wait for.
local ticket_hold_record = {}

---The record that a field refers to, or nil.
---@param field ticket_hold.field
---@return any
function ticket_hold_record:follow(field) end

---Every field and the id, as a table.
---@return table
function ticket_hold_record:totable() end

---All ticket holds 工单挂起.
---@class ticket_holds: query
---@field where fun(self: ticket_holds, condition: table<ticket_hold.field, any>|string|fun(record: ticket_hold): any): ticket_holds
---@field order_by fun(self: ticket_holds, ...: string): ticket_holds
---@field limit fun(self: ticket_holds, n: integer, offset?: integer): ticket_holds
---@field select fun(self: ticket_holds, ...: ticket_hold.field): ticket_holds
---@field get fun(self: ticket_holds, key: integer|string): ticket_hold?
---@field first fun(self: ticket_holds): ticket_hold?
---@field top fun(self: ticket_holds, n: integer, measure: string|fun(record: ticket_hold): any): ticket_hold[]
---@field each fun(self: ticket_holds, f?: fun(record: ticket_hold)): fun(): ticket_hold?
---@field update fun(self: ticket_holds, rules: table<ticket_hold.field, any>|fun(record: ticket_hold): table<ticket_hold.field, any>?): table
---@field create fun(self: ticket_holds, values: table<ticket_hold.field, any>): ticket_hold
ticket_holds = {}

---@alias improvement.state "open"|"effective"|"verified"|"failed"
---@alias improvement.field "code"|"cause"|"title"|"measure"|"owner"|"started_on"|"effective_on"|"verified_on"|"state"|"note"

---improvements 改进措施: Measures against causes of tickets, and whether they worked.
---@class improvement
---@field id integer
---@field code? string improvement number 改进编号: Your own key of the improvement.
---@field cause string root cause 根本原因: Class of cause, a word of the desk policy.
---@field title? string title 标题: What it is, in a line.
---@field measure string measure 改进措施: What is done.
---@field owner? integer owner 负责人: Who answers for it.
---@field started_on date started on 开始日期: Day it was begun.
---@field effective_on? date effective on 生效日期: Day from which it works.
---@field verified_on? date verified on 验证日期: Day its effect was looked at.
---@field state improvement.state state 状态: How far it is.
---@field note? string note 备注: What came of it.
local improvement_record = {}

---The record that a field refers to, or nil.
---@param field improvement.field
---@return any
function improvement_record:follow(field) end

---Every field and the id, as a table.
---@return table
function improvement_record:totable() end

---All improvements 改进措施.
---@class improvements: query
---@field where fun(self: improvements, condition: table<improvement.field, any>|string|fun(record: improvement): any): improvements
---@field order_by fun(self: improvements, ...: string): improvements
---@field limit fun(self: improvements, n: integer, offset?: integer): improvements
---@field select fun(self: improvements, ...: improvement.field): improvements
---@field get fun(self: improvements, key: integer|string): improvement?
---@field first fun(self: improvements): improvement?
---@field top fun(self: improvements, n: integer, measure: string|fun(record: improvement): any): improvement[]
---@field each fun(self: improvements, f?: fun(record: improvement)): fun(): improvement?
---@field update fun(self: improvements, rules: table<improvement.field, any>|fun(record: improvement): table<improvement.field, any>?): table
---@field create fun(self: improvements, values: table<improvement.field, any>): improvement
improvements = {}

---@alias survey_answer.field "kind"|"customer"|"contact"|"ticket"|"rep"|"score"|"channel"|"comment"|"answered_on"

---survey answers 调查答复: Scores that customers gave: satisfaction, recommendation, fit with needs.
---@class survey_answer
---@field id integer
---@field kind string kind 类型: A word of the survey policy, as csat or nps.
---@field customer integer customer 客户: Who answered.
---@field contact? integer contact 联系人: Person who answered.
---@field ticket? integer ticket 工单: Ticket that it is about.
---@field rep? integer rep 销售人员: Rep whom it is about.
---@field score integer score 评分: On the scale of its kind.
---@field channel? string channel 渠道: How it was asked, as e-mail.
---@field comment? string comment 评语: What was said beside the score.
---@field answered_on date answered on 答复日期: Day of the answer.
local survey_answer_record = {}

---The record that a field refers to, or nil.
---@param field survey_answer.field
---@return any
function survey_answer_record:follow(field) end

---Every field and the id, as a table.
---@return table
function survey_answer_record:totable() end

---All survey answers 调查答复.
---@class survey_answers: query
---@field where fun(self: survey_answers, condition: table<survey_answer.field, any>|string|fun(record: survey_answer): any): survey_answers
---@field order_by fun(self: survey_answers, ...: string): survey_answers
---@field limit fun(self: survey_answers, n: integer, offset?: integer): survey_answers
---@field select fun(self: survey_answers, ...: survey_answer.field): survey_answers
---@field get fun(self: survey_answers, key: integer|string): survey_answer?
---@field first fun(self: survey_answers): survey_answer?
---@field top fun(self: survey_answers, n: integer, measure: string|fun(record: survey_answer): any): survey_answer[]
---@field each fun(self: survey_answers, f?: fun(record: survey_answer)): fun(): survey_answer?
---@field update fun(self: survey_answers, rules: table<survey_answer.field, any>|fun(record: survey_answer): table<survey_answer.field, any>?): table
---@field create fun(self: survey_answers, values: table<survey_answer.field, any>): survey_answer
survey_answers = {}

---@alias reading.field "customer"|"metric"|"day"|"value"|"note"

---readings 指标读数: Figures of customers by day that no other record tells, as logins or cost saved.
---@class reading
---@field id integer
---@field customer integer customer 客户: Whose figure it is.
---@field metric string metric 指标: What was read, a word of the health policy, as function_use.
---@field day date day 日期: Day that it is of.
---@field value number value 数值: What was read, in the unit of its metric.
---@field note? string note 备注: Where it is from.
local reading_record = {}

---The record that a field refers to, or nil.
---@param field reading.field
---@return any
function reading_record:follow(field) end

---Every field and the id, as a table.
---@return table
function reading_record:totable() end

---All readings 指标读数.
---@class readings: query
---@field where fun(self: readings, condition: table<reading.field, any>|string|fun(record: reading): any): readings
---@field order_by fun(self: readings, ...: string): readings
---@field limit fun(self: readings, n: integer, offset?: integer): readings
---@field select fun(self: readings, ...: reading.field): readings
---@field get fun(self: readings, key: integer|string): reading?
---@field first fun(self: readings): reading?
---@field top fun(self: readings, n: integer, measure: string|fun(record: reading): any): reading[]
---@field each fun(self: readings, f?: fun(record: reading)): fun(): reading?
---@field update fun(self: readings, rules: table<reading.field, any>|fun(record: reading): table<reading.field, any>?): table
---@field create fun(self: readings, values: table<reading.field, any>): reading
readings = {}

---@alias health_score.field "customer"|"model"|"scored_on"|"score"|"band"|"factors"|"change"

---health scores 健康度记录: The history of health: what a model said of a customer on a day.
---@class health_score
---@field id integer
---@field customer integer customer 客户: Who was scored.
---@field model string model 模型: Policy that scored.
---@field scored_on date scored on 评分日期: Day that it is of.
---@field score number score 评分 (0–100): 0–100.
---@field band? string band 档位: A word of the model, as at_risk.
---@field factors? string factors 因子: What each factor gave, points x weight, as orders 75x30; ~ is a substitute.
---@field change? number change 变化: Points against the score before.
local health_score_record = {}

---The record that a field refers to, or nil.
---@param field health_score.field
---@return any
function health_score_record:follow(field) end

---Every field and the id, as a table.
---@return table
function health_score_record:totable() end

---All health scores 健康度记录.
---@class health_scores: query
---@field where fun(self: health_scores, condition: table<health_score.field, any>|string|fun(record: health_score): any): health_scores
---@field order_by fun(self: health_scores, ...: string): health_scores
---@field limit fun(self: health_scores, n: integer, offset?: integer): health_scores
---@field select fun(self: health_scores, ...: health_score.field): health_scores
---@field get fun(self: health_scores, key: integer|string): health_score?
---@field first fun(self: health_scores): health_score?
---@field top fun(self: health_scores, n: integer, measure: string|fun(record: health_score): any): health_score[]
---@field each fun(self: health_scores, f?: fun(record: health_score)): fun(): health_score?
---@field update fun(self: health_scores, rules: table<health_score.field, any>|fun(record: health_score): table<health_score.field, any>?): table
---@field create fun(self: health_scores, values: table<health_score.field, any>): health_score
health_scores = {}

---@alias success_plan.field "code"|"customer"|"contract"|"owner"|"goal"|"path"|"resources"|"risks"|"step"|"begins_on"|"ends_on"|"closed_on"|"note"

---success plans 成功计划: What customers are to reach with us: goal, path, resources and risks.
---@class success_plan
---@field id integer
---@field code? string plan number 计划编号: Your own key of the plan.
---@field customer integer customer 客户: Whose plan it is.
---@field contract? integer contract 合同: Contract that it belongs to.
---@field owner? integer owner 负责人: Success manager who answers for it.
---@field goal string goal 目标: What the customer is to reach.
---@field path? string path 路径: How.
---@field resources? string resources 资源: With what.
---@field risks? string risks 风险: What may come between.
---@field step string step 步骤: How far it is, a word of the success policy.
---@field begins_on date begins on 开始日期: First day.
---@field ends_on? date ends on 结束日期: Day by which the goal is reached.
---@field closed_on? date closed on 关闭日期: Day it was ended.
---@field note? string note 备注: What else is to be said.
local success_plan_record = {}

---The record that a field refers to, or nil.
---@param field success_plan.field
---@return any
function success_plan_record:follow(field) end

---success milestones of this success plans.
---@return success_milestones
function success_plan_record:success_milestones() end

---Every field and the id, as a table.
---@return table
function success_plan_record:totable() end

---All success plans 成功计划.
---@class success_plans: query
---@field where fun(self: success_plans, condition: table<success_plan.field, any>|string|fun(record: success_plan): any): success_plans
---@field order_by fun(self: success_plans, ...: string): success_plans
---@field limit fun(self: success_plans, n: integer, offset?: integer): success_plans
---@field select fun(self: success_plans, ...: success_plan.field): success_plans
---@field get fun(self: success_plans, key: integer|string): success_plan?
---@field first fun(self: success_plans): success_plan?
---@field top fun(self: success_plans, n: integer, measure: string|fun(record: success_plan): any): success_plan[]
---@field each fun(self: success_plans, f?: fun(record: success_plan)): fun(): success_plan?
---@field update fun(self: success_plans, rules: table<success_plan.field, any>|fun(record: success_plan): table<success_plan.field, any>?): table
---@field create fun(self: success_plans, values: table<success_plan.field, any>): success_plan
success_plans = {}

---@alias success_milestone.field "plan"|"position"|"title"|"metric"|"target"|"actual"|"due_on"|"done_on"|"note"

---success milestones 成功里程碑: Marks on the way of success plans, with what is to be measured.
---@class success_milestone
---@field id integer
---@field plan integer success plan 成功计划: Plan that it belongs to.
---@field position integer position 序号 (1 or more): Counts from 1.
---@field title string title 标题: What is reached.
---@field metric? string metric 指标: What tells it, as first_month_use.
---@field target? number target 目标值: What the metric is to be.
---@field actual? number actual 实际值: What it was.
---@field due_on? date due on 到期日期: Day by which it is reached.
---@field done_on? date done on 完成日期: Day it was reached.
---@field note? string note 备注: What came of it.
local success_milestone_record = {}

---The record that a field refers to, or nil.
---@param field success_milestone.field
---@return any
function success_milestone_record:follow(field) end

---Every field and the id, as a table.
---@return table
function success_milestone_record:totable() end

---All success milestones 成功里程碑.
---@class success_milestones: query
---@field where fun(self: success_milestones, condition: table<success_milestone.field, any>|string|fun(record: success_milestone): any): success_milestones
---@field order_by fun(self: success_milestones, ...: string): success_milestones
---@field limit fun(self: success_milestones, n: integer, offset?: integer): success_milestones
---@field select fun(self: success_milestones, ...: success_milestone.field): success_milestones
---@field get fun(self: success_milestones, key: integer|string): success_milestone?
---@field first fun(self: success_milestones): success_milestone?
---@field top fun(self: success_milestones, n: integer, measure: string|fun(record: success_milestone): any): success_milestone[]
---@field each fun(self: success_milestones, f?: fun(record: success_milestone)): fun(): success_milestone?
---@field update fun(self: success_milestones, rules: table<success_milestone.field, any>|fun(record: success_milestone): table<success_milestone.field, any>?): table
---@field create fun(self: success_milestones, values: table<success_milestone.field, any>): success_milestone
success_milestones = {}

---@alias kpi_value.field "kpi"|"period"|"starts_on"|"ends_on"|"by"|"group"|"value"|"amount"|"unit"|"goal"|"definition"|"taken_on"|"note"

---KPI values 指标值: Snapshots of key figures: what each was for a period and a group.
---@class kpi_value
---@field id integer
---@field kpi string KPI 指标: Name of the key figure.
---@field period string period 期间: As 2026, 2026-Q2 or 2026-06.
---@field starts_on date starts on 开始日期: First day of the period.
---@field ends_on date ends on 结束日期: Last day of the period.
---@field by? string split by 分组维度: Words it was split by, as region; empty for the whole.
---@field group? string group 分组: The values of those words, as east; empty for the whole.
---@field value? number value 数值: In the unit of the figure; empty where there were no data.
---@field amount? money amount 金额 (yuan): The exact amount, of a figure in yuan.
---@field unit? string unit 单位: As yuan, share, days or count.
---@field goal? number goal 目标值: What it was to be, in the same unit.
---@field definition? string definition 口径: Digest of the formula that gave it.
---@field taken_on date taken on 快照日期: Day on which it was computed.
---@field note? string note 备注: What else is to be said.
local kpi_value_record = {}

---The record that a field refers to, or nil.
---@param field kpi_value.field
---@return any
function kpi_value_record:follow(field) end

---Every field and the id, as a table.
---@return table
function kpi_value_record:totable() end

---All kpi values 指标值.
---@class kpi_values: query
---@field where fun(self: kpi_values, condition: table<kpi_value.field, any>|string|fun(record: kpi_value): any): kpi_values
---@field order_by fun(self: kpi_values, ...: string): kpi_values
---@field limit fun(self: kpi_values, n: integer, offset?: integer): kpi_values
---@field select fun(self: kpi_values, ...: kpi_value.field): kpi_values
---@field get fun(self: kpi_values, key: integer|string): kpi_value?
---@field first fun(self: kpi_values): kpi_value?
---@field top fun(self: kpi_values, n: integer, measure: string|fun(record: kpi_value): any): kpi_value[]
---@field each fun(self: kpi_values, f?: fun(record: kpi_value)): fun(): kpi_value?
---@field update fun(self: kpi_values, rules: table<kpi_value.field, any>|fun(record: kpi_value): table<kpi_value.field, any>?): table
---@field create fun(self: kpi_values, values: table<kpi_value.field, any>): kpi_value
kpi_values = {}

---@alias scorecard.field "rep"|"card"|"period"|"starts_on"|"ends_on"|"score"|"parts"|"rank"|"ranked"|"outcome"|"assessed_on"|"note"

---scorecards 绩效考核: Assessments of reps: points by part, rank, and what follows.
---@class scorecard
---@field id integer
---@field rep integer rep 销售人员: Who was assessed.
---@field card string card 考核表: Word of the scorecard policy, as key_account or month.
---@field period string period 期间: As 2026, 2026-Q2 or 2026-06.
---@field starts_on date starts on 开始日期: First day of the period.
---@field ends_on date ends on 结束日期: Last day of the period.
---@field score? number score 得分: Points; empty where a part has no data.
---@field parts? string parts 分项: What each part gave, as sales=38;customers=12.
---@field rank? integer rank 排名 (1 or more): Place among those on the same card, from 1.
---@field ranked? integer ranked 参评人数 (1 or more): How many had a place.
---@field outcome? string outcome 处理结果: What follows, a word of the policy, as improvement_plan.
---@field assessed_on date assessed on 考核日期: Day of the assessment.
---@field note? string note 备注: What else is to be said.
local scorecard_record = {}

---The record that a field refers to, or nil.
---@param field scorecard.field
---@return any
function scorecard_record:follow(field) end

---Every field and the id, as a table.
---@return table
function scorecard_record:totable() end

---All scorecards 绩效考核.
---@class scorecards: query
---@field where fun(self: scorecards, condition: table<scorecard.field, any>|string|fun(record: scorecard): any): scorecards
---@field order_by fun(self: scorecards, ...: string): scorecards
---@field limit fun(self: scorecards, n: integer, offset?: integer): scorecards
---@field select fun(self: scorecards, ...: scorecard.field): scorecards
---@field get fun(self: scorecards, key: integer|string): scorecard?
---@field first fun(self: scorecards): scorecard?
---@field top fun(self: scorecards, n: integer, measure: string|fun(record: scorecard): any): scorecard[]
---@field each fun(self: scorecards, f?: fun(record: scorecard)): fun(): scorecard?
---@field update fun(self: scorecards, rules: table<scorecard.field, any>|fun(record: scorecard): table<scorecard.field, any>?): table
---@field create fun(self: scorecards, values: table<scorecard.field, any>): scorecard
scorecards = {}

---@alias self_check.field "check"|"question"|"answer"|"passes"|"value"|"evidence"|"answered_on"|"note"

---self-checks 自检记录: Answers to the questions that the organisation asks itself, by day.
---@class self_check
---@field id integer
---@field check string check 自检表: Word of the self-check policy, as dependence.
---@field question string question 问题: Key of the question.
---@field answer? boolean answer 回答: Yes or no; empty where nobody can tell.
---@field passes? boolean passes 是否达标: Whether the answer is the wished one.
---@field value? number value 数值: The figure behind it, where there is one.
---@field evidence? string evidence 依据: What it rests on.
---@field answered_on date answered on 回答日期: Day of the answer.
---@field note? string note 备注: What else is to be said.
local self_check_record = {}

---The record that a field refers to, or nil.
---@param field self_check.field
---@return any
function self_check_record:follow(field) end

---Every field and the id, as a table.
---@return table
function self_check_record:totable() end

---All self-checks 自检记录.
---@class self_checks: query
---@field where fun(self: self_checks, condition: table<self_check.field, any>|string|fun(record: self_check): any): self_checks
---@field order_by fun(self: self_checks, ...: string): self_checks
---@field limit fun(self: self_checks, n: integer, offset?: integer): self_checks
---@field select fun(self: self_checks, ...: self_check.field): self_checks
---@field get fun(self: self_checks, key: integer|string): self_check?
---@field first fun(self: self_checks): self_check?
---@field top fun(self: self_checks, n: integer, measure: string|fun(record: self_check): any): self_check[]
---@field each fun(self: self_checks, f?: fun(record: self_check)): fun(): self_check?
---@field update fun(self: self_checks, rules: table<self_check.field, any>|fun(record: self_check): table<self_check.field, any>?): table
---@field create fun(self: self_checks, values: table<self_check.field, any>): self_check
self_checks = {}

---@alias target.field "metric"|"period"|"starts_on"|"ends_on"|"level"|"unit"|"rep"|"product"|"region"|"kind"|"amount"|"number"|"parent"|"split_by"|"basis"|"weight"|"growth"|"note"

---targets 销售目标: Goals of company, areas, teams and reps, by period and line.
---@class target
---@field id integer
---@field metric string metric 指标: What is counted, a word of the target policy, as sales.
---@field period string period 期间: As 2026, 2026-Q2 or 2026-06.
---@field starts_on date starts on 开始日期: First day of the period.
---@field ends_on date ends on 结束日期: Last day of the period.
---@field level string level 层级: A word of the target policy, as company, area, team or rep.
---@field unit? string unit 单元: Name of the area or team; empty for the company and for reps.
---@field rep? integer rep 销售人员: Whose target it is, at the level of reps.
---@field product? string product line 产品线: Category of products; empty for all.
---@field region? string region 区域: Region of customers; empty for all.
---@field kind? string kind of customer 客户类型: Empty for all.
---@field amount? money amount 目标金额 (yuan): Of a target in yuan.
---@field number? number number 目标数: Of a target in pieces.
---@field parent? integer part of 上级目标: Target that this is a part of.
---@field split_by? string split by 拆分维度: How the target that it is a part of was split, as area or quarter.
---@field basis? string basis 拆分依据: What it was computed from: last_year, history, even, given or growth; empty where it was set.
---@field weight? integer weight 权重 (0 or more): What it weighed among its parts, or the base that it grew from.
---@field growth? number growth 增长率: What the year before was raised by, as 0.2.
---@field note? string note 备注: How it came about.
local target_record = {}

---The record that a field refers to, or nil.
---@param field target.field
---@return any
function target_record:follow(field) end

---targets of this targets.
---@return targets
function target_record:targets() end

---Every field and the id, as a table.
---@return table
function target_record:totable() end

---All targets 销售目标.
---@class targets: query
---@field where fun(self: targets, condition: table<target.field, any>|string|fun(record: target): any): targets
---@field order_by fun(self: targets, ...: string): targets
---@field limit fun(self: targets, n: integer, offset?: integer): targets
---@field select fun(self: targets, ...: target.field): targets
---@field get fun(self: targets, key: integer|string): target?
---@field first fun(self: targets): target?
---@field top fun(self: targets, n: integer, measure: string|fun(record: target): any): target[]
---@field each fun(self: targets, f?: fun(record: target)): fun(): target?
---@field update fun(self: targets, rules: table<target.field, any>|fun(record: target): table<target.field, any>?): table
---@field create fun(self: targets, values: table<target.field, any>): target
targets = {}

---@alias credit_split.field "order"|"rep"|"share"|"role"|"reason"

---credit splits 业绩分摊: Shares of orders that count for several people.
---@class credit_split
---@field id integer
---@field order integer order 订单: What is shared.
---@field rep integer rep 销售人员: For whom the share counts.
---@field share number share 份额 (0–1): 0–1; the shares of an order sum to 1.
---@field role? string role 角色: As sales, technical or csm.
---@field reason? string reason 原因: Why.
local credit_split_record = {}

---The record that a field refers to, or nil.
---@param field credit_split.field
---@return any
function credit_split_record:follow(field) end

---Every field and the id, as a table.
---@return table
function credit_split_record:totable() end

---All credit splits 业绩分摊.
---@class credit_splits: query
---@field where fun(self: credit_splits, condition: table<credit_split.field, any>|string|fun(record: credit_split): any): credit_splits
---@field order_by fun(self: credit_splits, ...: string): credit_splits
---@field limit fun(self: credit_splits, n: integer, offset?: integer): credit_splits
---@field select fun(self: credit_splits, ...: credit_split.field): credit_splits
---@field get fun(self: credit_splits, key: integer|string): credit_split?
---@field first fun(self: credit_splits): credit_split?
---@field top fun(self: credit_splits, n: integer, measure: string|fun(record: credit_split): any): credit_split[]
---@field each fun(self: credit_splits, f?: fun(record: credit_split)): fun(): credit_split?
---@field update fun(self: credit_splits, rules: table<credit_split.field, any>|fun(record: credit_split): table<credit_split.field, any>?): table
---@field create fun(self: credit_splits, values: table<credit_split.field, any>): credit_split
credit_splits = {}

---@alias mentorship.field "mentor"|"apprentice"|"starts_on"|"ends_on"|"note"

---mentorships 师徒关系: Mentors and their apprentices.
---@class mentorship
---@field id integer
---@field mentor integer mentor 导师: Who guides.
---@field apprentice integer apprentice 徒弟: Who is guided.
---@field starts_on date starts on 开始日期: First day.
---@field ends_on? date ends on 结束日期: Last day; empty while it lasts.
---@field note? string note 备注: What else is to be said.
local mentorship_record = {}

---The record that a field refers to, or nil.
---@param field mentorship.field
---@return any
function mentorship_record:follow(field) end

---Every field and the id, as a table.
---@return table
function mentorship_record:totable() end

---All mentorships 师徒关系.
---@class mentorships: query
---@field where fun(self: mentorships, condition: table<mentorship.field, any>|string|fun(record: mentorship): any): mentorships
---@field order_by fun(self: mentorships, ...: string): mentorships
---@field limit fun(self: mentorships, n: integer, offset?: integer): mentorships
---@field select fun(self: mentorships, ...: mentorship.field): mentorships
---@field get fun(self: mentorships, key: integer|string): mentorship?
---@field first fun(self: mentorships): mentorship?
---@field top fun(self: mentorships, n: integer, measure: string|fun(record: mentorship): any): mentorship[]
---@field each fun(self: mentorships, f?: fun(record: mentorship)): fun(): mentorship?
---@field update fun(self: mentorships, rules: table<mentorship.field, any>|fun(record: mentorship): table<mentorship.field, any>?): table
---@field create fun(self: mentorships, values: table<mentorship.field, any>): mentorship
mentorships = {}

---@alias pay_period.state "open"|"closed"
---@alias pay_period.field "plan"|"period"|"starts_on"|"ends_on"|"state"|"rules"|"closed_on"|"note"

---pay periods 薪酬期间: Periods of pay, open or closed, each with the plan that it was computed by.
---@class pay_period
---@field id integer
---@field plan string plan 激励方案: Name of the incentive plan.
---@field period string period 期间: As 2026-Q2 or 2026-06.
---@field starts_on date starts on 开始日期: First day of the period.
---@field ends_on date ends on 结束日期: Last day of the period.
---@field state pay_period.state state 状态: Whether its pay may still change.
---@field rules? string rules 方案内容: The plan as it was when the period was computed, as text.
---@field closed_on? date closed on 关账日期: Day it was closed.
---@field note? string note 备注: What else is to be said.
local pay_period_record = {}

---The record that a field refers to, or nil.
---@param field pay_period.field
---@return any
function pay_period_record:follow(field) end

---pay lines of this pay periods.
---@return pay_lines
function pay_period_record:pay_lines() end

---Every field and the id, as a table.
---@return table
function pay_period_record:totable() end

---All pay periods 薪酬期间.
---@class pay_periods: query
---@field where fun(self: pay_periods, condition: table<pay_period.field, any>|string|fun(record: pay_period): any): pay_periods
---@field order_by fun(self: pay_periods, ...: string): pay_periods
---@field limit fun(self: pay_periods, n: integer, offset?: integer): pay_periods
---@field select fun(self: pay_periods, ...: pay_period.field): pay_periods
---@field get fun(self: pay_periods, key: integer|string): pay_period?
---@field first fun(self: pay_periods): pay_period?
---@field top fun(self: pay_periods, n: integer, measure: string|fun(record: pay_period): any): pay_period[]
---@field each fun(self: pay_periods, f?: fun(record: pay_period)): fun(): pay_period?
---@field update fun(self: pay_periods, rules: table<pay_period.field, any>|fun(record: pay_period): table<pay_period.field, any>?): table
---@field create fun(self: pay_periods, values: table<pay_period.field, any>): pay_period
pay_periods = {}

---@alias pay_line.kind "earned"|"held"|"released"|"paid"|"clawback"|"correction"
---@alias pay_line.field "period"|"rep"|"component"|"kind"|"order"|"basis"|"rate"|"amount"|"entered_on"|"corrects"|"source"|"reason"|"note"

---pay lines 薪酬明细: The ledger of pay: what each rep earned, what is held, paid and taken back, and by which rule.
---@class pay_line
---@field id integer
---@field period integer pay period 薪酬期间: Period that it is entered in.
---@field rep integer rep 销售人员: Whose pay it is.
---@field component string component 薪酬项目: Word of the plan, as base, commission or accelerator.
---@field kind pay_line.kind kind 类型: What the entry does.
---@field order? integer order 订单: Order that it is for.
---@field basis? money basis 计提基数 (yuan): What the rate was applied to.
---@field rate? number rate 提成比例: Rate applied, as 0.02.
---@field amount money amount 金额 (yuan): Signed.
---@field entered_on date entered on 入账日期: Day of the entry.
---@field corrects? integer corrects 更正期间: Closed period that it corrects.
---@field source? string source 出处: Source of the rule.
---@field reason? string reason 原因: Why.
---@field note? string note 备注: What else is to be said.
local pay_line_record = {}

---The record that a field refers to, or nil.
---@param field pay_line.field
---@return any
function pay_line_record:follow(field) end

---Every field and the id, as a table.
---@return table
function pay_line_record:totable() end

---All pay lines 薪酬明细.
---@class pay_lines: query
---@field where fun(self: pay_lines, condition: table<pay_line.field, any>|string|fun(record: pay_line): any): pay_lines
---@field order_by fun(self: pay_lines, ...: string): pay_lines
---@field limit fun(self: pay_lines, n: integer, offset?: integer): pay_lines
---@field select fun(self: pay_lines, ...: pay_line.field): pay_lines
---@field get fun(self: pay_lines, key: integer|string): pay_line?
---@field first fun(self: pay_lines): pay_line?
---@field top fun(self: pay_lines, n: integer, measure: string|fun(record: pay_line): any): pay_line[]
---@field each fun(self: pay_lines, f?: fun(record: pay_line)): fun(): pay_line?
---@field update fun(self: pay_lines, rules: table<pay_line.field, any>|fun(record: pay_line): table<pay_line.field, any>?): table
---@field create fun(self: pay_lines, values: table<pay_line.field, any>): pay_line
pay_lines = {}

---@alias award.field "rep"|"kind"|"amount"|"given_on"|"reason"

---awards 奖惩记录: Rewards and penalties: champion, newcomer, deduction and the like.
---@class award
---@field id integer
---@field rep integer rep 销售人员: Who gets it.
---@field kind string kind 类型: Word of the incentive policy, as champion or deduction.
---@field amount? money amount 金额 (yuan): Signed; empty without money.
---@field given_on date given on 日期: Day.
---@field reason? string reason 原因: Why.
local award_record = {}

---The record that a field refers to, or nil.
---@param field award.field
---@return any
function award_record:follow(field) end

---Every field and the id, as a table.
---@return table
function award_record:totable() end

---All awards 奖惩记录.
---@class awards: query
---@field where fun(self: awards, condition: table<award.field, any>|string|fun(record: award): any): awards
---@field order_by fun(self: awards, ...: string): awards
---@field limit fun(self: awards, n: integer, offset?: integer): awards
---@field select fun(self: awards, ...: award.field): awards
---@field get fun(self: awards, key: integer|string): award?
---@field first fun(self: awards): award?
---@field top fun(self: awards, n: integer, measure: string|fun(record: award): any): award[]
---@field each fun(self: awards, f?: fun(record: award)): fun(): award?
---@field update fun(self: awards, rules: table<award.field, any>|fun(record: award): table<award.field, any>?): table
---@field create fun(self: awards, values: table<award.field, any>): award
awards = {}

---@alias scenario.state "open"|"promoted"|"dropped"
---@alias scenario.field "name"|"script"|"state"|"created_on"|"decided_on"|"note"

---scenarios 情景方案: Named what-ifs: changes to policies and data as Lua, compared before one is put in force.
---@class scenario
---@field id integer
---@field name string name 名称: Your own key of the scenario.
---@field script string script 脚本: What it changes, in Lua.
---@field state scenario.state state 状态: What became of it.
---@field created_on date created on 创建日期: Day it was named.
---@field decided_on? date decided on 决定日期: Day it was promoted or dropped.
---@field note? string note 备注: What it is for.
local scenario_record = {}

---The record that a field refers to, or nil.
---@param field scenario.field
---@return any
function scenario_record:follow(field) end

---Every field and the id, as a table.
---@return table
function scenario_record:totable() end

---All scenarios 情景方案.
---@class scenarios: query
---@field where fun(self: scenarios, condition: table<scenario.field, any>|string|fun(record: scenario): any): scenarios
---@field order_by fun(self: scenarios, ...: string): scenarios
---@field limit fun(self: scenarios, n: integer, offset?: integer): scenarios
---@field select fun(self: scenarios, ...: scenario.field): scenarios
---@field get fun(self: scenarios, key: integer|string): scenario?
---@field first fun(self: scenarios): scenario?
---@field top fun(self: scenarios, n: integer, measure: string|fun(record: scenario): any): scenario[]
---@field each fun(self: scenarios, f?: fun(record: scenario)): fun(): scenario?
---@field update fun(self: scenarios, rules: table<scenario.field, any>|fun(record: scenario): table<scenario.field, any>?): table
---@field create fun(self: scenarios, values: table<scenario.field, any>): scenario
scenarios = {}

---@alias campaign.state "planned"|"running"|"stopped"|"ended"
---@alias campaign.field "code"|"name"|"kind"|"audience"|"promotion"|"product"|"starts_on"|"ends_on"|"budget"|"spent"|"owner"|"state"|"launched_on"|"ended_on"|"reason"|"rules"|"note"

---campaigns 营销活动: Campaigns: audience, arms, period, budget, and what came of them.
---@class campaign
---@field id integer
---@field code string campaign number 活动编号: Your own key of the campaign.
---@field name string name 名称: What it is called.
---@field kind? string kind 类型: Word of the campaign policy, as offer or push.
---@field audience? string audience 受众规则: The rule that chose the customers, as it was written.
---@field promotion? string promotion 促销: Promotion of the price policy that it offers.
---@field product? string product line 产品线: Category of products that it is for.
---@field starts_on date starts on 开始日期: First day.
---@field ends_on date ends on 结束日期: Last day on which a response counts.
---@field budget? money budget 预算 (yuan): What it may cost.
---@field spent? money spent 已花费用 (yuan): What it has cost beside the offer.
---@field owner? integer owner 负责人: Who answers for it.
---@field state campaign.state state 状态: How far it is.
---@field launched_on? date launched on 启动日期: Day of the launch.
---@field ended_on? date ended on 结束于: Day it was stopped or ended.
---@field reason? string reason 原因: Why it was stopped.
---@field rules? string rules 方案内容: The campaign as it was launched, as text.
---@field note? string note 备注: What else is to be said.
local campaign_record = {}

---campaign arms of this campaigns.
---@return campaign_arms
function campaign_record:campaign_arms() end

---campaign members of this campaigns.
---@return campaign_members
function campaign_record:campaign_members() end

---The record that a field refers to, or nil.
---@param field campaign.field
---@return any
function campaign_record:follow(field) end

---Every field and the id, as a table.
---@return table
function campaign_record:totable() end

---All campaigns 营销活动.
---@class campaigns: query
---@field where fun(self: campaigns, condition: table<campaign.field, any>|string|fun(record: campaign): any): campaigns
---@field order_by fun(self: campaigns, ...: string): campaigns
---@field limit fun(self: campaigns, n: integer, offset?: integer): campaigns
---@field select fun(self: campaigns, ...: campaign.field): campaigns
---@field get fun(self: campaigns, key: integer|string): campaign?
---@field first fun(self: campaigns): campaign?
---@field top fun(self: campaigns, n: integer, measure: string|fun(record: campaign): any): campaign[]
---@field each fun(self: campaigns, f?: fun(record: campaign)): fun(): campaign?
---@field update fun(self: campaigns, rules: table<campaign.field, any>|fun(record: campaign): table<campaign.field, any>?): table
---@field create fun(self: campaigns, values: table<campaign.field, any>): campaign
campaigns = {}

---@alias campaign_arm.field "campaign"|"key"|"share"|"is_held_out"|"promotion"|"task"|"due_days"|"talk"|"enrolled"

---campaign arms 活动分组: Arms of campaigns: which part of the audience gets what.
---@class campaign_arm
---@field id integer
---@field campaign integer campaign 营销活动: Campaign that it belongs to.
---@field key string arm 分组: Its word, as offer_a or hold_out.
---@field share number share 份额 (0–1): Part of the whole audience that it gets, 0–1.
---@field is_held_out boolean held out 对照组: Whether nothing may be done to its customers.
---@field promotion? string promotion 促销: Promotion of the price policy that it gets.
---@field task? string task 任务: What reps do with each of its customers.
---@field due_days? integer days for the task 任务天数 (days): Days from the start by which it is done.
---@field talk? string talk track 话术: What is said to its customers.
---@field enrolled integer enrolled 入选数 (0 or more): Customers that it got at the launch.
local campaign_arm_record = {}

---The record that a field refers to, or nil.
---@param field campaign_arm.field
---@return any
function campaign_arm_record:follow(field) end

---Every field and the id, as a table.
---@return table
function campaign_arm_record:totable() end

---All campaign arms 活动分组.
---@class campaign_arms: query
---@field where fun(self: campaign_arms, condition: table<campaign_arm.field, any>|string|fun(record: campaign_arm): any): campaign_arms
---@field order_by fun(self: campaign_arms, ...: string): campaign_arms
---@field limit fun(self: campaign_arms, n: integer, offset?: integer): campaign_arms
---@field select fun(self: campaign_arms, ...: campaign_arm.field): campaign_arms
---@field get fun(self: campaign_arms, key: integer|string): campaign_arm?
---@field first fun(self: campaign_arms): campaign_arm?
---@field top fun(self: campaign_arms, n: integer, measure: string|fun(record: campaign_arm): any): campaign_arm[]
---@field each fun(self: campaign_arms, f?: fun(record: campaign_arm)): fun(): campaign_arm?
---@field update fun(self: campaign_arms, rules: table<campaign_arm.field, any>|fun(record: campaign_arm): table<campaign_arm.field, any>?): table
---@field create fun(self: campaign_arms, values: table<campaign_arm.field, any>): campaign_arm
campaign_arms = {}

---@alias campaign_member.field "campaign"|"customer"|"arm"|"is_held_out"|"enrolled_on"|"left_on"|"treated_on"|"responded_on"|"amount"|"note"

---campaign members 活动成员: Customers of campaigns: arm, whether they are held out, and how they responded.
---@class campaign_member
---@field id integer
---@field campaign integer campaign 营销活动: Campaign that it belongs to.
---@field customer integer customer 客户: Who.
---@field arm string arm 分组: Arm of the campaign, as offer_a or hold_out.
---@field is_held_out boolean held out 对照组: Whether nothing may be done to the customer for it.
---@field enrolled_on date enrolled on 入选日期: Day of enrolment.
---@field left_on? date left on 退出日期: Day the customer left it; empty while in.
---@field treated_on? date treated on 触达日期: Day the offer or the talk came; never of those held out.
---@field responded_on? date responded on 响应日期: Day of the first response.
---@field amount? money amount 响应金额 (yuan): What was ordered in the period.
---@field note? string note 备注: What else is to be said.
local campaign_member_record = {}

---The record that a field refers to, or nil.
---@param field campaign_member.field
---@return any
function campaign_member_record:follow(field) end

---Every field and the id, as a table.
---@return table
function campaign_member_record:totable() end

---All campaign members 活动成员.
---@class campaign_members: query
---@field where fun(self: campaign_members, condition: table<campaign_member.field, any>|string|fun(record: campaign_member): any): campaign_members
---@field order_by fun(self: campaign_members, ...: string): campaign_members
---@field limit fun(self: campaign_members, n: integer, offset?: integer): campaign_members
---@field select fun(self: campaign_members, ...: campaign_member.field): campaign_members
---@field get fun(self: campaign_members, key: integer|string): campaign_member?
---@field first fun(self: campaign_members): campaign_member?
---@field top fun(self: campaign_members, n: integer, measure: string|fun(record: campaign_member): any): campaign_member[]
---@field each fun(self: campaign_members, f?: fun(record: campaign_member)): fun(): campaign_member?
---@field update fun(self: campaign_members, rules: table<campaign_member.field, any>|fun(record: campaign_member): table<campaign_member.field, any>?): table
---@field create fun(self: campaign_members, values: table<campaign_member.field, any>): campaign_member
campaign_members = {}

---@alias resale.field "agent"|"customer"|"product"|"quantity"|"price"|"amount"|"sold_on"|"order"|"note"

---resales 代理销售: Sales of agents: to whom, at which price.
---@class resale
---@field id integer
---@field agent integer agent 代理商: Who sold.
---@field customer integer customer 客户: To whom.
---@field product? integer product 产品: What.
---@field quantity? integer quantity 数量 (1 or more): Pieces.
---@field price? money unit price 单价 (yuan): For a piece.
---@field amount money amount 金额 (yuan): In all.
---@field sold_on date sold on 销售日期: Day of the sale.
---@field order? integer order 订单: Our order that served it.
---@field note? string note 备注: How it was seen.
local resale_record = {}

---The record that a field refers to, or nil.
---@param field resale.field
---@return any
function resale_record:follow(field) end

---Every field and the id, as a table.
---@return table
function resale_record:totable() end

---All resales 代理销售.
---@class resales: query
---@field where fun(self: resales, condition: table<resale.field, any>|string|fun(record: resale): any): resales
---@field order_by fun(self: resales, ...: string): resales
---@field limit fun(self: resales, n: integer, offset?: integer): resales
---@field select fun(self: resales, ...: resale.field): resales
---@field get fun(self: resales, key: integer|string): resale?
---@field first fun(self: resales): resale?
---@field top fun(self: resales, n: integer, measure: string|fun(record: resale): any): resale[]
---@field each fun(self: resales, f?: fun(record: resale)): fun(): resale?
---@field update fun(self: resales, rules: table<resale.field, any>|fun(record: resale): table<resale.field, any>?): table
---@field create fun(self: resales, values: table<resale.field, any>): resale
resales = {}

---@alias agent_review.field "agent"|"period"|"starts_on"|"ends_on"|"volume"|"yearly"|"rank_before"|"rank"|"score"|"breaches"|"outcome"|"reviewed_on"|"note"

---agent reviews 代理商考核: Assessments of agents: volume, rank before and after, breaches, penalty.
---@class agent_review
---@field id integer
---@field agent integer agent 代理商: Who was assessed.
---@field period string period 期间: As 2026 or 2026-Q2.
---@field starts_on date starts on 开始日期: First day of the period.
---@field ends_on date ends on 结束日期: Last day of the period.
---@field volume money volume 销售额 (yuan): What was sold in the period.
---@field yearly? money yearly volume 年销售额 (yuan): Of the twelve months to its end.
---@field rank_before? string rank before 原等级: Rank when it was reviewed.
---@field rank? string rank 等级: Rank that the volume gives.
---@field score? number score 得分: 0–100, by the weights of the policy.
---@field breaches? integer breaches 违规数 (0 or more): Conflicts that it caused.
---@field outcome? string outcome 处理结果: Word of the channel policy.
---@field reviewed_on date reviewed on 考核日期: Day of the review.
---@field note? string note 备注: What else is to be said.
local agent_review_record = {}

---The record that a field refers to, or nil.
---@param field agent_review.field
---@return any
function agent_review_record:follow(field) end

---Every field and the id, as a table.
---@return table
function agent_review_record:totable() end

---All agent reviews 代理商考核.
---@class agent_reviews: query
---@field where fun(self: agent_reviews, condition: table<agent_review.field, any>|string|fun(record: agent_review): any): agent_reviews
---@field order_by fun(self: agent_reviews, ...: string): agent_reviews
---@field limit fun(self: agent_reviews, n: integer, offset?: integer): agent_reviews
---@field select fun(self: agent_reviews, ...: agent_review.field): agent_reviews
---@field get fun(self: agent_reviews, key: integer|string): agent_review?
---@field first fun(self: agent_reviews): agent_review?
---@field top fun(self: agent_reviews, n: integer, measure: string|fun(record: agent_review): any): agent_review[]
---@field each fun(self: agent_reviews, f?: fun(record: agent_review)): fun(): agent_review?
---@field update fun(self: agent_reviews, rules: table<agent_review.field, any>|fun(record: agent_review): table<agent_review.field, any>?): table
---@field create fun(self: agent_reviews, values: table<agent_review.field, any>): agent_review
agent_reviews = {}

---@alias plan_phase.field "plan"|"position"|"title"|"starts_on"|"ends_on"|"goals"|"note"

---plan phases 计划阶段: Phases of plans, with their goals.
---@class plan_phase
---@field id integer
---@field plan string plan 计划: Name of the plan.
---@field position integer position 序号 (1 or more): Counts from 1.
---@field title string title 标题: What it is called.
---@field starts_on date starts on 开始日期: First day.
---@field ends_on date ends on 结束日期: Last day.
---@field goals? string goals 目标: What is to be reached, as customers=10;revenue=100000.
---@field note? string note 备注: What else is to be said.
local plan_phase_record = {}

---The record that a field refers to, or nil.
---@param field plan_phase.field
---@return any
function plan_phase_record:follow(field) end

---plan milestones of this plan phases.
---@return plan_milestones
function plan_phase_record:plan_milestones() end

---Every field and the id, as a table.
---@return table
function plan_phase_record:totable() end

---All plan phases 计划阶段.
---@class plan_phases: query
---@field where fun(self: plan_phases, condition: table<plan_phase.field, any>|string|fun(record: plan_phase): any): plan_phases
---@field order_by fun(self: plan_phases, ...: string): plan_phases
---@field limit fun(self: plan_phases, n: integer, offset?: integer): plan_phases
---@field select fun(self: plan_phases, ...: plan_phase.field): plan_phases
---@field get fun(self: plan_phases, key: integer|string): plan_phase?
---@field first fun(self: plan_phases): plan_phase?
---@field top fun(self: plan_phases, n: integer, measure: string|fun(record: plan_phase): any): plan_phase[]
---@field each fun(self: plan_phases, f?: fun(record: plan_phase)): fun(): plan_phase?
---@field update fun(self: plan_phases, rules: table<plan_phase.field, any>|fun(record: plan_phase): table<plan_phase.field, any>?): table
---@field create fun(self: plan_phases, values: table<plan_phase.field, any>): plan_phase
plan_phases = {}

---@alias plan_milestone.field "phase"|"title"|"owner"|"due_on"|"done_on"|"contingency"|"note"

---plan milestones 计划里程碑: Marks of plans: by when, by whom, and what if it is late.
---@class plan_milestone
---@field id integer
---@field phase integer phase 计划阶段: Phase that it belongs to.
---@field title string title 标题: What is ready.
---@field owner? integer owner 负责人: Who answers for it.
---@field due_on date due on 到期日期: Day by which it is ready.
---@field done_on? date done on 完成日期: Day it was.
---@field contingency? string contingency 应急预案: What is done when it is late.
---@field note? string note 备注: What else is to be said.
local plan_milestone_record = {}

---The record that a field refers to, or nil.
---@param field plan_milestone.field
---@return any
function plan_milestone_record:follow(field) end

---Every field and the id, as a table.
---@return table
function plan_milestone_record:totable() end

---All plan milestones 计划里程碑.
---@class plan_milestones: query
---@field where fun(self: plan_milestones, condition: table<plan_milestone.field, any>|string|fun(record: plan_milestone): any): plan_milestones
---@field order_by fun(self: plan_milestones, ...: string): plan_milestones
---@field limit fun(self: plan_milestones, n: integer, offset?: integer): plan_milestones
---@field select fun(self: plan_milestones, ...: plan_milestone.field): plan_milestones
---@field get fun(self: plan_milestones, key: integer|string): plan_milestone?
---@field first fun(self: plan_milestones): plan_milestone?
---@field top fun(self: plan_milestones, n: integer, measure: string|fun(record: plan_milestone): any): plan_milestone[]
---@field each fun(self: plan_milestones, f?: fun(record: plan_milestone)): fun(): plan_milestone?
---@field update fun(self: plan_milestones, rules: table<plan_milestone.field, any>|fun(record: plan_milestone): table<plan_milestone.field, any>?): table
---@field create fun(self: plan_milestones, values: table<plan_milestone.field, any>): plan_milestone
plan_milestones = {}

---@alias risk.state "open"|"happened"|"closed"
---@alias risk.field "code"|"kind"|"title"|"impact"|"probability"|"response"|"owner"|"state"|"opened_on"|"reviewed_on"|"closed_on"|"note"

---risks 风险: Register of risks: kind, impact, probability, response, owner.
---@class risk
---@field id integer
---@field code? string risk number 风险编号: Your own key of the risk.
---@field kind string kind 类型: Word of the planning policy, as competition.
---@field title string title 标题: What may happen.
---@field impact integer impact 影响程度: On the scale of the policy.
---@field probability integer probability 发生概率: On the scale of the policy.
---@field response? string response 应对措施: What is done about it.
---@field owner? integer owner 负责人: Who watches it.
---@field state risk.state state 状态: Whether it is watched.
---@field opened_on date opened on 登记日期: Day it was entered.
---@field reviewed_on? date reviewed on 复核日期: Day it was last looked at.
---@field closed_on? date closed on 关闭日期: Day it ended.
---@field note? string note 备注: What came of it.
local risk_record = {}

---The record that a field refers to, or nil.
---@param field risk.field
---@return any
function risk_record:follow(field) end

---Every field and the id, as a table.
---@return table
function risk_record:totable() end

---All risks 风险.
---@class risks: query
---@field where fun(self: risks, condition: table<risk.field, any>|string|fun(record: risk): any): risks
---@field order_by fun(self: risks, ...: string): risks
---@field limit fun(self: risks, n: integer, offset?: integer): risks
---@field select fun(self: risks, ...: risk.field): risks
---@field get fun(self: risks, key: integer|string): risk?
---@field first fun(self: risks): risk?
---@field top fun(self: risks, n: integer, measure: string|fun(record: risk): any): risk[]
---@field each fun(self: risks, f?: fun(record: risk)): fun(): risk?
---@field update fun(self: risks, rules: table<risk.field, any>|fun(record: risk): table<risk.field, any>?): table
---@field create fun(self: risks, values: table<risk.field, any>): risk
risks = {}

---@alias budget_line.field "period"|"line"|"scope"|"planned"|"spent"|"note"

---budget lines 预算: Budgets: planned and spent, by period, line and scope.
---@class budget_line
---@field id integer
---@field period string period 期间: As 2026, 2026-Q2 or 2026-06.
---@field line string line 预算科目: Word of the planning policy, as marketing.
---@field scope? string scope 范围: Region, product line or channel; empty for all.
---@field planned money planned 预算金额 (yuan): What may be spent.
---@field spent? money spent 已花费用 (yuan): What was spent.
---@field note? string note 备注: What else is to be said.
local budget_line_record = {}

---The record that a field refers to, or nil.
---@param field budget_line.field
---@return any
function budget_line_record:follow(field) end

---Every field and the id, as a table.
---@return table
function budget_line_record:totable() end

---All budget lines 预算.
---@class budget_lines: query
---@field where fun(self: budget_lines, condition: table<budget_line.field, any>|string|fun(record: budget_line): any): budget_lines
---@field order_by fun(self: budget_lines, ...: string): budget_lines
---@field limit fun(self: budget_lines, n: integer, offset?: integer): budget_lines
---@field select fun(self: budget_lines, ...: budget_line.field): budget_lines
---@field get fun(self: budget_lines, key: integer|string): budget_line?
---@field first fun(self: budget_lines): budget_line?
---@field top fun(self: budget_lines, n: integer, measure: string|fun(record: budget_line): any): budget_line[]
---@field each fun(self: budget_lines, f?: fun(record: budget_line)): fun(): budget_line?
---@field update fun(self: budget_lines, rules: table<budget_line.field, any>|fun(record: budget_line): table<budget_line.field, any>?): table
---@field create fun(self: budget_lines, values: table<budget_line.field, any>): budget_line
budget_lines = {}

---@alias training.field "rep"|"course"|"kind"|"hours"|"held_on"|"score"|"passed"|"certificate"|"expires_on"|"note"

---trainings 培训记录: Training of reps: hours, result, certificate.
---@class training
---@field id integer
---@field rep integer rep 销售人员: Who learned.
---@field course string course 课程: What, a word of the planning policy or a name.
---@field kind? string kind 类型: As entry, monthly, quarterly or outside.
---@field hours number hours 学时 (0 or more): How long.
---@field held_on date held on 培训日期: Day.
---@field score? number score 得分 (0–100): Result of the test, 0–100.
---@field passed? boolean passed 是否通过: Whether the test was passed.
---@field certificate? string certificate 证书: What was certified.
---@field expires_on? date expires on 有效期至: Last day of the certificate.
---@field note? string note 备注: What else is to be said.
local training_record = {}

---The record that a field refers to, or nil.
---@param field training.field
---@return any
function training_record:follow(field) end

---Every field and the id, as a table.
---@return table
function training_record:totable() end

---All trainings 培训记录.
---@class trainings: query
---@field where fun(self: trainings, condition: table<training.field, any>|string|fun(record: training): any): trainings
---@field order_by fun(self: trainings, ...: string): trainings
---@field limit fun(self: trainings, n: integer, offset?: integer): trainings
---@field select fun(self: trainings, ...: training.field): trainings
---@field get fun(self: trainings, key: integer|string): training?
---@field first fun(self: trainings): training?
---@field top fun(self: trainings, n: integer, measure: string|fun(record: training): any): training[]
---@field each fun(self: trainings, f?: fun(record: training)): fun(): training?
---@field update fun(self: trainings, rules: table<training.field, any>|fun(record: training): table<training.field, any>?): table
---@field create fun(self: trainings, values: table<training.field, any>): training
trainings = {}

---@alias article.field "code"|"kind"|"title"|"scene"|"industry"|"pain"|"solution"|"result"|"body"|"competitor"|"author"|"written_on"|"updated_on"

---articles 知识库: Knowledge base: talk tracks, cases, competitors, methods.
---@class article
---@field id integer
---@field code? string article number 知识编号: Your own key of the article.
---@field kind string kind 类型: Word of the knowledge policy, as talk_track or case.
---@field title string title 标题: What it is about.
---@field scene? string scene 场景: Scene of a talk track, as bargaining.
---@field industry? string industry 行业: Industry of a case.
---@field pain? string pain 痛点: What hurt.
---@field solution? string solution 解决方案: What was done.
---@field result? string result 效果: What came of it.
---@field body? string text 正文: The text.
---@field competitor? integer competitor 竞争对手: Whom it is about.
---@field author? integer author 作者: Who wrote it.
---@field written_on date written on 撰写日期: Day it was written.
---@field updated_on? date updated on 更新日期: Day it was last changed.
local article_record = {}

---The record that a field refers to, or nil.
---@param field article.field
---@return any
function article_record:follow(field) end

---Every field and the id, as a table.
---@return table
function article_record:totable() end

---All articles 知识库.
---@class articles: query
---@field where fun(self: articles, condition: table<article.field, any>|string|fun(record: article): any): articles
---@field order_by fun(self: articles, ...: string): articles
---@field limit fun(self: articles, n: integer, offset?: integer): articles
---@field select fun(self: articles, ...: article.field): articles
---@field get fun(self: articles, key: integer|string): article?
---@field first fun(self: articles): article?
---@field top fun(self: articles, n: integer, measure: string|fun(record: article): any): article[]
---@field each fun(self: articles, f?: fun(record: article)): fun(): article?
---@field update fun(self: articles, rules: table<article.field, any>|fun(record: article): table<article.field, any>?): table
---@field create fun(self: articles, values: table<article.field, any>): article
articles = {}

---@alias daily_report.field "rep"|"day"|"results"|"obstacles"|"plan"|"lesson"|"reached"|"converted"

---daily reports 日报: Daily reports of reps, in four parts.
---@class daily_report
---@field id integer
---@field rep integer rep 销售人员: Who reports.
---@field day date day 日期: Day that it is of.
---@field results? string results 成果: What was reached.
---@field obstacles? string obstacles 障碍: What stood in the way, and which help is needed.
---@field plan? string plan 明日计划: Key accounts of tomorrow.
---@field lesson? string lesson 可复用经验: One method for others.
---@field reached? integer customers reached 触达客户数 (0 or more): How many.
---@field converted? integer converted 转化数 (0 or more): How many of them went a step on.
local daily_report_record = {}

---The record that a field refers to, or nil.
---@param field daily_report.field
---@return any
function daily_report_record:follow(field) end

---Every field and the id, as a table.
---@return table
function daily_report_record:totable() end

---All daily reports 日报.
---@class daily_reports: query
---@field where fun(self: daily_reports, condition: table<daily_report.field, any>|string|fun(record: daily_report): any): daily_reports
---@field order_by fun(self: daily_reports, ...: string): daily_reports
---@field limit fun(self: daily_reports, n: integer, offset?: integer): daily_reports
---@field select fun(self: daily_reports, ...: daily_report.field): daily_reports
---@field get fun(self: daily_reports, key: integer|string): daily_report?
---@field first fun(self: daily_reports): daily_report?
---@field top fun(self: daily_reports, n: integer, measure: string|fun(record: daily_report): any): daily_report[]
---@field each fun(self: daily_reports, f?: fun(record: daily_report)): fun(): daily_report?
---@field update fun(self: daily_reports, rules: table<daily_report.field, any>|fun(record: daily_report): table<daily_report.field, any>?): table
---@field create fun(self: daily_reports, values: table<daily_report.field, any>): daily_report
daily_reports = {}

---@alias job.state "active"|"paused"|"disabled"
---@alias job.missed "skip"|"once"|"all"
---@alias job.clock "due"|"now"
---@alias job.changed "refuse"|"run"
---@alias job.field "name"|"script"|"script_hash"|"arguments"|"schedule"|"state"|"active_since"|"missed"|"clock"|"seed"|"changed"|"retries"|"backoff"|"backoff_factor"|"time_limit"|"memory_limit"|"disable_after"|"allow_read"|"allow_write"

---jobs 定时任务: Scripts that run by themselves; their executions are listed by tenon schedule history.
---@class job
---@field id integer
---@field name string name 名称: Your own key of the job.
---@field script string script 脚本: Path of the Lua file.
---@field script_hash string script hash 脚本指纹: Of the script as it was scheduled.
---@field arguments? string arguments 参数: What the script sees as arg, one a line.
---@field schedule string schedule 时间表: When it is due: a cron expression, or words as last working day 18:00.
---@field state job.state state 状态: Paused by a person, or disabled after failures in a row.
---@field active_since instant active since 启用时间: No time before counts as missed, and no failure.
---@field missed job.missed missed 错过处理: What becomes of times at which nothing could run.
---@field clock job.clock clock 时钟: What the script takes for now: the time it was due, or the time it runs.
---@field seed integer seed 随机种子 (0 or more): Of random numbers.
---@field changed job.changed changed script 脚本变更处理: Whether a script runs that is no longer the one that was scheduled.
---@field retries integer retries 重试次数 (0–100): How often a failed execution is tried again.
---@field backoff integer back-off 退避时间 (seconds): Time before the first retry.
---@field backoff_factor number back-off factor 退避系数 (1–100): By what the time grows from retry to retry.
---@field time_limit integer time limit 时限 (seconds): After which it is stopped.
---@field memory_limit integer memory limit 内存上限 (MB): What the script may use.
---@field disable_after integer disable after 停用阈值 (1–1000): Failures in a row after which it is disabled.
---@field allow_read? string may read 可读目录: Folders that the script may read, one a line.
---@field allow_write? string may write 可写目录: Folders that the script may write, one a line.
local job_record = {}

---The record that a field refers to, or nil.
---@param field job.field
---@return any
function job_record:follow(field) end

---Every field and the id, as a table.
---@return table
function job_record:totable() end

---All jobs 定时任务.
---@class jobs: query
---@field where fun(self: jobs, condition: table<job.field, any>|string|fun(record: job): any): jobs
---@field order_by fun(self: jobs, ...: string): jobs
---@field limit fun(self: jobs, n: integer, offset?: integer): jobs
---@field select fun(self: jobs, ...: job.field): jobs
---@field get fun(self: jobs, key: integer|string): job?
---@field first fun(self: jobs): job?
---@field top fun(self: jobs, n: integer, measure: string|fun(record: job): any): job[]
---@field each fun(self: jobs, f?: fun(record: job)): fun(): job?
---@field update fun(self: jobs, rules: table<job.field, any>|fun(record: job): table<job.field, any>?): table
---@field create fun(self: jobs, values: table<job.field, any>): job
jobs = {}

---An exact amount of money from its text.
---Units: yuan, to 4 decimals
---@param text string
---@return money
function money(text) end

---So many yuan; a number counts as its shortest decimal.
---Units: yuan
---@param n number
---@return money
function yuan(n) end

---So many 万: n × 10,000 yuan.
---Units: 万 (10,000 yuan)
---@param n number
---@return money
function wan(n) end

---A day of the calendar.
---@param text string
---@return date
function date(text) end

---A moment; Shanghai time unless an offset is given.
---@param text string
---@return instant
function instant(text) end

---A span of whole days.
---Units: days
---@param n number
---@return span
function days(n) end

---A span of whole hours.
---Units: hours
---@param n number
---@return span
function hours(n) end

---A span of time from its text.
---@param text string
---@return span
function span(text) end

---The day of the run's clock, in Shanghai.
---@return date
function today() end

---The run's clock: the same moment during the whole run.
---@return instant
function now() end

---Writes values to the output: records as cards, results as tables.
---@param x any
---@param ... any
function print(x, ...) end

---Prints what a name or an error's code is, with an example; without one, every name.
---@param name? string
function help(name) end

---The fields of an entity: name, type, label, unit, source and meaning.
---@param collection query
---@return results
function fields(collection) end

---Why a field, or what an engine answered, is what it is: the inputs, the rule that applied and its source, the rules that did not and their reason.
---@param record any
---@param field string
---@param policy? string|table
---@return explanation
function why(record, field, policy) end

---Calls f, takes everything it changed back, and gives the changes.
---@param f function
---@return changes
function plan(f) end

---What this run has changed so far.
---@return changes
function changes() end

---The last runs, the latest first: id, kind, script, who, when, how many changes, state.
---@param n? number
---@return results
function runs(n) end

---Takes back a run, without a number the latest that still stands: every field it changed gets its earlier value, in a new run.
---Changes: what the run changed
---@param run? any
function undo(run) end

---Does again what undo took back last, in a new run, unless something else was changed since.
---Changes: what the undone run changed
function redo() end

---@class report.options
---@field title? string
---@field [any] any

---A report of a script's own: values, tables, other reports and charts, each under its name, in the order given. It prints, and it saves as a page that needs no network. A value that is nil says no data.
---@param options report.options
---@return report
function report(options) end

---Writes a value to a file, whole: .csv, .tsv, .json, .jsonl, .md, .html, .txt, or .lua, which gives an equal value when it is run.
---Units: amounts exact and dates ISO; every row, and every field unless select chose some
---Changes: the file, also in a plan
---@param x any
---@param path string
function save(x, path) end

---Calls f and takes everything back: what it changed of records, and the policies it put in the place of others. Gives changes, as plan does, and result, what f returned.
---Units: files that f writes and variables that it sets stay
---@param f function
---@return report
function whatif(f) end

---@class compare.options
---@field by? string
---@field period? string
---@field plan? any
---@field figures? any
---@field measure? function

---Runs two scenarios, each taken back, and compares what a measure gives under each: a, b, total_a, total_b, difference, more, less, and table with a row a key. A scenario is a name, a function, or "now" for things as they are. The measure is pay, by rep, role, team, area, component or period; or a function that gives a number, an amount, or a table of them by key.
---Units: more, less: keys for which b gives more or less than a
---@param a any
---@param b any
---@param options compare.options
---@return report
function compare(a, b, options) end

---Runs another script, in this run and with these globals; gives what it returns. What follows the path is its `...`.
---Units: path: from the folder of the script that asks
---@param path string
---@param ... any
function run(path, ...) end

---Loads a module once and gives its value: name.lua or name/init.lua beside the script, or in a folder that may be read.
---Units: name: a.b is a/b.lua
---@param name string
function require(name) end

---Loads a module anew; its table stays the same table, so that all who hold it see the new fields.
---@param name string
function reload(name) end

---Keeps the run open: this chunk and those that follow are one run, until commit() or rollback().
function begin() end

---@class commit.options
---@field anyway? boolean

---Ends the open run and keeps what it did, as one run. After a chunk of it failed it asks for anyway.
---Changes: the store, by what the run did
---@param options? commit.options
function commit(options) end

---Ends the open run and takes all that it did back.
function rollback() end

---The names that this session has given values, with what they hold.
function who() end

---@class history.options
---@field grep? string
---@field n? number

---Chunks that were typed, in this session and before, as a list of texts, the latest last.
---@param options? history.options
function history(options) end

---The last error with all of its frames, also those of the host; last_error holds it as a table.
function tb() end

---Calls f, says how long it took, and gives what it gives.
---Units: seconds of the machine's clock
---@param f function
function time(f) end

---Calls f as often as half a second allows: how often, mean and deviation of a call, memory a call.
---Units: mean, sd: seconds; memory: bytes that the interpreter had more after a call, before it cleaned up
---@param f function
function bench(f) end

---@class suite.options
---@field sample? any
---@field seed? number
---@field as_of? date

---What the tests of a file begin with: a store of their own in memory, empty or with a sample company, and a clock.
---Units: without it: an empty store, 2026-06-30 at nine, seed 7
---@param options suite.options
function suite(options) end

---One test: f runs on the store as the suite made it, and all it changes is taken back.
---@param name string
---@param f function
function test(name, f) end

---What a test says of a value: :equals, :differs, :is_true, :is_nil, :near, :contains, :fails; a difference ends the test and is shown field by field.
---@param value any
function expect(value) end

---@class given.options
---@field entity? table
---@field [any] any

---Makes the records of a test, in the order of the catalogue; gives them by entity, in lists.
---Changes: the test's own store
---@param options given.options
function given(options) end

---Calls f and gives what it printed, instead of printing it.
---@param f function
function capture(f) end

approval = {}

---@class approval.approve.options
---@field quote? quote|integer|string
---@field by? rep|integer|string
---@field role? any
---@field reason? string

---Decides a waiting approval of a quote in the rep's role, or in one delegated to the rep.
---Changes: the approval, and the quote's status where it is the last or a rejection
---@param options approval.approve.options
---@return approval
function approval.approve(options) end

---@class approval.delegate.options
---@field by? rep|integer|string
---@field to? rep|integer|string
---@field role? any
---@field from? date
---@field upto? date
---@field reason? string

---Hands the role of a rep to another for some days: the own role, which cannot be passed on. Two reps cannot stand in for each other.
---Units: from the run's day unless given
---Changes: one new delegation
---@param options approval.delegate.options
---@return delegation
function approval.delegate(options) end

---@class approval.history.options
---@field quote? quote|integer|string

---The decisions on all versions of a quote, oldest first: version, code, step, role, review, status, rep, on_behalf_of, decided_at, reason, kept_from (the version whose approval still holds).
---@param options approval.history.options
---@return results
function approval.history(options) end

---@class approval.largest.options
---@field amount? money
---@field allowed? boolean
---@field policy? string|table
---@field [any] any

---The largest discount that needs no approver beyond those of no discount; with allowed, the deepest that any approver may give.
---Units: share 0–1, to 0.0001
---@param options approval.largest.options
---@return number
function approval.largest(options) end

---@class approval.lint.options
---@field policy? string|table

---What can be read in an approval policy and is likely wrong: code, place, message, remedy.
---@param options approval.lint.options
---@return results
function approval.lint(options) end

---@class approval.pending.options
---@field by? rep|integer|string
---@field on? date

---What a rep can decide now: in the own role and in those delegated on that day, in turn, not on own quotes. Without by, all that waits: quote, code, step, role, in_turn, since, amount, discount, on_behalf_of.
---Units: amount in yuan, discount 0–1; on the run's day unless given
---@param options approval.pending.options
---@return results
function approval.pending(options) end

---The approval policies that ship with Tenon: policy, title, stages, deepest (the deepest discount that any role may give), source.
---Units: deepest 0–1
---@return results
function approval.policies() end

---An approval policy as a table, to read or to change before asking with it.
---@param name string
---@return table
function approval.policy(name) end

---@class approval.reject.options
---@field quote? quote|integer|string
---@field by? rep|integer|string
---@field role? any
---@field reason? string

---Decides a waiting approval of a quote in the rep's role, or in one delegated to the rep.
---Changes: the approval, and the quote's status where it is the last or a rejection
---@param options approval.reject.options
---@return approval
function approval.reject(options) end

---@class approval.request.options
---@field quote? quote|integer|string
---@field policy? string|table

---Asks for the decisions that a draft quote needs. What was approved of the version before and has not changed stays approved. A discount beyond every limit of the chain is refused.
---Changes: the quote's status and its approvals
---@param options approval.request.options
---@return quote
function approval.request(options) end

---@class approval.what_if.options
---@field discount? number
---@field amount? money
---@field prepaid? any
---@field policy? string|table
---@field [any] any

---Who would have to decide on such a case: step, role, needed, limit (the deepest discount of the role), allowed, when, source. What is not given counts as none. Where the discount is beyond every limit of the chain, a last row without a role says that no approver may give it.
---Units: discount, limit and prepaid 0–1
---@param options approval.what_if.options
---@return results
function approval.what_if(options) end

book = {}

---The currency of all amounts of the store. With a code it is set, while nothing is priced yet: amounts are never converted.
---Changes: the setting `currency`, where a code is given
---@param code? string
---@return string
function book.currency(code) end

buying = {}

---How long a purchase takes: new supplier, routine, urgent.
---Units: spans of days
---@return results
function buying.lead_times() end

---How firms of a size buy: label {en, zh} and source.
---@param size any
---@return report
function buying.rhythm(size) end

---The season of buying that a day is in: quarter, label {en, zh} and source; nil where there is none.
---Units: date: the run's day unless given
---@param date? date
---@return report
function buying.season(date) end

---The steps of a large firm's purchase and the roles that take them.
---@return results
function buying.steps() end

calendar = {}

---@class calendar.add_days.options
---@field policy? string|table

---The working day that is n after a day, or before it where n is negative; with 0 the day itself where it is one, else the next.
---Units: n: working days
---@param day date
---@param n number
---@param options calendar.add_days.options
---@return date
function calendar.add_days(day, n, options) end

---What the working calendar knows: first and last day, version of its data, hours of a usual day.
---@param policy string|table
---@return report
function calendar.coverage(policy) end

---@class calendar.day.options
---@field policy? string|table

---What the calendar says of a day: day, working, reason and why.
---@param day date
---@param options calendar.day.options
---@return report
function calendar.day(day, options) end

---@class calendar.diff.options
---@field as_of? instant
---@field policy? string|table

---What changes where one calendar takes the place of another, each a name or a table: deadlines, those of waiting clocks of tickets and leads that move (entity, id, code, owner, clock, old_due, new_due, days, the changed days that cause it), and days, those that the two do not work alike (day, old, new); problems, tickets that cannot be told. A new_due of nil is beyond the new calendar.
---Units: only clocks that count on the old calendar, by its name; old and new: hours
---@param old any
---@param new any
---@param options calendar.diff.options
---@return report
function calendar.diff(old, new, options) end

---@class calendar.due.options
---@field clock? string
---@field holds? table
---@field policy? string|table

---The moment at which so much working time is over: start + span + working time on hold. Nil while a hold without end keeps it waiting.
---Units: clock: "working" (default) or "wall"; holds: instants, the second may be missing
---@param start any
---@param span span
---@param options calendar.due.options
---@return instant
function calendar.due(start, span, options) end

---@class calendar.elapsed.options
---@field clock? string
---@field holds? table
---@field policy? string|table

---Working time between two moments, without what was on hold; negative where the second is earlier.
---Units: clock: "working" (default) or "wall"
---@param from date
---@param to date
---@param options calendar.elapsed.options
---@return span
function calendar.elapsed(from, to, options) end

---@class calendar.is_working.options
---@field policy? string|table

---Whether a day is worked: the company's exception, else a make-up workday, else a statutory holiday, else its weekday.
---@param day date
---@param options calendar.is_working.options
---@return boolean
function calendar.is_working(day, options) end

---@class calendar.working_days.options
---@field policy? string|table

---How many working days there are from one day to another, both with them.
---Units: days
---@param from date
---@param to date
---@param options calendar.working_days.options
---@return number
function calendar.working_days(from, to, options) end

campaign = {}

---Which arm a customer of a campaign falls into, member or not, computed anew: arm, position, is_held_out, is_member, why.
---Units: position 0–1: the hash of CODE/ID by FNV-1a and SplitMix64 over 2^64
---@param campaign campaign|integer|string
---@param customer customer|integer|string
---@return report
function campaign.arm(campaign, customer) end

---Ends a campaign whose last day is over, with its members' figures. Gives its report.
---Changes: state and ended_on of the campaign; its open tasks; its members' figures
---@param campaign campaign|integer|string
function campaign.close(campaign) end

---@class campaign.define.options
---@field code? string
---@field name? string
---@field audience? string|function
---@field arms? table
---@field hold_out? number
---@field starts_on? any
---@field ends_on? date
---@field budget? any
---@field kind? any
---@field product? product|integer|string
---@field response? any
---@field stop? any
---@field overlap? any
---@field owner? any
---@field note? string
---@field policy? string|table

---What a campaign would be, nothing written: audience, enrolled, treated, held_out, left_out, arms, tasks, notes, why. Give it to campaign.launch. An arm is {key =, share =, offer = promotion | task = {title =, days =}, talk = text}; the shares of the arms sum to 1, hold_out is apart. response is {orders = true, least = money, activities = kinds}; stop is {harm = confidence or false, least = n, budget = bool}; overlap is "skip", "refuse" or "allow".
---Units: shares 0–1; days of a task from the first day
---@param options campaign.define.options
---@return report
function campaign.define(options) end

---Starts a campaign: enrols the audience, chooses each customer's arm by a hash of the campaign's code and the customer's id, and opens the tasks of reps. Customers of an arm with an offer get that promotion wherever they are priced on its days; those held out never do. Gives what campaign.define gives, and campaign, the record.
---Units: shares 0–1
---Changes: one campaign, its arms and members; tasks; all taken back by undoing the run
---@param options table
---@return report
function campaign.launch(options) end

---Takes a customer out of a campaign from the run's day on: no offer any more, the open task goes. The customer still counts in its arm, so that the comparison stays fair.
---Changes: the member, its open task
---@param campaign campaign|integer|string
---@param customer customer|integer|string
---@param reason? string
function campaign.leave(campaign, customer, reason) end

---@class campaign.measure.options
---@field as_of? date
---@field margin? number

---Writes into the members what they did: responded_on, amount, and treated_on from the tasks that were done. Gives what campaign.report gives.
---Changes: responded_on, amount and treated_on of the members
---@param campaign campaign|integer|string
---@param options? campaign.measure.options
---@return report
function campaign.measure(campaign, options) end

---The campaigns that a customer is in on a day: campaign, code, arm, is_held_out, promotion, starts_on, ends_on, state.
---Units: day: the run's day unless given
---@param customer customer|integer|string
---@param day? date
---@return results
function campaign.of(customer, day) end

---A campaign that ships, as a table: give it a code and days, change what you like, launch it.
---@param name string
---@return table
function campaign.pack(name) end

---The campaigns that ship with Tenon: pack, name, kind, arms.
---@return results
function campaign.packs() end

---@class campaign.raise_line.options
---@field as_of? date

---Raises the marketing budget of a campaign's product line where the campaign worked: where all of the interval of its lift is above zero. Gives raised, before, after, period, why; raised is false and nothing is written where it did not. A campaign raises a line once.
---Units: by the share of the campaign policy (20 %), to the fen; period: that of as_of
---Changes: planned and note of one budget line
---@param campaign campaign|integer|string
---@param options? campaign.raise_line.options
function campaign.raise_line(campaign, options) end

---@class campaign.report.options
---@field as_of? date
---@field margin? number

---What came of a campaign, every customer counted in its arm whether reached or not: arms with customers, responded, share and its interval, amount, per_head, lift; then of all treated against those held out lift, lift_low, lift_high, significant, lift_per_head, incremental, gross, spent, budget, net, roi, why. Without a hold-out, lift and roi are nil: no data.
---Units: shares 0–1; intervals with the confidence of the policy, Wilson for shares, Newcombe for lift; money to the fen, per_head to 4 decimals half-even; margin: the policy's unless given; only the days from starts_on to ends_on, the stop or as_of count
---@param campaign campaign|integer|string
---@param options? campaign.report.options
---@return report
function campaign.report(campaign, options) end

---Adds to what a campaign has cost beside its offer, negative to take back. Gives spent and left, nil without a budget.
---Changes: spent of the campaign
---@param campaign campaign|integer|string
---@param amount money
---@return report
function campaign.spend(campaign, amount) end

---Stops a campaign on the run's day: from that day on it gives no promotion, and its open tasks go. What was done up to then counts.
---Changes: state, ended_on and reason of the campaign; its open tasks; its members' figures
---@param campaign campaign|integer|string
---@param reason? string
---@return table
function campaign.stop(campaign, reason) end

---Looks at every campaign that is not over: one whose first day has come runs; one that does harm or has spent its budget is stopped and its owner told; one whose last day is over ends. Gives a table: campaign, code, before, state, reason.
---Changes: state of campaigns, their open tasks, their members' figures; alerts
---@param options table
---@return results
function campaign.sweep(options) end

channels = {}

---@class channels.authorise.options
---@field agent? agent|integer|string
---@field region? string
---@field product? product|integer|string
---@field exclusive? boolean
---@field from? date
---@field upto? date
---@field policy? string|table

---Gives an agent an area, alone where exclusive is true: only ranks that may have one alone get it, and only where nobody else has it. Gives the territory.
---Units: from: the run's day unless given; upto: no end unless given
---Changes: one new territory
---@param options channels.authorise.options
---@return territory
function channels.authorise(options) end

---@class channels.check.options
---@field agent? agent|integer|string
---@field customer? customer|integer|string
---@field product? product|integer|string
---@field price? money
---@field on? date
---@field policy? string|table

---Whether a sale of an agent makes a conflict of price, area or customer: ok, conflicts (kind, title, message, other), least, why.
---Units: price: of a piece; least: the least price of a piece; on: the run's day unless given
---@param options channels.check.options
---@return report
function channels.check(options) end

---@class channels.conflicts.options
---@field from? date
---@field upto? date
---@field agent? agent|integer|string
---@field kind? string
---@field policy? string|table

---The conflicts in the sales that agents made (resales): a table of resale, agent, name, customer, sold_on, kind, message, other.
---Units: upto: the run's day unless given; from: so many days before it as the policy's sweep
---@param options channels.conflicts.options
---@return results
function channels.conflicts(options) end

---Settles registrations: one whose agent sold to the customer in its days is won, one whose last day is over has expired. Gives won, expired, open.
---Changes: state of registrations
---@param options table
---@return report
function channels.expire(options) end

---@class channels.for_customer.options
---@field on? date
---@field policy? string|table

---The channel that serves a customer: channel, agent where an agent does, why.
---Units: on: the run's day unless given
---@param customer customer|integer|string
---@param options? channels.for_customer.options
---@return report
function channels.for_customer(customer, options) end

---@class channels.rank.options
---@field as_of? date
---@field policy? string|table

---The rank that an agent's sales of a year give: rank, volume, held (the one it has), why. Its sales are the orders that came through it and those of the customer that it is.
---Units: rank: nil below the first; the year ends on as_of, the run's day unless given
---@param agent agent|integer|string
---@param options? channels.rank.options
---@return report
function channels.rank(agent, options) end

---@class channels.register.options
---@field agent? agent|integer|string
---@field customer? customer|integer|string
---@field product? product|integer|string
---@field note? string
---@field policy? string|table

---Registers a customer for an agent for so many days as the policy says; refused where another agent holds it, where it is a key account that is served directly, outside the agent's areas, or too soon after a claim that came to nothing. Gives the registration.
---Units: days: of the policy (90)
---Changes: one new registration
---@param options channels.register.options
---@return registration
function channels.register(options) end

---Lets a registration go on the run's day, so that another agent may claim the customer.
---Changes: state, expires_on and reason of the registration
---@param registration registration|integer|string
---@param reason? string
function channels.release(registration, reason) end

---@class channels.review.options
---@field period? string
---@field of? query
---@field policy? string|table

---Assesses agents over a period that is over: sales against what their rank wants, conflicts that they caused, training. Keeps a review of each, suspends where the policy says so, tells owners, and, over a year, sets the rank. A review that says what the last one of the period said is not written again. Gives a table: review, agent, name, volume, goal, yearly, rank_before, rank, score, breaches, outcome, why.
---Units: score 0–100; volume of the period, yearly of the twelve months to its end; period: a year, half, quarter or month, as 2026-Q2; review: nil where nothing new was written
---Changes: agent_reviews; rank and state of agents; alerts
---@param options channels.review.options
---@return results
function channels.review(options) end

---@class channels.route.options
---@field of? query
---@field on? date
---@field policy? string|table

---How many customers each channel serves: a table of channel, title, customers, agents, annual_purchase.
---Units: agents: how many agents serve them; of: all customers unless given
---@param options channels.route.options
---@return results
function channels.route(options) end

---@class channels.split.options
---@field agent? agent|integer|string
---@field customer? customer|integer|string
---@field amount? money
---@field product? product|integer|string
---@field price? money
---@field on? date
---@field policy? string|table

---How the gain of a sale is shared between the agent that sold and those whose customer or area it was: a table of agent, name, share, amount, reason, the seller first.
---Units: amount to the fen; the amounts sum to it exactly
---@param options channels.split.options
---@return results
function channels.split(options) end

---@class channels.sweep.options
---@field policy? string|table

---What channels.expire does; tells the owners of agents of claims that soon run out and of conflicts in the sales of the last days, and settles those that are no more. Gives won, expired, open, expiring, conflicts, raised, settled.
---Units: days: of the policy
---Changes: state of registrations; alerts
---@param options channels.sweep.options
---@return report
function channels.sweep(options) end

chart = {}

---@class chart.bar.options
---@field title? string
---@field svg? string
---@field ascii? boolean

---Bars of a few numbers: a table by name, a list of {name, value}, a list of numbers, or a table of results (its first column and its first of numbers).
---Units: values: numbers or amounts, not negative
---@param values any
---@param options chart.bar.options
function chart.bar(values, options) end

---@class chart.bars.options
---@field title? string
---@field rows? table
---@field label? any
---@field value? any
---@field note? string

---Bars of a table of results, or of a list of rows: one a row, the first on top. Rows without a value are left out.
---Units: value: a number or an amount, not negative
---@param options chart.bars.options
---@return report
function chart.bars(options) end

---@class chart.curves.options
---@field title? string
---@field rows? table
---@field step? any
---@field values? table
---@field unit? string

---Curves over the rows of a table of results, or of a list of rows: a point a row, a curve a column.
---Units: values: numbers or amounts; a row without one leaves a gap
---@param options chart.curves.options
---@return report
function chart.curves(options) end

---@class chart.funnel.options
---@field title? string
---@field svg? string
---@field ascii? boolean

---Bars of the steps of a funnel, in order, with each step's share of the first and of the one before.
---Units: steps: a list of {name, count}
---@param steps any
---@param options chart.funnel.options
function chart.funnel(steps, options) end

---@class chart.hist.options
---@field bins? number
---@field title? string
---@field svg? string
---@field ascii? boolean

---How many of the values lie in each of n equal ranges; the last range has its end in it.
---Units: values: a list of numbers or of amounts; bins: 10 unless given
---@param values any
---@param options chart.hist.options
function chart.hist(values, options) end

---@class chart.line.options
---@field title? string
---@field svg? string
---@field ascii? boolean

---A curve over a list of numbers, or over {name, value} by name, in dots of braille.
---Units: values: numbers or amounts
---@param values any
---@param options chart.line.options
function chart.line(values, options) end

---@class chart.spark.options
---@field ascii? boolean

---A list of numbers as one line of text, with its least, greatest and last value.
---Units: values: numbers or amounts
---@param values any
---@param options chart.spark.options
function chart.spark(values, options) end

churn = {}

---@class churn.backtest.options
---@field from? date
---@field to? date
---@field horizon? number
---@field lost? number
---@field of? query
---@field policy? string|table

---The churn signal on the last day of each past month, by what was known on it, against who was lost: customers, flagged (warning or at risk), lost, hits, precision, recall, base (lost of all), lead_days (mean) and median_lead from the first flag to the loss, months, why.
---Units: lost: silent for so many months, the policy's unless given, within horizon months of the check (as many unless given); checks whose horizon is not over are left out; to: the last such day, from: twelve months before; an e-mail opened after a check is not known on it
---@param options churn.backtest.options
---@return report
function churn.backtest(options) end

---@class churn.notice.options
---@field of? query
---@field by? string
---@field grade? string
---@field as_of? date
---@field list? number
---@field policy? string|table

---Who will be at risk within the policy's months, the soonest first: list (customer, name, level, owner, grade, last_order, at_risk_from, days_left, cycle_days, cycles), grades (how many of each), at_risk (already), groups.
---Units: as_of: the run's day unless given, by what was known on it; cycle_days: mean days between the customer's orders; cycles: silence in them; list: 1–10000, 1000 unless given; by: rep, or a word of customers as level
---@param options churn.notice.options
---@return report
function churn.notice(options) end

---What the churn policy says of a customer: state, reason, at_risk_from and why.
---Units: as_of: the run's day unless given
---@param customer customer|integer|string
---@param as_of? date|instant
---@return report
function churn.signal(customer, as_of) end

---@class churn.sweep.options
---@field to? query
---@field as_of? date

---Sets the churn signal of every customer by the churn policy.
---Units: as_of: the run's day unless given
---Changes: churn, of the customers of the query
---@param options churn.sweep.options
---@return table
function churn.sweep(options) end

---@class churn.watch.options
---@field policy? string|table

---Raises an alert for each customer of the levels and grades that the policy watches, once, and settles those of customers who bought again.
---Units: raised, known, settled: alerts; found again once settled it opens once more
---Changes: alerts of the policy's kind
---@param options churn.watch.options
---@return table
function churn.watch(options) end

contracting = {}

---@class contracting.cancel.options
---@field contract? contract|integer|string
---@field reason? string
---@field on? date
---@field policy? string|table

---Cancels a contract, and what of its orders is not delivered, as ordering.cancel does. What is delivered stays delivered. The quote may be contracted again.
---Changes: the contract's status and reason; its orders that have open pieces
---@param options contracting.cancel.options
---@return contract
function contracting.cancel(options) end

---@class contracting.clauses.options
---@field industry? string
---@field policy? string|table

---The clauses that a contract has: general ones, and more of an industry. Titles and texts in both languages, with their places.
---@param options contracting.clauses.options
---@return results
function contracting.clauses(options) end

---@class contracting.draw.options
---@field quote? quote|integer|string
---@field industry? string
---@field rep? rep|integer|string
---@field due_on? date
---@field ends_on? date
---@field on? date
---@field language? string
---@field values? table
---@field penalty_rate? any
---@field penalty_cap? any
---@field policy? string|table

---Draws a draft contract up from an accepted quote: numbered, with the general clauses and those of the industry ("general" for none; unless given, that of the customer's industry class), their places filled. Without due_on, the longest lead time of the quote counts from on.
---Units: penalty_rate and penalty_cap: shares of the amount, 0–1
---Changes: one new contract and its clauses
---@param options contracting.draw.options
---@return contract
function contracting.draw(options) end

---@class contracting.late.options
---@field on? date
---@field of? query
---@field policy? string|table

---Steps of signed contracts that are past their day and not done, the longest overdue first: contract, step, title, role, rep, due_on, days.
---Units: days late, calendar days
---@param options contracting.late.options
---@return results
function contracting.late(options) end

---@class contracting.penalty.options
---@field contract? contract|integer|string
---@field on? date
---@field policy? string|table

---The penalty for late delivery up to a day: rate a day × days late × value of the contract, at most its bound where it has one; 0 in time. Days count from due_on to delivered_on, or to on where that is earlier or nothing is delivered yet. Rate and bound are the contract's: amount, days, rate, cap, due_on, counted_to, why.
---Units: yuan, to the fen; calendar days; shares 0–1
---@param options contracting.penalty.options
---@return report
function contracting.penalty(options) end

---A contract policy as a table, to read and to change; it is given back as policy = table. One of your own is checked.
---@param name? string|table
---@return table
function contracting.policy(name) end

---@class contracting.show.options
---@field contract? contract|integer|string
---@field policy? string|table

---A contract with its steps and clauses: code, customer, status, amount, signed_on, due_on, delivered_on, ends_on, steps, clauses.
---Units: yuan
---@param options contracting.show.options
---@return report
function contracting.show(options) end

---@class contracting.sign.options
---@field contract? contract|integer|string
---@field on? date
---@field due_on? date
---@field ends_on? date
---@field rep? rep|integer|string
---@field owners? table
---@field values? table
---@field policy? string|table

---Marks a draft contract as signed and lays its steps of execution out, each with role, owner and day. Owner is who owners names, else rep, else the contract's rep. Clauses that name a day that changes are written anew.
---Changes: the contract's status and days, its clauses, and new steps
---@param options contracting.sign.options
---@return contract
function contracting.sign(options) end

---@class contracting.step.options
---@field contract? contract|integer|string
---@field step? string
---@field on? date
---@field by? rep|integer|string
---@field note? string
---@field policy? string|table

---Marks the next step of a signed contract as done; those that have happened already follow by themselves. The last one completes the contract.
---Changes: the step, and steps and status that follow from it
---@param options contracting.step.options
---@return contract_step
function contracting.step(options) end

csv = {}

---A date as a file writes it; y, m and d stand for the numbers, anything else for itself. nil stays nil.
---@param text string
---@param pattern any
---@return date
function csv.date(text, pattern) end

---@class csv.export.options
---@field of? query
---@field to? string
---@field fields? table
---@field delimiter? string
---@field bom? boolean

---Writes the records of a query to a file, which csv.import reads back; gives their number.
---Units: all fields, or those of query:select, or those named; bom = true for spreadsheets
---Changes: the file, also in a plan
---@param options csv.export.options
function csv.export(options) end

---@class csv.import.options
---@field to? query
---@field from? string
---@field map? table
---@field key? string
---@field rejects? string
---@field delimiter? string

---Stores the rows of a file whose columns are fields; a row whose key is known updates its record. Bad rows are refused one by one.
---Changes: records created or updated; the file of rejects, also in a plan
---@param options csv.import.options
function csv.import(options) end

---An exact amount as a file writes it, in yuan or in the unit given. nil stays nil.
---Units: unit: money, such as wan(1) for a column in 万, unless 万 or 亿 stands behind the number; decimal: "." or ","
---@param text string
---@param unit? any
---@param decimal? any
---@return money?
function csv.money(text, unit, decimal) end

---A number as a file writes it, with or without groups of three digits. nil stays nil.
---Units: decimal: "." (the usual) or ","
---@param text string
---@param decimal? any
---@return number
function csv.number(text, decimal) end

---A reader of a text of CSV, as csv.rows is of a file.
---@param text string
---@param delimiter? any
---@return reader
function csv.parse(text, delimiter) end

---A reader of a CSV file: `for row in csv.rows(path) do … end`; rows have fields by column name, nil where empty.
---Units: delimiter: "comma", "semicolon", "tab" or "pipe"
---@param path string
---@param delimiter? any
function csv.rows(path, delimiter) end

---@class csv.write.options
---@field rows? table
---@field columns? table
---@field to? string
---@field delimiter? any
---@field bom? any

---Writes a table of results, or a list of tables, to a file with a header line; gives the number of rows.
---Units: columns: those of the table of results unless given; values as print shows them
---Changes: the file, also in a plan
---@param options csv.write.options
---@return integer
function csv.write(options) end

daily = {}

---@class daily.facts.options
---@field rep? rep|integer|string
---@field day? date
---@field policy? string|table

---What the records tell of a rep's day: customers reached, how many of them went a step on, tasks done, and for the next working day the tasks that are due and the key accounts.
---Units: day: the run's day unless given; converted: reached customers who ordered that day or whose opportunity moved to another stage; accounts: customers of due tasks, then of key and of the largest open opportunities
---@param options daily.facts.options
---@return report
function daily.facts(options) end

---@class daily.missing.options
---@field day? date
---@field policy? string|table

---Reps who were with us on a day and did not report; nobody on a day that is not worked.
---Units: day: the run's day unless given
---@param options daily.missing.options
---@return results
function daily.missing(options) end

---@class daily.report.options
---@field rep? rep|integer|string
---@field day? date
---@field results? string
---@field obstacles? string
---@field plan? string
---@field lesson? string
---@field share? boolean
---@field policy? string|table

---Keeps the daily report of a rep in four parts; given again for the day its parts are changed. Customers reached and converted are counted from the records, and so are results and plan where nothing is said. With share the lesson goes into the knowledge base. Gives the report.
---Units: day: the run's day unless given
---Changes: one report; one article when shared
---@param options daily.report.options
---@return daily_report
function daily.report(options) end

---@class daily.table.options
---@field day? date
---@field from? date
---@field upto? date
---@field rep? rep|integer|string

---Daily reports of a day, of a rep, or from one day to another, by day and rep.
---Units: day: the run's day unless given, or from and upto
---@param options daily.table.options
---@return results
function daily.table(options) end

decisions = {}

---Who decides at a customer, role by role with contacts, relationship and last meeting; coverage; and whom to see next: find (nobody known), build (below the target), keep (not met for long).
---Units: relationship, coverage 0–100; gain: points of coverage; as_of: the run's day unless given
---@param customer customer|integer|string
---@param as_of? date|instant
---@return report
function decisions.chain(customer, as_of) end

---How well we know those who decide at a customer: coverage, missing roles and why.
---Units: coverage 0–100
---@param customer customer|integer|string
---@return report
function decisions.coverage(customer) end

---@class decisions.next.options
---@field of? query
---@field each? number
---@field limit? number
---@field as_of? date

---Whom to see next at many customers: the steps that gain most, at most so many a customer.
---Units: each: steps a customer, 1 unless given; limit: rows shown, 1,000 unless given
---@param options decisions.next.options
---@return results
function decisions.next(options) end

---Who decides: role, weight, ages, concerns and how to speak to them.
---Units: weight: percent of a decision
---@return results
function decisions.roles() end

forecast = {}

---@class forecast.accuracy.options
---@field by? string
---@field name? string
---@field forecast? forecast|integer|string
---@field grain? any
---@field use? string
---@field of? query
---@field value? any
---@field day? date
---@field as_of? date
---@field policy? string|table

---Kept forecasts against what then happened, for the periods that are over: groups (a row a period length and group), points (a row a period), n, accuracy, wape, bias, tracking_signal, value_added, why.
---Units: by: step (default), region, rep, product, method, forecast or period. use: "model", or "combined" with calls and adjustments. of, value, day: what happened, as in forecast.series; the region, rep and product are the forecast's. inside: share of actuals within their interval. goal, met: of the policy. The naive forecast is the last whole period before the forecast was made
---@param options forecast.accuracy.options
---@return report
function forecast.accuracy(options) end

---@class forecast.adjust.options
---@field period? date
---@field by? string
---@field amount? money
---@field region? any
---@field rep? rep|integer|string
---@field product? product|integer|string
---@field reason? string
---@field policy? string|table

---Notes by how much management moves the number of a period, with the reason; all adjustments for the same add up. Gives the adjustment.
---Units: period: any day of it; by: the policy's period length unless given
---Changes: one new forecast_call
---@param options forecast.adjust.options
---@return forecast_call
function forecast.adjust(options) end

---@class forecast.calendar.options
---@field since? date
---@field upto? date
---@field policy? string|table

---The forecasts that are due, by day: due_on, kind, period, starts_on, ends_on, title, content, method, use, source.
---Units: since: today unless given; upto: a year on unless given. Due days are calendar days
---@param options forecast.calendar.options
---@return results
function forecast.calendar(options) end

---@class forecast.call.options
---@field period? date
---@field by? string
---@field amount? money
---@field region? any
---@field rep? rep|integer|string
---@field product? product|integer|string
---@field reason? string
---@field policy? string|table

---Notes what somebody expects of a period; the last call for the same holds. Gives the call.
---Units: period: any day of it; by: the policy's period length unless given
---Changes: one new forecast_call
---@param options forecast.call.options
---@return forecast_call
function forecast.call(options) end

---@class forecast.cause.options
---@field forecast? function
---@field step? number
---@field cause? string
---@field amount? money
---@field correction? string
---@field policy? string|table

---Notes a cause of a deviation, a word of the forecast policy, and what is done about it. Gives the cause.
---Units: amount: how much of actual − forecast it explains
---Changes: one new forecast_cause
---@param options forecast.cause.options
---@return forecast_cause
function forecast.cause(options) end

---@class forecast.combined.options
---@field forecast? function
---@field calls? string
---@field as_of? date
---@field policy? string|table

---A kept forecast with the calls and adjustments for its periods, each apart and together: step, period, starts_on, model, call, callers, adjustment, combined.
---Units: combined = model_share × model + (1 − model_share) × call + adjustments, or model + adjustments where nobody called. calls: "own" takes the call for the forecast's own scope, "sum" else adds up those of the reps within it. What was said after as_of does not count
---@param options forecast.combined.options
---@return report
function forecast.combined(options) end

---@class forecast.deviation.options
---@field forecast? function
---@field step? number
---@field of? query
---@field value? any
---@field day? date
---@field policy? string|table

---What the difference between a forecast and what happened is made of: forecast, actual, difference, volume, price_mix, slipped, slipped_deals, unexplained, causes (a table of those noted), why.
---Units: difference = actual − forecast = volume + price_mix, to the fen. volume: orders more or fewer than the forecast stands for, at the mean order value of the policy's base periods before; price_mix: orders worth more or less. slipped: deals that were expected in the period as of the forecast's day, and were neither won nor lost by its end. unexplained: difference less the amounts of noted causes
---@param options forecast.deviation.options
---@return report
function forecast.deviation(options) end

---@class forecast.open_tasks.options
---@field upto? date
---@field since? date
---@field owner? rep|integer|string
---@field policy? string|table

---Opens a task for each forecast that is due, once: a second call opens nothing again. Gives opened and known.
---Units: since: today unless given; upto: the end of the month of since unless given
---Changes: one task a forecast due
---@param options forecast.open_tasks.options
---@return table
function forecast.open_tasks(options) end

---@class forecast.pipeline.options
---@field of? query
---@field by? string
---@field probability? string
---@field amount? string|function
---@field close? string|function
---@field as_of? date
---@field region? any
---@field rep? rep|integer|string
---@field product? product|integer|string
---@field policy? string|table

---The weighted value of the deals that are open on a day, with its spread: value, deviation, amount, deals, groups (a row a group), left_out, basis, notes, why.
---Units: value: Σ amount × probability, to the fen; deviation: √Σ amount² p (1 − p) in yuan, deals taken as independent. by: a period of the expected close, or rep, region, product, stage. probability: "playbook" (the stage's), "history" (see forecast.stages), a number, or a rule over the opportunity. Stage, amount and expected close are as of as_of; amount and close are rules for deals of which they are not known
---@param options forecast.pipeline.options
---@return report
function forecast.pipeline(options) end

---The forecast policy as a table, to read or to change before working with it; a table is checked.
---@param name string|table
---@return table
function forecast.policy(name) end

---@class forecast.regress.options
---@field y? table
---@field factors? table
---@field at? table

---A linear regression on named factors: intercept, coefficients (factor, coefficient, error, t, correlation), r2, adjusted_r2, n, degrees, fitted, value (for the factors at), why.
---Units: y and factors: lists of numbers or amounts of one length, or series; amounts count in yuan. correlation: of the factor alone with y
---@param options forecast.regress.options
---@return report
function forecast.regress(options) end

---@class forecast.run.options
---@field series? any
---@field method? string
---@field horizon? number
---@field level? number
---@field season? number
---@field methods? table
---@field window? any
---@field weights? any
---@field alpha? any
---@field beta? any
---@field gamma? any
---@field phi? any
---@field by? any
---@field from? date
---@field as_of? date|instant
---@field policy? string|table

---How a series goes on: value (of the first step), points, method, parameters, tournament, steps, level, spread, notes, why. "auto" takes the method with the least WAPE from rolling origins, each seeing only what is before it.
---Units: series: of forecast.series, or a list of numbers or amounts (with by and from it has periods); amounts to the fen, half up. Parameters that are not given are fitted by the least squared one-step errors. points: step, period, starts_on, value, low, high
---@param options forecast.run.options
---@return report
function forecast.run(options) end

---@class forecast.save.options
---@field name? string
---@field model_share? number
---@field note? string
---@field policy? string|table

---Keeps what forecast.run gave: one forecast and its points, which never change. Gives the forecast. Its region, rep and product are those of the series.
---Units: name: what is forecast, as orders.amount unless given; model_share: weight of the model's number where there is a call too
---Changes: one new forecast with its forecast_points
---@param result any
---@param options forecast.save.options
---@return forecast
function forecast.save(result, options) end

---@class forecast.seek.options
---@field f? any
---@field target? number|money
---@field from? date
---@field to? date
---@field tolerance? any
---@field policy? string|table

---The x between two ends for which a formula gives the target: x, value, residual, iterations, why.
---Units: f may give numbers or money, as the target is; where from and to are money, so is x. tolerance: how far from the target is close enough, money to its own 1/10,000; residual = value − target. Where the formula jumps over the target, x is the place of the jump. Let f round amounts, as :times(x, "half_up") does
---@param options forecast.seek.options
---@return report
function forecast.seek(options) end

---@class forecast.series.options
---@field of? query
---@field value? string|function
---@field day? string
---@field by? string
---@field since? date
---@field as_of? date
---@field region? any
---@field rep? rep|integer|string
---@field product? product|integer|string
---@field policy? string|table

---Sums of records by period, oldest first: values, periods (a table), count, filled, grain, unit, as_of. Without of: the orders that the policy counts.
---Units: by: day, week, month, quarter or year. Whole periods only: one that ends after as_of (default: today) is left out, and no record after as_of is looked at. Periods without records count as 0 (filled); the first is that of the first record, or of since. region, rep, product: only what is theirs; of a product, its order lines
---@param options forecast.series.options
---@return report
function forecast.series(options) end

---@class forecast.simulate.options
---@field of? query
---@field runs? number
---@field seed? number
---@field probability? string
---@field by? string
---@field slip? table
---@field target? money
---@field amount? string|function
---@field close? string|function
---@field as_of? date
---@field region? any
---@field rep? rep|integer|string
---@field product? product|integer|string
---@field policy? string|table

---Plays the open deals through many times, each won or lost by its probability: mean, deviation, percentiles (share, label, amount), histogram (from, upto, runs), groups (a row a group), reach (share of the runs that reach the target), runs, seed, deals, notes, why.
---Units: Sums are exact; the mean to the fen. A percentile is the least amount that so many runs do not exceed. slip: the share of won deals that close so many days later. seed: the run's unless given; the same seed, the same result
---@param options forecast.simulate.options
---@return report
function forecast.simulate(options) end

---@class forecast.stages.options
---@field of? query
---@field as_of? date
---@field policy? string|table

---How often deals that came to a stage were won, by what is decided by a day: playbook, stage, entered, won, probability.
---Units: probability: (won + prior.won) / (entered + prior.entered) of the policy, (won + 1) / (entered + 2)
---@param options forecast.stages.options
---@return results
function forecast.stages(options) end

funnel = {}

---@class funnel.calibration.options
---@field of? query
---@field playbook? string|table
---@field as_of? date
---@field from? date
---@field upto? date
---@field by? string

---How often opportunities that came to a stage were won in the end, against the playbook's probability.
---Units: observed: won of decided, with its 95 % interval by Wilson; estimate: (won + 1) / (decided + 2); difference: estimate less policy; open ones say nothing yet
---@param options funnel.calibration.options
---@return report
function funnel.calibration(options) end

---@class funnel.cohort.options
---@field of? query
---@field playbook? string|table
---@field as_of? date
---@field from? date
---@field upto? date
---@field by? string

---What became of the opportunities that were opened in a window: how many came to each stage or beyond, conversion, losses and days by stage, won, lost, still open; groups where by says what to split by.
---Units: shares of 1; days: calendar days, the median to the hour; won_amount in yuan; by: day, week, month, quarter or year of opening, rep, product, customer, region, source, competitor, or a word of customers as level
---@param options funnel.cohort.options
---@return report
function funnel.cohort(options) end

---@class funnel.report.options
---@field of? query
---@field playbook? string|table
---@field as_of? date
---@field from? date
---@field upto? date
---@field by? string

---All of it: cohort, snapshot, results and calibration, each a report of its own, from one reading.
---Units: as of each of them
---@param options funnel.report.options
---@return report
function funnel.report(options) end

---@class funnel.results.options
---@field of? query
---@field playbook? string|table
---@field as_of? date
---@field from? date
---@field upto? date
---@field by? string
---@field reasons? number

---The opportunities that were decided in a window: won and lost, win rate, amounts, cycle, velocity, the stages that they were lost from (leaks) and the reasons.
---Units: win_rate: won of decided; cycle: days from the first stage to the win; velocity: yuan a day = open × win rate × mean won amount / mean cycle; by: as of funnel.cohort, periods by the day of decision; reasons: how many to list, all unless given
---@param options funnel.results.options
---@return report
function funnel.results(options) end

---@class funnel.snapshot.options
---@field of? query
---@field playbook? string|table
---@field as_of? date
---@field from? date
---@field upto? date
---@field by? string

---The opportunities that were open at the end of a day: number, amount, weighted value with its spread, and age by stage.
---Units: weighted: Σ amount × probability of the playbook's stage; spread: standard deviation of what will be won; age_days: in this stage so far; by: as of funnel.cohort, periods by expected close
---@param options funnel.snapshot.options
---@return report
function funnel.snapshot(options) end

---@class funnel.watch.options
---@field of? query
---@field playbook? string|table
---@field as_of? date
---@field policy? string|table

---Looks for what the funnel policy minds and raises it in the inbox, settling what is no longer so: cycles longer than the industry's, regions that convert too few leads, stale opportunities. Gives one row a kind of alert.
---Units: raised, known and settled: alerts
---Changes: alerts of the kinds that the policy names
---@param options funnel.watch.options
---@return results
function funnel.watch(options) end

health = {}

---@class health.backtest.options
---@field model? string|table
---@field from? date
---@field to? date
---@field step? string
---@field horizon? span
---@field of? query

---Scores the customers on past days from what was known on each, and counts how often those with low health were lost within the horizon. Lost: no order for the months of the churn policy, complete within the horizon. Customers who never ordered, or were lost already, are not counted.
---Units: from, to: the first and the last day of scoring; step: day, week, month, quarter or year; horizon: days after each; both of the model unless given; precision, recall, base_rate: shares of 1; lift: precision / base_rate; lead_days: median days from the first alert to the loss
---@param options health.backtest.options
---@return report
function health.backtest(options) end

---@class health.movers.options
---@field model? string|table
---@field from? date
---@field to? date
---@field level? string
---@field band? string
---@field of? query
---@field limit? number

---The customers whose health fell most from one day to another, by the scores that sweeps gave up to then.
---Units: from: a month before to unless given; to: the run's day unless given; level, band: of the customers now; limit: 10 unless given
---@param options health.movers.options
---@return results
function health.movers(options) end

---@class health.reading.options
---@field customer? customer|integer|string
---@field metric? string
---@field value? number
---@field day? date
---@field note? string
---@field model? string|table

---Notes what was measured of a customer on a day and no other record tells: logins, cost saved, budget. Gives the reading.
---Units: metric: a word of the model, in its unit; day: the run's day unless given
---Changes: one new reading
---@param options health.reading.options
---@return reading
function health.reading(options) end

---@class health.score.options
---@field model? string|table
---@field as_of? date

---How well a customer does by a health model: score, band, the factors that led to it and why.
---Units: score: 0–100 to one decimal, nil where the customer never ordered or too little is known; known: weight, of 100, of the factors that are known; model: a policy or its table, health unless given; as_of: what was known at the end of that day, the run's day unless given
---@param customer customer|integer|string
---@param options? health.score.options
---@return report
function health.score(customer, options) end

---@class health.sweep.options
---@field to? query
---@field model? string|table
---@field as_of? date

---Scores all customers by a health model, keeps the history, tells of those who do badly, settles the alerts of those who recovered, and opens the recovery plan of each new alert for the success manager.
---Units: bands: customers by level and band; falls: the largest since the score before; alerts only of the levels and up to the number that the model says, left: those beyond; as_of: the run's day unless given
---Changes: health, health_band, health_on and health_model of the customers; health_scores, alerts and tasks
---@param options health.sweep.options
---@return report
function health.sweep(options) end

---@class health.table.options
---@field model? string|table
---@field as_of? date

---The factors of a customer's health as a table: what was read, the points, the weight and what it adds.
---Units: share: percent that the factor weighs among those that count; adds: points of the score
---@param customer customer|integer|string
---@param options? health.table.options
---@return results
function health.table(customer, options) end

---@class health.trend.options
---@field model? string|table
---@field months? number
---@field as_of? date

---The scores that sweeps gave a customer over time, with the straight line through them and its direction.
---Units: slope: points in 30 days by least squares, of a day with several the last; direction: rising, steady or falling by the model, nil from too few scores; months: of the model unless given
---@param customer customer|integer|string
---@param options? health.trend.options
---@return report
function health.trend(customer, options) end

inbox = {}

---Marks a task as done on the run's day.
---Changes: the task
---@param task task|integer|string
---@param note? string
---@return task
function inbox.done(task, note) end

---@class inbox.due.options
---@field by? date
---@field owner? rep|integer|string
---@field kind? string

---Tasks that are not done and due by a day, the longest overdue first.
---Units: by: the run's day unless given; days_late below 0: days left
---@param options inbox.due.options
---@return results
function inbox.due(options) end

---@class inbox.open.options
---@field owner? rep|integer|string
---@field kind? string
---@field severity? string
---@field as_of? date

---Alerts that somebody must look at, gravest first, then oldest: the open ones, and those put off until today.
---Units: days: since it was raised
---@param options inbox.open.options
---@return results
function inbox.open(options) end

---@class inbox.raise.options
---@field kind? string
---@field message? string
---@field record? any
---@field key? string
---@field owner? rep|integer|string
---@field severity? string

---Puts a finding into the inbox, once: found again it counts up and says what is so now. Gives the alert.
---Units: key: kind and record unless given
---Changes: one alert, new or found again
---@param options inbox.raise.options
---@return alert
function inbox.raise(options) end

---Settles an alert. Found again it opens once more where its kind returns.
---Changes: the alert
---@param alert alert|integer|string
---@param reason? string
---@return alert
function inbox.resolve(alert, reason) end

---Puts an alert off: it is open again on that day.
---Changes: the alert
---@param alert alert|integer|string
---@param day date
---@param reason? string
---@return alert
function inbox.snooze(alert, day, reason) end

---@class inbox.sweep.options
---@field kind? string
---@field found? table
---@field reason? string

---Raises every finding of a kind, each a table as inbox.raise takes it, and settles the open alerts of that kind which were not found this time.
---Changes: alerts of the kind
---@param options inbox.sweep.options
---@return table
function inbox.sweep(options) end

---@class inbox.task.options
---@field kind? string
---@field title? string
---@field due_on? date
---@field key? string
---@field owner? rep|integer|string
---@field record? any
---@field note? string

---Opens a task, once: a task with that key stays as it is. Gives the task.
---Units: key: kind, record and due day unless given
---Changes: one new task at most
---@param options inbox.task.options
---@return task
function inbox.task(options) end

incentive = {}

---@class incentive.accrue.options
---@field plan? any
---@field period? string
---@field figures? any
---@field on? date

---Enters what a plan pays for a period, less what was entered before, and holds what waits for customers to pay: period, state, earned, held, lines and gaps. Again, it enters only what has changed.
---Units: period: of the plan's length, that of on unless given; on: the run's day unless given; an order is paid as far as its invoices are, or those of its contract where it has none of its own
---Changes: pay_periods and pay_lines
---@param options incentive.accrue.options
---@return report
function incentive.accrue(options) end

---@class incentive.award.options
---@field rep? rep|integer|string
---@field kind? string
---@field amount? money
---@field on? date
---@field reason? string
---@field plan? any

---Gives a rep a reward, or with a negative amount a penalty, by a word of the plan; it is paid with the period of its day. Gives the award.
---Units: on: the run's day unless given
---Changes: one new award
---@param options incentive.award.options
---@return award
function incentive.award(options) end

---@class incentive.balance.options
---@field plan? any
---@field rep? rep|integer|string

---The account of each rep over all periods of a plan: rep, name, earned, corrected, clawed_back, held, paid, balance. The balance is the sum of the others: what may be paid out now, below zero where too much was.
---@param options incentive.balance.options
---@return results
function incentive.balance(options) end

---@class incentive.clawback.options
---@field plan? any
---@field period? string
---@field into? any
---@field figures? any
---@field on? date

---Takes back what a closed period paid for orders since returned, cancelled or lost for want of payment, as lines of an open one; of reps for whom it is more in all it takes nothing, see incentive.correct.
---Units: into: a later period that is open, that of on unless given; on: the run's day unless given
---Changes: pay_periods and pay_lines
---@param options incentive.clawback.options
---@return report
function incentive.clawback(options) end

---@class incentive.close.options
---@field plan? any
---@field period? string
---@field figures? any
---@field on? date

---Accrues a period once more and closes it: from then on it is final, and differences are entered in open periods by incentive.correct and incentive.clawback.
---Units: on: after the last day of the period; the run's day unless given
---Changes: pay_periods and pay_lines
---@param options incentive.close.options
---@return report
function incentive.close(options) end

---@class incentive.correct.options
---@field plan? any
---@field period? string
---@field into? any
---@field figures? any
---@field on? date

---Enters what has changed about a closed period, more or less, as delta lines of an open one.
---Units: into: a later period that is open, that of on unless given; on: the run's day unless given
---Changes: pay_periods and pay_lines
---@param options incentive.correct.options
---@return report
function incentive.correct(options) end

---@class incentive.orders.options
---@field rep? rep|integer|string
---@field plan? any
---@field period? string
---@field component? any
---@field figures? any

---The orders that count for a rep in a period, and what of the pay falls on each, by what counts of it: order, ordered_on, status, credit, pay. The parts sum to the pay of the components on own orders, or of the one named; what rounding leaves over goes by the largest remainder, ties to the lower id.
---Units: amounts to the fen
---@param options incentive.orders.options
---@return results
function incentive.orders(options) end

---@class incentive.pay.options
---@field plan? any
---@field period? string
---@field rep? rep|integer|string
---@field by? string
---@field figures? any

---What a plan pays for the orders of a period: plan, period, total, table, gaps and why. By rep (each component a column), role, team, area, component or period. Gaps say what is not known: no role, no target, no base pay, no figure. Of one rep, why has every step. Writes nothing.
---Units: period: of the plan's length or made up of such, that of the run's day unless given; credit: what counts for a rep; figures: {[rep] = {conversion = 0.2}} or function(rep, measure, period), the snapshots of KPIs unless given; amounts to the fen
---@param options incentive.pay.options
---@return report
function incentive.pay(options) end

---@class incentive.pay_out.options
---@field plan? any
---@field rep? rep|integer|string
---@field on? date

---Pays out what is earned and not held, of all periods, as lines of the open period of the day: line, rep, name, component, kind, amount, reason. Who was paid too much gets nothing until it is made up for.
---Units: on: the run's day unless given
---Changes: pay_periods and pay_lines
---@param options incentive.pay_out.options
---@return results
function incentive.pay_out(options) end

---An incentive plan as it is read: period, roles, components with whom they are for, their kind and source, and the parameters that incentive.try may vary. A name or a table; the plan in force without.
---@param plan? any
---@return report
function incentive.plan(plan) end

---@class incentive.release.options
---@field plan? any
---@field period? string
---@field into? any
---@field figures? any
---@field on? date

---Releases what customers have paid for since, and holds again what they took back; of an open period or of a closed one, then as lines of an open one.
---Units: into: a later period that is open, that of on unless given; on: the run's day unless given
---Changes: pay_periods and pay_lines
---@param options incentive.release.options
---@return report
function incentive.release(options) end

---@class incentive.split.options
---@field order? order|integer|string
---@field shares? table
---@field reason? string

---Says for whom an order counts, and to which part; what was said before is replaced, an empty list gives it back to its rep. Gives what counts for each: rep, name, share, role, credit.
---Units: share: 0–1, to nine decimals, together 1; the credits sum to the order
---Changes: credit_splits
---@param options incentive.split.options
---@return results
function incentive.split(options) end

---@class incentive.statement.options
---@field rep? rep|integer|string
---@field plan? any
---@field period? string
---@field figures? any

---What a rep was given for a period, line by line from the ledger, with its proof: plan, period, state, rep, earned, corrected, clawed_back, held, paid, balance, lines, reckoned (what the rules give today), matches, and why. Lines of later periods that correct it are among them.
---Units: period: of the plan's length, that of the run's day unless given
---@param options incentive.statement.options
---@return report
function incentive.statement(options) end

---@class incentive.try.options
---@field vary? table
---@field period? string
---@field rep? rep|integer|string
---@field figures? any
---@field against? any

---What variants of a plan would have paid, every combination of the values: variant, the values, cost, difference to the plan in force, winners and losers. vary names parameters of the plan, or places, as ["components.commission.rate"]. The grid has table, base, in_force, variants, :reps(n) and :plan(n). Orders are summed once; a variant costs no pass over them unless it changes which of them count.
---Units: plan: a name or a table, the plan in force for nil; against: a plan that is compared with instead of the one in force; at most 10,000 variants
---@param plan any
---@param options incentive.try.options
---@return grid
function incentive.try(plan, options) end

industry = {}

---The class of GB/T 4754 that a text spells: class, section and edition.
---Units: edition: "2017" unless given, or "2011"
---@param text string
---@param edition? any
---@return table
function industry.check(text, edition) end

job = {}

---Commits what was done so far as a run of its own and goes on in a new one. In a scheduled job the value is kept with it, for job.resumed() of the next attempt if this one does not come to its end. While planning, applying a plan, and in the console nothing is committed.
---Units: value: nil, true, false, number, text, money, date, span, or a table of them
---Changes: ends one run and begins another
---@param value? any
function job.checkpoint(value) end

---The value of the last checkpoint of this job's unfinished work; nil where there is none, and outside of jobs.
function job.resumed() end

knowledge = {}

---@class knowledge.add.options
---@field kind? string
---@field title? string
---@field scene? string
---@field industry? any
---@field pain? any
---@field solution? any
---@field result? any
---@field body? any
---@field competitor? competitor|integer|string
---@field author? rep|integer|string
---@field code? string
---@field policy? string|table

---Writes an article: a talk track by scene, a case by industry, pain, solution and result, a competitor, a method. Gives the article.
---Changes: one new article
---@param options knowledge.add.options
---@return article
function knowledge.add(options) end

---An article, by its id or its number.
---@param article article|integer|string
---@return article
function knowledge.get(article) end

---@class knowledge.revise.options
---@field title? string
---@field body? string
---@field [any] any

---Changes what an article says, and notes the day. Gives the article.
---Changes: the article
---@param article article|integer|string
---@param options knowledge.revise.options
---@return article
function knowledge.revise(article, options) end

---@class knowledge.search.options
---@field kind? string
---@field scene? string
---@field limit? number
---@field policy? string|table

---Articles that hold everything that is looked for, the best first: Chinese of any length, words of letters and digits by their beginning. Signs and operators mean nothing.
---Units: score: the higher the better, of the words' rarity and of the field that they are in; find: the text around, the find in brackets
---@param text string
---@param options knowledge.search.options
---@return results
function knowledge.search(text, options) end

kpi = {}

---@class kpi.assess.options
---@field card? string
---@field period? string
---@field from? date
---@field upto? date
---@field reps? query
---@field given? table
---@field policy? string|table

---Assesses reps by a card and keeps the scorecards with their places; the lowest get what the policy says, and more where they were among them before.
---Units: reps: those with us at the end of the period, of the roles of the card where it is one of roles, unless a query is given; given: by id or code of the rep
---Changes: scorecards, one a rep; one that stands as it is now is not kept again
---@param options kpi.assess.options
---@return report
function kpi.assess(options) end

---@class kpi.compare.options
---@field period? string
---@field from? date
---@field upto? date
---@field names? table
---@field by? string
---@field policy? string|table

---Regions side by side, a row each, with the best of each figure: whose methods to take over.
---Units: figures and how many of the best are named: by the policy kpi
---@param options kpi.compare.options
---@return report
function kpi.compare(options) end

---@class kpi.define.options
---@field name? string
---@field title? any
---@field unit? any
---@field from? date
---@field day? date
---@field columns? any
---@field by? any
---@field where? any
---@field window? any
---@field value? any
---@field goal? any
---@field baseline? any
---@field industry? any
---@field better? any
---@field source? any
---@field needs? any
---@field [any] any

---Defines a key figure: a formula over the rows of an entity or query, a function of a group (as frames have it) and the period, or an expression over the group's measures. Gives the key figure.
---Units: unit: yuan, share, count, days, score, number; from: an entity, a query, a function of the period that gives a frame, or several by name; day: the column that periods are told by; window: within, upto (all up to the last day) or {months = 12}; by: what it may be split by, as region = "customer.region"; nil, not a number and a division by zero are no data
---@param options kpi.define.options
function kpi.define(options) end

---A key figure: its title, unit, goal, baseline, formula, source, and what would have to be known of one that no record tells; with :value{…}, :table{…} and :why{…}.
---@param name string
function kpi.get(name) end

---@class kpi.history.options
---@field by? string|table
---@field group? table

---The snapshots of a key figure by period, the latest of each: value, goal, change since the one before.
---Units: of the whole unless by or group is given
---@param name string
---@param options kpi.history.options
---@return results
function kpi.history(name, options) end

---The key figures as a table: name, title, unit, baseline, goal, industry, source, what is needed.
---@param pack? any
---@return results
function kpi.list(pack) end

---The names of all key figures, as a list.
---@return string[]
function kpi.names() end

---The total over a number: money to 1/10,000 yuan, half to even; nil, no data, where either is missing or n is 0.
---@param total any
---@param n number
function kpi.per(total, n) end

---A part as a share of the whole, both money or both numbers; nil, no data, where either is missing or the whole is 0.
---@param part any
---@param whole any
---@return number?
function kpi.ratio(part, whole) end

---@class kpi.scorecard.options
---@field period? string
---@field card? string
---@field given? table
---@field policy? string|table

---How a rep stands by a scorecard: score, parts with weight and points, why. The card of the rep's role unless one is named.
---Units: points given: 0–100; score: 0–100 and above, to one decimal, nil where nothing is known; a part gives its weight by the share of the goal that is reached, up to the policy's cap
---@param rep rep|integer|string
---@param options kpi.scorecard.options
---@return report
function kpi.scorecard(rep, options) end

---@class kpi.self_check.options
---@field check? string
---@field as_of? date
---@field answers? table
---@field policy? string|table

---Answers the questions of a self-check, by figures where they tell and by what is given, keeps the answers, and says what is to be done where one is not well. dependence unless another is named.
---Units: value: the figure behind an answer; a question that nobody answers stays open
---Changes: self_checks, one a question; an alert where an answer is not well and the policy names a kind
---@param options kpi.self_check.options
---@return report
function kpi.self_check(options) end

---@class kpi.snapshot.options
---@field names? table
---@field period? string
---@field from? date
---@field upto? date
---@field by? string|table
---@field where? table

---Keeps what key figures are, of the whole and, split by words, of each group. One that stands in the ledger as it is now, by the same formula, is not kept again.
---Units: names: all that records tell unless given; kept, known: rows
---Changes: kpi_values, one row a figure and group
---@param options kpi.snapshot.options
---@return table
function kpi.snapshot(options) end

---@class kpi.table.options
---@field period? string
---@field from? date
---@field upto? date
---@field by? string|table
---@field where? table

---Key figures beside their goal, the period before and the same period last year, a row each or a row a group.
---Units: attained: share of the goal, of figures that are better low the goal's share of them; growth and yoy: changes as shares of the earlier value; a split by a period has neither
---@param name any
---@param options kpi.table.options
---@return results
function kpi.table(name, options) end

---@class kpi.value.options
---@field period? string
---@field from? date
---@field upto? date
---@field by? string|table
---@field where? table

---What a key figure is in a period: a value, nil where there are no data; split by words a table.
---Units: period: 2026, 2026-H1, 2026-Q2, 2026-06; the month of the run's day unless given
---@param name string
---@param options kpi.value.options
function kpi.value(name, options) end

---@class kpi.watch.options
---@field as_of? date
---@field kpi? string
---@field by? string
---@field policy? string|table

---Holds a figure of each team against the same days before and raises an alert for each that fell too much, so that help starts; settles those that recovered.
---Units: days and fall by the policy kpi: a week, 10 %; growth: share of the earlier value
---Changes: alerts of the kind that the policy names
---@param options kpi.watch.options
---@return report
function kpi.watch(options) end

---@class kpi.why.options
---@field period? string
---@field from? date
---@field upto? date
---@field by? string|table
---@field group? table

---Why a key figure is what it is: its formula, what that asked for of how many rows, its goal and what it was before. why(kpi.get(name), {…}) is the same.
---Units: group: the values of what it is split by, as {region = "east", month = "2026-06"}
---@param name string
---@param options kpi.why.options
---@return explanation
function kpi.why(name, options) end

lifecycle = {}

---@class lifecycle.actuals.options
---@field from? date
---@field to? date

---Targets against what came about in a period: target, stage, value, actual, counted, base (counted of so many customers), met, measure, source. A target that is not measured has no actual.
---Units: from: a year before to unless given; to: the run's day; value and actual: a share 0–1, or a count where the policy says so
---@param options lifecycle.actuals.options
---@return results
function lifecycle.actuals(options) end

---The stage that the lifecycle policy gives a customer: stage, reason and why.
---@param customer customer|integer|string
---@return report
function lifecycle.stage(customer) end

---@class lifecycle.sweep.options
---@field to? query

---Sets the stage of every customer by the lifecycle policy.
---Changes: stage, of the customers of the query
---@param options lifecycle.sweep.options
---@return table
function lifecycle.sweep(options) end

---What each stage is to achieve: name, stage, value, unit and source.
---Units: value: a share 0–1 unless unit says otherwise
---@return results
function lifecycle.targets() end

loyalty = {}

---@class loyalty.cohorts.options
---@field by? string
---@field measure? string
---@field from? date
---@field to? date
---@field of? query
---@field policy? string|table

---Customers by the period of their first order: shares, one row a cohort and one column a period since (p0 is the first), counts or amounts of the same shape, and whole, all cohorts together.
---Units: by: day, week, month, quarter or year; measure: customers (with an order in the period, of all in the cohort) or amount (of the period, of the first period's); from: the first order ever unless given; periods that have not come are empty; the last one may still run
---@param options loyalty.cohorts.options
---@return report
function loyalty.cohorts(options) end

---@class loyalty.ltv.options
---@field variant? string
---@field margin? money
---@field churn? number
---@field discount? number
---@field to? date
---@field of? query
---@field by? string
---@field policy? string|table

---What a customer is worth over its life: variant, ltv, margin (a customer's in a year; of all time for historic), churn, discount, customers, known_share (of the amount, whose cost is known), groups, why.
---Units: simple: margin ÷ churn; discounted: margin ÷ (churn + discount), each year's margin at its end; historic: the margin so far. margin and churn: measured over the twelve months up to to unless given; amounts without a cost count by the policy's share; yuan, rounded once; no ltv where nobody was lost; by: as of loyalty.retention, no periods
---@param options loyalty.ltv.options
---@return report
function loyalty.ltv(options) end

---@class loyalty.referrals.options
---@field from? date
---@field to? date
---@field of? query
---@field by? string
---@field policy? string|table

---Customers who were brought by others in a period, and what came of them: referrals, referrers, referral_rate (referrers among customers at the end), ordering, conversion, amount (ordered since), groups.
---Units: a customer is brought once, by the first; of and by: the customers who brought; by: a word of customers; from: the last twelve months
---@param options loyalty.referrals.options
---@return report
function loyalty.referrals(options) end

---@class loyalty.repurchase.options
---@field from? date
---@field to? date
---@field of? query
---@field by? string
---@field policy? string|table

---Who bought in a period and who bought again: buyers, repeating, rate, returning, orders, frequency, amount, average_purchase, per_buyer, mean_days, groups, why.
---Units: repeating: with as many orders in the period as the policy says; returning: had bought before it; frequency: orders a buyer; mean_days: from an order to the same buyer's next; from: the last twelve months; by: as of loyalty.retention
---@param options loyalty.repurchase.options
---@return report
function loyalty.repurchase(options) end

---@class loyalty.retention.options
---@field from? date
---@field to? date
---@field of? query
---@field by? string
---@field policy? string|table

---Who of the customers at the start of a period is still one at its end: start, lost, gained, returned, end, churn and retention (of customers), nrr and grr (of what they buy), expansion, contraction and lost amount, groups, why.
---Units: a customer on a day: ordered within the policy's months up to it; start: on the day before from; nrr, grr: amounts of those months up to the end over those up to the start, of the customers at the start; grr without growth, so at most 1; passed: came and went in between; from: the last twelve months; by: day, week, month, quarter, year, rep (the owner), or a word of customers as level
---@param options loyalty.retention.options
---@return report
function loyalty.retention(options) end

---@class loyalty.rfm.options
---@field as_of? date
---@field of? query
---@field segment? string
---@field list? number
---@field customer? customer|integer|string
---@field policy? string|table

---Scores of 1 to 5 for recency, frequency and amount by fifths, ties with the better score, and segments: segments (customers, share, amount), list (the best n, of a segment where one is named), customer (one customer's scores with why).
---Units: over the policy's months up to as_of, those who bought in them; as_of: the run's day unless given; list: 1–10000
---@param options loyalty.rfm.options
---@return report
function loyalty.rfm(options) end

---@class loyalty.wallet.options
---@field as_of? date
---@field policy? string|table

---Our share of what a customer spends with everybody: share, bought (of us), total, day (of the reading), absence where no reading tells the total, why.
---Units: total: the latest reading of the policy's metric up to as_of, yuan in the policy's months up to its day; bought: in the same months; a share over 1 says that the reading is too low
---@param customer customer|integer|string
---@param options loyalty.wallet.options
---@return report
function loyalty.wallet(customer, options) end

mix = {}

---@class mix.report.options
---@field policy? string
---@field field? string
---@field of? query

---Actual against expected customers and revenue per level, and concentration: levels, top_1, top_5, top_10, hhi, gini, why.
---Units: shares 0–1; hhi 0–10,000 points; gini 0–1
---@param options mix.report.options
---@return report
function mix.report(options) end

---@class mix.watch.options
---@field of? query

---Raises an alert for each limit of concentration that the yearly purchases go beyond, and settles those that hold again.
---Units: raised, known and settled: alerts
---Changes: alerts of the kind that the policy names
---@param options mix.watch.options
---@return table
function mix.watch(options) end

needs = {}

---The kinds of customers: kind, group and label.
---@return results
function needs.kinds() end

---What a kind of customer needs: dimension, level, and whether the level is a default to correct.
---@param kind any
---@return results
function needs.of(kind) end

---Where it hurts, by dimension of need: cost, quality, delivery, service.
---@param dimension? any
---@return results
function needs.pains(dimension) end

offers = {}

---@class offers.accuracy.options
---@field on? date
---@field since? date
---@field upto? date
---@field top? number
---@field of? query
---@field policy? string|table

---Learns from the purchases from since to on, suggests top products to each customer, and looks whether one of them was bought after it, up to upto. customers: those who had bought before, got a suggestion and bought after; hits of them; hit_rate = hits / customers; suggestions, bought, precision = bought / suggestions; plain_hit_rate, where everyone is suggested what most buy; without: who could be suggested nothing; goal, reaches_goal. Only days up to on are learned from.
---Units: shares 0–1, nothing where there are no customers
---@param options offers.accuracy.options
---@return report
function offers.accuracy(options) end

---@class offers.associations.options
---@field since? date
---@field upto? date
---@field of? string
---@field min_count? any
---@field min_support? any
---@field min_confidence? any
---@field top? number
---@field policy? string|table

---Products that are bought together. With N baskets (all lines of an order, or of a customer), of which n(A) hold the product, n(B) the other and n(AB) both: count = n(AB), support = n(AB) / N, confidence = n(AB) / n(A), lift = confidence · N / n(B). Returns do not count. Ordered by confidence, count, ids; the least that is shown is the policy's unless given.
---Units: support and confidence 0–1; lift over 1: more often than by chance
---@param options offers.associations.options
---@return results
function offers.associations(options) end

---@class offers.compare.options
---@field product? product|integer|string
---@field quantity? number
---@field customer? customer|integer|string
---@field price? money
---@field competitor? string
---@field policy? string|table
---@field value_policy? any
---@field [any] any

---Our price of a line against what a competitor asks a piece: unit_price, amount, cost, margin; comparable (their price with what they leave out) and gap (what we are dearer on the line); floor and floor_rule; and the cut that keeps every floor: cut_price, cut_amount, cut_discount (off the list price), cut_margin, meets (whether that reaches their price), why.
---Units: prices of a piece to 4 decimals, amounts to the fen; discounts and margins are shares
---@param options offers.compare.options
---@return report
function offers.compare(options) end

---@class offers.package.options
---@field amount? money
---@field gap? money
---@field cost? money
---@field customer? customer|integer|string
---@field policy? string|table

---What to give instead of a price cut: the cheapest items of the value policy whose value reaches the gap while the margin holds; where none reaches it, those worth most. items (item, title, cost, value, chosen, reason, source), cost, value, covers, open (what of the gap stays), margin after all costs, why.
---Units: yuan; without cost the margin is not looked at
---@param options offers.package.options
---@return report
function offers.package(options) end

---A policy of offers as a table, to read or to change: configurator, suggestions, value.
---@param name string
---@return table
function offers.policy(name) end

---@class offers.suggest.options
---@field quote? quote|integer|string
---@field customer? customer|integer|string
---@field products? table
---@field top? number
---@field since? date
---@field upto? date
---@field of? query
---@field policy? string|table

---What to suggest beside a quote, beside what a customer has bought, or beside some products: kind, rule, product, code, because, quantity, amount, difference, count, support, confidence, lift, likelihood, reason, source. Rules suggest what they offer, orders what reaches the policy's minimum; each comes with the numbers of the other. likelihood = (n(AB) + k · n(B) / N) / (n(A) + k), with k of the policy, and orders them. For a quote, quantity, price and the difference to the line are given; other terms come last, with what they change.
---Units: amounts in yuan; support and confidence 0–1
---@param options offers.suggest.options
---@return results
function offers.suggest(options) end

---@class offers.value.options
---@field created? money
---@field customer? customer|integer|string
---@field cost? money
---@field last? money
---@field policy? string|table

---The price of a renewal by the value that we created: the policy's share of it, not under what our cost and the least margin ask: price, share, by (the share's key), floor, held (whether the floor makes the price), change against last, why.
---Units: yuan; created and cost for the time of the renewal
---@param options offers.value.options
---@return report
function offers.value(options) end

ordering = {}

---@class ordering.accept.options
---@field delivery? delivery|integer|string
---@field on? date
---@field policy? string|table

---Marks a delivery as accepted by the customer.
---Changes: the delivery; steps of the contract
---@param options ordering.accept.options
---@return delivery
function ordering.accept(options) end

---@class ordering.cancel.options
---@field order? order|integer|string
---@field reason? string
---@field on? date
---@field policy? string|table

---Cancels what of an order is not delivered: a line of negative quantity for each open line takes the pieces and their share of the amount off. Where nothing was delivered the order ends as cancelled with amount 0, else as delivered.
---Units: yuan, to the fen
---Changes: new lines; amount, status and reason of the order; its contract
---@param options ordering.cancel.options
---@return order
function ordering.cancel(options) end

---@class ordering.deliver.options
---@field line? any
---@field quantity? number
---@field on? date
---@field note? string
---@field order? order|integer|string
---@field policy? string|table

---Delivers pieces of an order line, all open ones unless quantity says how many; or all that is open of an order. The order's status follows, and the contract's day of delivery. Gives the delivery, or the order.
---Units: pieces
---Changes: new deliveries; status of the order, delivery and steps of the contract
---@param options ordering.deliver.options
---@return order|delivery
function ordering.deliver(options) end

---@class ordering.open.options
---@field order? order|integer|string
---@field policy? string|table

---Where the pieces of each line are: line, id, product, ordered, cancelled, delivered, accepted, returned, open, and amount, what the line is worth now.
---Units: pieces; yuan, to the fen
---@param options ordering.open.options
---@return results
function ordering.open(options) end

---@class ordering.place.options
---@field quote? quote|integer|string
---@field contract? contract|integer|string
---@field on? date
---@field rep? rep|integer|string
---@field policy? string|table

---Places the order of an accepted quote, or of a signed contract: a line for each line of the quote, at its prices, amounts and costs. A quote that has a contract is ordered by that; each is ordered once.
---Units: yuan, to the fen
---Changes: one new order and its lines; steps of the contract
---@param options ordering.place.options
---@return order
function ordering.place(options) end

---An order policy as a table, to read and to change; it is given back as policy = table. One of your own is checked.
---@param name? string|table
---@return table
function ordering.policy(name) end

---@class ordering.show.options
---@field order? order|integer|string
---@field policy? string|table

---An order with its lines: code, customer, status, amount, ordered_on, lines as ordering.open has them.
---Units: yuan, to the fen
---@param options ordering.show.options
---@return report
function ordering.show(options) end

---@class ordering.take_back.options
---@field line? any
---@field quantity? number
---@field reason? string
---@field on? date
---@field policy? string|table

---Takes delivered pieces back: a line of negative quantity that refers to theirs, with their share of its amount and cost. All parts of a line together give its whole amount back, to the fen. Gives the new line.
---Units: pieces; yuan, to the fen
---Changes: one new line and the order's amount
---@param options ordering.take_back.options
---@return order_line
function ordering.take_back(options) end

planning = {}

---@class planning.budget.options
---@field period? string
---@field total? money
---@field scope? string
---@field line? string
---@field planned? money
---@field policy? string|table

---Sets what may be spent in a period: a total shared out among the policy's lines, or one line. Set again it is changed; what was spent stays. Gives the period's budget as planning.budgets does.
---Units: total, planned: to the fen; scope: a region, product line or channel; none for all
---Changes: budget_lines
---@param options planning.budget.options
---@return report
function planning.budget(options) end

---@class planning.budgets.options
---@field period? string
---@field policy? string|table

---The budget of a period: planned, spent, left and share by line and scope, against the policy's shares; for a line of a region or a product line what was sold there for every yuan spent.
---Units: used: spent of planned; share: planned of all planned; per_yuan: sales of the period per yuan spent
---@param options planning.budgets.options
---@return report
function planning.budgets(options) end

---@class planning.milestone_done.options
---@field on? date
---@field note? string

---Notes that a milestone of a plan is reached. Gives the milestone.
---Units: on: the run's day unless given
---Changes: the milestone
---@param milestone milestone|integer|string
---@param options planning.milestone_done.options
---@return plan_milestone
function planning.milestone_done(milestone, options) end

---@class planning.nine_box.options
---@field period? string
---@field metric? string
---@field results? table
---@field output? table
---@field policy? string|table

---People in nine boxes: results are what each reached of the target of the period, output are points for articles and lessons written in it. Gives people with box and action, the boxes with how many are in each, and the shares of stars and of the bottom against the policy's.
---Units: results, output: in the place of what the book tells, by the rep's name or code; people without results are listed as such and are in no box
---@param options planning.nine_box.options
---@return report
function planning.nine_box(options) end

---A plan as its pack brings it: phases with goals, milestones and questions. planning_launch is S0's first year, planning_quarters S1's, planning_stages S4's four stages.
---Units: months: of the plan, from 1
---@param pack any
---@return report
function planning.plan(pack) end

---@class planning.progress.options
---@field plan? string
---@field as_of? date
---@field policy? string|table

---How far a plan is: phases, goals against what was reached, milestones, the share of those due that are reached, and whether that is enough.
---Units: as_of: the run's day unless given; figures count from the plan's first day to the end of the phase or the day, so goals are cumulative; share is nil where nothing is due yet
---@param options planning.progress.options
---@return report
function planning.progress(options) end

---@class planning.promote.options
---@field product? string
---@field period? string
---@field policy? string|table

---Gives a product line that promotes well more of its budget line: where its sales in the period grew enough on the year before. Once a period. Gives product, sales, before, growth, raised, planned.
---Units: growth: of sales; the least, and what is given, are the policy's
---Changes: the planned amount of the line with that scope
---@param options planning.promote.options
function planning.promote(options) end

---@class planning.review.options
---@field impact? number
---@field probability? number
---@field state? string
---@field on? date
---@field note? string
---@field policy? string|table

---Notes that a risk was looked at, and what it is now. Gives the risk.
---Units: state: open, happened or closed; on: the run's day unless given
---Changes: the risk
---@param risk risk|integer|string
---@param options planning.review.options
---@return risk
function planning.review(risk, options) end

---@class planning.risk.options
---@field kind? string
---@field title? string
---@field impact? number
---@field probability? number
---@field response? string
---@field owner? rep|integer|string
---@field code? string
---@field policy? string|table

---Enters a risk; what is not said is the kind's: title, impact, probability, response, and the first rep of the kind's role as owner. Gives the risk.
---Units: impact and probability: 1 to the policy's scale
---Changes: one new risk
---@param options planning.risk.options
---@return risk
function planning.risk(options) end

---@class planning.risks.options
---@field as_of? date
---@field state? string
---@field policy? string|table

---The register: risks by exposure (impact × probability), gravest first, with grade and the day by which each must be looked at; and how many are in each cell of impact by probability.
---Units: state: those not closed unless given; as_of: the run's day unless given
---@param options planning.risks.options
---@return report
function planning.risks(options) end

---@class planning.roi.options
---@field years? table
---@field claim? number
---@field policy? string|table

---The return on what years cost: Σ (revenue − cost) / Σ cost, with the formula, its inputs, and the claim of the source beside it. Without years those of the policy, S0's first three.
---Units: roi, by_margins, claim: of the cost, 1 is 100 %; nil where nothing was spent; by_margins: revenue × margin over the cost, where every year states a margin
---@param options planning.roi.options
---@return report
function planning.roi(options) end

---@class planning.self_check.options
---@field phase? string
---@field from? date
---@field answers? table
---@field pack? any
---@field as_of? date
---@field policy? string|table

---Asks the questions of a phase of a plan and keeps the answers: those that the book can tell are counted from the plan's first day, the others are taken from the call and are open where it does not say. Gives the answers, how many pass, fail and are open, and whether the phase is passed.
---Units: pack: planning_stages unless given; from: the first day that figures count from, the plan's in the book unless given; as_of: the run's day unless given
---Changes: one self_checks record a question
---@param options planning.self_check.options
---@return report
function planning.self_check(options) end

---@class planning.spend.options
---@field period? string
---@field line? string
---@field amount? money
---@field scope? string
---@field note? string
---@field policy? string|table

---Notes what was spent of a budget line; below zero takes some back. Gives the line.
---Changes: the line's spent
---@param options planning.spend.options
---@return budget_line
function planning.spend(options) end

---@class planning.start.options
---@field policy? string|table
---@field from? date
---@field plan? string
---@field owner? rep|integer|string

---Puts a plan into the book: its phases and milestones, dated from its first day. Gives its name.
---Units: policy: planning_launch unless given; from: the run's day unless given; plan: the pack's name unless given
---Changes: plan_phases and plan_milestones
---@param options planning.start.options
---@return string
function planning.start(options) end

---@class planning.sweep.options
---@field as_of? date
---@field policy? string|table

---Looks at all plans, risks and budgets: an alert for every late milestone with the task of its contingency plan, for every risk that must be looked at, for every budget line that is overspent; settles those that are so no longer.
---Units: as_of: the run's day unless given
---Changes: alerts and tasks
---@param options planning.sweep.options
---@return report
function planning.sweep(options) end

playbooks = {}

---What is doubtful in a playbook: code, place, message, remedy. No won stage, stages that nothing leads to, probabilities that fall, time limits that are missing or longer than their stage's.
---@param name string|table
---@return results
function playbooks.lint(name) end

---The names of all playbooks, as a list: those that ship, and those that playbooks.use brought.
---@return string[]
function playbooks.names() end

---A playbook: name, title, version, source, won, stages (stage, title, probability, next, back, limit, entry, exit, nodes) and nodes (stage, node, title, deliverable, role, limit, required, reviews, source).
---Units: probability: share, 0–1; limit: a span from entering the stage
---@param name string|table
---@return report
function playbooks.show(name) end

---Lets a playbook of your own stand under its name for the rest of the script or console session, also in the place of one that ships. Gives its name.
---Changes: no record; the rules that later calls follow
---@param table table
---@return string
function playbooks.use(table) end

policies = {}

---The table of a policy as it stands: a copy, to read, or to change and use.
---@param name string
---@return table
function policies.get(name) end

---The names of all policies, as a list.
---@return string[]
function policies.names() end

---Lets a table stand in the place of a policy for the rest of the script or console session: what asks for the policy by name, or names none, gets it. It is read at its next use, as strictly as the one that ships.
---Changes: no record; the rules that later calls follow
---@param name string
---@param table table
function policies.use(name, table) end

pricing = {}

---@class pricing.lines.options
---@field product? product|integer|string|table
---@field quantity? number|table
---@field customer? customer|integer|string|table
---@field on? date
---@field agreement? agreement|integer|string
---@field vmi? any
---@field cash? any
---@field prepaid? any
---@field renewal_years? any
---@field promotion? any
---@field referral? referral|integer|string
---@field first_order? any

---Many lines to be priced at once, by column: each option is one value for all lines or a list with one a line. What customers, agreements and orders say is read once.
---Units: pieces; prepaid 0–1
---@param options pricing.lines.options
---@return lines
function pricing.lines(options) end

---@class pricing.lint.options
---@field policy? string|table
---@field largest_discount? number
---@field approvals? string|table
---@field products? query

---What is legal in a price policy and likely wrong: code, place, message, remedy. With largest_discount, or with approvals whose roles have limits, also discounts that no approver may give. With products, also those that the deepest discount brings under a floor.
---Units: largest_discount 0–1
---@param options pricing.lint.options
---@return results
function pricing.lint(options) end

---The price policies that ship with Tenon: name, title, composition, source.
---@return results
function pricing.policies() end

---A price policy as a table, to read or to change before pricing with it.
---@param name string
---@return table
function pricing.policy(name) end

---@class pricing.price.options
---@field product? product|integer|string
---@field quantity? number
---@field customer? customer|integer|string
---@field agreement? agreement|integer|string
---@field vmi? any
---@field cash? any
---@field prepaid? any
---@field renewal_years? any
---@field promotion? any
---@field referral? referral|integer|string
---@field first_order? any
---@field on? date
---@field policy? string|table

---The price of a line: unit_price, amount, list_total, discount, cost, margin, lead_days, hint, policy, waterfall, why.
---Units: unit_price in yuan to 4 decimals, amounts to the fen; prepaid 0–1; discount and margin are shares for show
---@param options pricing.price.options
---@return report
function pricing.price(options) end

---@class pricing.replay.options
---@field policy? string|table
---@field since? date
---@field upto? date
---@field of? query
---@field approvals? string
---@field top? number

---Prices the lines of past orders anew under a policy, with the agreements of their day, and compares: lines, skipped, actual, priced, difference, margins, and how many decisions of the approval policy the orders needed and would need; by_stage, by_level, by_product, by_customer. Other terms of past orders are not known and count as none.
---Units: yuan; margins of lines whose product has a cost
---@param options pricing.replay.options
---@return report
function pricing.replay(options) end

---Reads a waterfall as quotes keep it and replays it: unit_price, amount, why.
---@param text string
---@return report
function pricing.waterfall(text) end

prospects = {}

---@class prospects.due.options
---@field policy? string|table

---When each score is due again: score, pack, last, due_on, days_late and unscored, the prospects that have none. One that was never given is due now.
---@param options prospects.due.options
---@return results
function prospects.due(options) end

---@class prospects.list.options
---@field list? string
---@field of? query
---@field policy? string|table

---The prospects of a list of market research: high_potential, risky, not_now as the policy ships. Without list, how many stand in each: list, title, prospects, rule, source.
---@param options prospects.list.options
---@return results
function prospects.list(options) end

---@class prospects.score.options
---@field score? string
---@field of? query
---@field policy? string|table

---Scores and grades customers by the pack that the policy names, marks the task that asked for it as done and opens the next. Gives changed, scanned and next_due.
---Units: score: prospect unless given, the first of the policy; changed: grades and scores
---Changes: grade and score of the customers; tasks
---@param options prospects.score.options
---@return table
function prospects.score(options) end

purchases = {}

---@class purchases.refresh.options
---@field as_of? date
---@field months? number

---Makes annual_purchase, order_count, first_order and last_order of every customer anew from the orders.
---Units: months: 1–120, of the purchases policy unless given; as_of: the run's day unless given
---Changes: the four fields, of all customers
---@param options purchases.refresh.options
---@return table
function purchases.refresh(options) end

qualification = {}

---@class qualification.assign.options
---@field lead? lead|integer|string
---@field of? query
---@field reassign? boolean
---@field policy? string|table

---Gives leads that are open or in the nurture pool and have no owner to reps, by the policy's rules: region, grade, open leads a rep, ties by id. With reassign = true also those that have one. Gives lead, code, owner, name and rule; owner is empty where no rule leaves anybody.
---Changes: owner of the leads
---@param options qualification.assign.options
---@return results
function qualification.assign(options) end

---@class qualification.breaches.options
---@field of? query
---@field as_of? instant
---@field overdue? boolean
---@field policy? string|table

---Missed clocks, the longest due first: lead, code, company, grade (that the clock goes by), owner, name, clock, due, done, over, state. With overdue = true only those that still wait.
---Units: over: time beyond the target, on the clock's own kind of time
---@param options qualification.breaches.options
---@return results
function qualification.breaches(options) end

---@class qualification.clocks.options
---@field as_of? instant
---@field policy? string|table

---The clocks of a lead: clocks, a table of clock, start, target, due, done, elapsed, remaining, state and breached, and why.
---Units: state: met, late (done after its time), overdue, open, waived (the lead was closed first); remaining is negative once the time is over
---@param lead lead|integer|string
---@param options qualification.clocks.options
---@return report
function qualification.clocks(lead, options) end

---@class qualification.convert.options
---@field lead? lead|integer|string
---@field customer? customer|integer|string
---@field duplicates? string
---@field amount? money
---@field product? product|integer|string
---@field expected_close? date
---@field name? string
---@field competitor? competitor|integer|string
---@field is_key? any
---@field playbook? string|table
---@field reason? string
---@field at? instant
---@field policy? string|table

---Makes a customer, a contact where the lead names one, and an opportunity with its first stage move, in one go: all of it or nothing. With customer, the lead is that customer's. Where a customer or another lead may be the same firm it is refused, unless customer is given or duplicates = "allow". Gives customer, contact and opportunity, as records.
---Units: expected_close: unless given, the policy's days after at
---Changes: one new customer, contact and opportunity with its stage move; the lead
---@param options qualification.convert.options
---@return report
function qualification.convert(options) end

---@class qualification.disqualify.options
---@field lead? lead|integer|string
---@field reason? string
---@field at? instant
---@field policy? string|table

---Ends a lead that will become nothing. Gives the lead.
---Units: at: now unless given
---Changes: status, reason and moments of the lead
---@param options qualification.disqualify.options
---@return lead
function qualification.disqualify(options) end

---@class qualification.duplicates.options
---@field policy? string|table

---Customers and other leads that may be the same firm, by credit code, name without its legal form, telephone or e-mail of a contact: entity, id, code, name, status, by. Customers first, the surest first.
---Units: by: the words of the policy that are alike
---@param lead lead|integer|string
---@param options qualification.duplicates.options
---@return results
function qualification.duplicates(lead, options) end

---@class qualification.follow_up.options
---@field lead? lead|integer|string
---@field at? instant

---Notes a follow-up of a lead: the first ends its clock, a later one changes nothing. Gives the lead.
---Units: at: now unless given
---Changes: followed_up_at of the lead
---@param options qualification.follow_up.options
---@return lead
function qualification.follow_up(options) end

---@class qualification.grade.options
---@field lead? lead|integer|string
---@field of? query
---@field model? string
---@field policy? string|table

---Scores and grades leads that are open or in the nurture pool, and moves those with a grade of the pool into it. The first grading ends the grading clock; a better grade starts the follow-up clock anew, a worse one does not loosen it.
---Changes: score, grade, clock_grade, graded_at, grade_since, status and nurtured_at, of leads that change
---@param options qualification.grade.options
---@return table
function qualification.grade(options) end

---The ways to grade leads of a policy, the standing one unless given: model, title, grades, factors, standing, source.
---@param policy string|table
---@return results
function qualification.models(policy) end

---@class qualification.nurture.options
---@field lead? lead|integer|string
---@field reason? string
---@field at? instant
---@field policy? string|table

---Puts a lead into the nurture pool. Gives the lead.
---Units: at: now unless given
---Changes: status, reason and moments of the lead
---@param options qualification.nurture.options
---@return lead
function qualification.nurture(options) end

---@class qualification.reopen.options
---@field lead? lead|integer|string
---@field reason? string
---@field at? instant
---@field policy? string|table

---Opens a lead again. Gives the lead.
---Units: at: now unless given
---Changes: status, reason and moments of the lead
---@param options qualification.reopen.options
---@return lead
function qualification.reopen(options) end

---@class qualification.score.options
---@field model? string
---@field as_of? instant
---@field policy? string|table

---What a model gives a lead, without writing it: score, grade, model and why.
---Units: score: on the scale of the model, 0–100 as it ships; as_of: now unless given
---@param lead lead|integer|string
---@param options qualification.score.options
---@return report
function qualification.score(lead, options) end

---@class qualification.sla.options
---@field of? query
---@field by? string
---@field as_of? instant
---@field policy? string|table

---Clocks met and missed: groups (by and clock, leads, met, late, overdue, missed, open, waived, rate), total, problems (leads with moments out of order, which count nowhere) and why. By owner, what is missed counts against the owner's assessment.
---Units: by: a field of leads, owner unless given; rate: met / (met + missed), 0–1
---@param options qualification.sla.options
---@return report
function qualification.sla(options) end

---@class qualification.sources.options
---@field from? date
---@field to? date
---@field of? query
---@field policy? string|table

---Leads by source: source, label, leads, graded, converted, rate, cost, per_lead, per_conversion, unpriced (leads whose cost is not known), won and won_amount (of their opportunities). Every source of the policy has a row; words that it does not know follow, then leads without a source.
---Units: from and to: days of arrival, both with them; rate 0–1; per_lead (of those with a cost) and per_conversion to the fen, half_up
---@param options qualification.sources.options
---@return results
function qualification.sources(options) end

---@class qualification.sweep.options
---@field policy? string|table

---Raises an alert in the inbox for every clock that was missed, to the lead's owner: those still overdue and those done late, since a miss counts against the owner's assessment. Somebody settles it there; one that turns out to be none, as after a correction, settles itself.
---Units: raised, known and settled: alerts
---Changes: alerts of the kinds that the clocks name
---@param options qualification.sweep.options
---@return table
function qualification.sweep(options) end

---@class qualification.take.options
---@field company? string
---@field source? string
---@field arrived_at? instant
---@field [any] any

---Takes a lead in: numbered, open, arrived now unless said otherwise. Any field of leads may be given.
---Units: budget, authority, need, timing, size, fit, intent, strategic_fit: 0–100
---Changes: one new lead
---@param options qualification.take.options
---@return lead
function qualification.take(options) end

quality = {}

---How complete a customer's record is: share, missing fields and why.
---Units: share 0–1
---@param customer customer|integer|string
---@return report
function quality.completeness(customer) end

---@class quality.report.options
---@field of? query

---The quality of customers: records, completeness, goal, fields, stale, same_uscc, same_name and why.
---Units: shares 0–1
---@param options quality.report.options
---@return report
function quality.report(options) end

quoting = {}

---@class quoting.accept.options
---@field quote? quote|integer|string
---@field on? date
---@field reason? string

---Marks a quote as accepted; not after its last day.
---Changes: the quote's status
---@param options quoting.accept.options
---@return quote
function quoting.accept(options) end

---@class quoting.batch.options
---@field lines? any
---@field by? table
---@field rep? rep|integer|string
---@field valid_days? any
---@field trial_days? any
---@field waterfalls? boolean

---Makes draft quotes of priced lines: one a customer, or one a key where `by` gives a key a line. Lines that were refused are left out. Gives the quotes as a query.
---Units: valid_days from the day of the lines; waterfalls are kept unless it is false
---Changes: new quotes and their lines
---@param options quoting.batch.options
---@return quotes
function quoting.batch(options) end

---@class quoting.configure.options
---@field base? any
---@field modules? table
---@field quantity? number
---@field customer? customer|integer|string
---@field policy? string|table
---@field configurator? any
---@field [any] any

---Checks a configuration against the module_rules of its base and prices every part: lines, amount, list_total, discount, cost, margin, below_margin, lead_days, why. quantity counts configurations, 1 unless given; those of modules are pieces in one.
---Units: amounts to the fen; discount and margin are shares for show
---@param options quoting.configure.options
---@return report
function quoting.configure(options) end

---@class quoting.decline.options
---@field quote? quote|integer|string
---@field on? date
---@field reason? string

---Marks a quote as declined, with the reason.
---Changes: the quote's status
---@param options quoting.decline.options
---@return quote
function quoting.decline(options) end

---@class quoting.expire.options
---@field on? date

---Marks every sent quote whose last day is past as expired; gives how many.
---Changes: the status of those quotes
---@param options quoting.expire.options
---@return number
function quoting.expire(options) end

---@class quoting.quote.options
---@field customer? customer|integer|string
---@field lines? table
---@field rep? rep|integer|string
---@field valid_days? any
---@field trial_days? any
---@field policy? string|table
---@field configurator? any
---@field agreement? agreement|integer|string
---@field vmi? any
---@field cash? any
---@field prepaid? any
---@field renewal_years? any
---@field promotion? any
---@field referral? referral|integer|string
---@field first_order? any
---@field on? date

---Makes a draft quote: every line priced, with its waterfall; kits and configurations as the parts they hold.
---Units: prepaid 0–1; valid_days from the day of the quote
---Changes: one new quote and its lines
---@param options quoting.quote.options
---@return quote
function quoting.quote(options) end

---@class quoting.revise.options
---@field quote? quote|integer|string
---@field lines? any
---@field trial_days? any
---@field reason? string
---@field [any] any

---A new version of a quote, priced anew: terms and lines that are not given stay. The version before is superseded.
---Changes: one new quote with its lines; the status of the one before
---@param options quoting.revise.options
---@return quote
function quoting.revise(options) end

---@class quoting.send.options
---@field quote? quote|integer|string
---@field on? date
---@field reason? string

---Marks a quote as sent to the customer.
---Changes: the quote's status
---@param options quoting.send.options
---@return quote
function quoting.send(options) end

rebates = {}

---@class rebates.accrue.options
---@field program? string
---@field period? string
---@field on? date
---@field of? query
---@field policy? string|table

---Enters, for every customer of a programme, what the purchases of the period up to on earn, less what was entered before; nothing where that is nothing. Gives the new entries: entry, customer, name, volume, entitlement, before, amount.
---Units: on: the run's day unless given; period: that of on unless given; amounts to the fen
---Changes: new rebate entries
---@param options rebates.accrue.options
---@return results
function rebates.accrue(options) end

---@class rebates.balance.options
---@field program? string
---@field period? string
---@field customer? customer|integer|string
---@field as_of? date

---What was accrued, what was settled and what is owed: program, period, customer, name, accrued, settled, balance. Without options, all of it.
---Units: what was entered after as_of does not count
---@param options rebates.balance.options
---@return results
function rebates.balance(options) end

---@class rebates.entitlement.options
---@field program? string
---@field customer? customer|integer|string
---@field period? string
---@field on? date
---@field policy? string|table

---What a customer's purchases of a period earn, without entering it: volume, orders, band, entitlement, accrued, settled, due, why.
---Units: band: nil below the first; due: what rebates.accrue would enter
---@param options rebates.entitlement.options
---@return report
function rebates.entitlement(options) end

---A rebate policy as a table, to read or to change before working with it.
---@param name string
---@return table
function rebates.policy(name) end

---The programmes of a policy, the standing one unless given: program, title, period, kind, who, settles, source.
---@param policy string|table
---@return results
function rebates.programs(policy) end

---@class rebates.settle.options
---@field program? string
---@field period? string
---@field on? date
---@field of? query
---@field policy? string|table

---Enters, for every customer of a programme, what was accrued and is not settled yet; nothing where that is nothing, negative where too much was paid. Gives the new entries, as rebates.accrue does.
---Units: on: the run's day unless given; period: that of on unless given
---Changes: new rebate entries
---@param options rebates.settle.options
---@return results
function rebates.settle(options) end

receivables = {}

---@class receivables.ageing.options
---@field as_of? date
---@field by? string
---@field policy? string|table

---What is open by days past due, in the policy's buckets: groups (one row a group, a column a bucket), buckets, total, unallocated, why.
---Units: by: customer (default), rep, or a field of customers as level or region; rep is the contract's, else the order's, else the customer's owner. unallocated: money received that settles nothing yet
---@param options receivables.ageing.options
---@return report
function receivables.ageing(options) end

---@class receivables.allocate.options
---@field payment? payment|integer|string
---@field invoice? invoice|integer|string
---@field amount? money
---@field on? date

---Settles an invoice with what is left of a payment. Without an amount, with as much as there is room for.
---Units: on: the run's day unless given; not before the payment or the invoice
---Changes: one new allocation
---@param options receivables.allocate.options
---@return allocation
function receivables.allocate(options) end

---@class receivables.bad_debt_rate.options
---@field since? date
---@field upto? date
---@field policy? string|table

---Bad-debt rate: written off in the period, less what was taken back of it / credit sales of the period; credit sales are invoices that the policy's credit_sales admits, issued in the period, less what was taken back of them in it. Gives rate, numerator, denominator, why.
---Units: amounts are exact, the quotient is for show; what was entered after the last day does not count
---@param options receivables.bad_debt_rate.options
---@return report
function receivables.bad_debt_rate(options) end

---@class receivables.collection_rate.options
---@field since? date
---@field upto? date
---@field policy? string|table

---Collection rate: of what fell due from since to upto, the share that was paid by the end of upto. Gives rate, numerator, denominator, why.
---Units: amounts are exact, the quotient is for show; what was entered after the last day does not count
---@param options receivables.collection_rate.options
---@return report
function receivables.collection_rate(options) end

---@class receivables.dso.options
---@field since? date
---@field upto? date
---@field policy? string|table

---Days sales outstanding: receivables at the end of upto / credit sales of the period × days of the period. credit sales are invoices that the policy's credit_sales admits, issued in the period, less what was taken back of them in it. Gives dso, numerator, denominator, days, why.
---Units: amounts are exact, the quotient is for show; what was entered after the last day does not count
---@param options receivables.dso.options
---@return report
function receivables.dso(options) end

---@class receivables.invoice.options
---@field instalment? instalment|integer|string
---@field order? order|integer|string
---@field customer? customer|integer|string
---@field amount? money
---@field due_on? date
---@field on? date
---@field note? string
---@field policy? string|table

---Makes an invoice for an instalment or an order, or for an amount that a customer owes; numbered by the policy. Without an amount, for all that is not invoiced yet.
---Units: due_on: the instalment's, or the policy's terms after on; on: the run's day
---Changes: one new invoice
---@param options receivables.invoice.options
---@return invoice
function receivables.invoice(options) end

---@class receivables.open.options
---@field customer? customer|integer|string
---@field as_of? date

---Invoices that are not settled, oldest due first: invoice, code, customer, name, issued_on, due_on, amount, paid, written_off, open, days_past_due.
---Units: days_past_due: below 1 while it is not past due; what was entered after as_of does not count
---@param options receivables.open.options
---@return results
function receivables.open(options) end

---@class receivables.overdue.options
---@field customer? customer|integer|string
---@field as_of? date

---Open invoices past their due day, oldest first; columns as of receivables.open.
---Units: days_past_due from 1
---@param options receivables.overdue.options
---@return results
function receivables.overdue(options) end

---@class receivables.overdue_rate.options
---@field as_of? date
---@field policy? string|table

---Overdue rate: what is past due / what is open, at the end of as_of. Gives rate, numerator, denominator, why.
---Units: amounts are exact, the quotient is for show; what was entered after the last day does not count
---@param options receivables.overdue_rate.options
---@return report
function receivables.overdue_rate(options) end

---A receivables policy as a table, to read or to change before working with it.
---@param name string
---@return table
function receivables.policy(name) end

---@class receivables.reach.options
---@field contract? contract|integer|string
---@field node? string
---@field on? date

---Notes that a contract reached a payment node: its instalments are due so many days after. Gives them as a query.
---Units: on: the run's day unless given
---Changes: due_on of those instalments
---@param options receivables.reach.options
---@return instalments
function receivables.reach(options) end

---@class receivables.receive.options
---@field customer? customer|integer|string
---@field amount? money
---@field on? date
---@field code? string
---@field method? string
---@field invoices? table
---@field note? string
---@field policy? string|table

---Takes a payment and allocates it: to the invoices named, in that order, else to the customer's open ones, oldest due first. What is left follows the policy's on_surplus.
---Units: on: the run's day unless given; code: the bank's number, never taken twice
---Changes: one new payment and its allocations
---@param options receivables.receive.options
---@return payment
function receivables.receive(options) end

---@class receivables.reverse.options
---@field payment? payment|integer|string
---@field allocation? allocation|integer|string
---@field invoice? invoice|integer|string
---@field reason? string
---@field on? date
---@field policy? string|table

---Takes back a payment, an allocation or an invoice by a new record with the negative amount, and with a payment or an invoice its allocations. Gives the new record.
---Units: on: the run's day unless given; not before what it takes back
---Changes: new records; the old ones stay as they are
---@param options receivables.reverse.options
---@return payment
function receivables.reverse(options) end

---@class receivables.schedule.options
---@field contract? contract|integer|string
---@field plan? string
---@field policy? string|table

---Makes the instalments of a contract from a payment plan: one a node, adding up to the contract. Gives them as a query.
---Units: amounts to the fen: largest remainder, ties by position
---Changes: new instalments of the contract
---@param options receivables.schedule.options
---@return instalments
function receivables.schedule(options) end

---@class receivables.unallocated.options
---@field customer? customer|integer|string
---@field as_of? date

---Payments of which something is left, oldest first: payment, code, customer, name, received_on, amount, left.
---Units: what was entered after as_of does not count
---@param options receivables.unallocated.options
---@return results
function receivables.unallocated(options) end

---@class receivables.watch.options
---@field as_of? date
---@field policy? string|table

---Raises an alert for each customer with an invoice so many days past due as the policy says, and settles those of customers who have paid. The owner is the customer's.
---Units: raised, known and settled: alerts
---Changes: alerts of the kind that the policy names
---@param options receivables.watch.options
---@return table
function receivables.watch(options) end

---@class receivables.write_off.options
---@field invoice? invoice|integer|string
---@field amount? money
---@field reason? string
---@field on? date

---Gives up what is open of an invoice, or an amount of it: bad debt.
---Units: on: the run's day unless given
---Changes: one new allocation of kind bad_debt
---@param options receivables.write_off.options
---@return allocation
function receivables.write_off(options) end

scenario = {}

---@class scenario.define.options
---@field name? string
---@field script? string
---@field note? string

---Names a what-if: Lua that changes policies and records. It is read at once and run when it is tried, compared, used or promoted. Of an open scenario the script is replaced. Gives the scenario.
---Changes: one scenario
---@param options scenario.define.options
---@return scenario
function scenario.define(options) end

---Gives a scenario up. Gives the scenario.
---Changes: the scenario
---@param name string
---@return scenario
function scenario.drop(name) end

---Runs a scenario for good, as a part of this run: its records are changed, its policies stand for the rest of the script or console session (later ones ask scenario.use). Gives the scenario.
---Changes: the scenario, and what its script changes
---@param name string
---@return scenario
function scenario.promote(name) end

---Runs a scenario and takes everything back: changes, and result, what f then returned, or the scenario itself without f.
---@param name string
---@param f? function
---@return report
function scenario.try(name, f) end

---Lets the policies of a scenario stand for the rest of the script or console session; what it changes of records is left out.
---Changes: no record; the rules that later calls follow
---@param name string
function scenario.use(name) end

schedule = {}

---@class schedule.delays.options
---@field policy? string|table

---How long a job that was given nothing of its own waits before each retry.
---@param options schedule.delays.options
function schedule.delays(options) end

---@class schedule.history.options
---@field job? string
---@field n? number

---The latest executions of jobs, the latest first: when, which attempt, what became of it, which runs.
---Units: n: 20 unless given
---@param options schedule.history.options
function schedule.history(options) end

---@class schedule.next.options
---@field after? instant
---@field n? number

---The next times at which a schedule is due: a cron expression of five fields, or working days in words.
---Units: n: 1 to 1000, 1 unless given; after: the run's clock unless given
---@param text string
---@param options schedule.next.options
function schedule.next(text, options) end

---What a schedule means, in words.
---@param text string
function schedule.words(text) end

selling = {}

---@class selling.compete.options
---@field price? money
---@field note? string
---@field on? date
---@field main? boolean

---Notes that a competitor is after an opportunity, with what it asks as far as known; once more, to correct that. With main = true it becomes the main competitor of the opportunity.
---Units: price: yuan
---Changes: one competitor of the opportunity; its main competitor
---@param opportunity opportunity|integer|string
---@param competitor competitor|integer|string
---@param options selling.compete.options
---@return opportunity_competitor
function selling.compete(opportunity, competitor, options) end

---@class selling.competition.options
---@field of? query

---How we do against each competitor, by the opportunities where it was noted or is the main one: competitor, name, met, open, won, lost, win_rate (of what is decided), cheaper (times that its price was below our amount), priced (times that both are known).
---Units: win_rate: share, 0–1
---@param options selling.competition.options
---@return results
function selling.competition(options) end

---@class selling.compliance.options
---@field by? string
---@field of? query
---@field on? date
---@field policy? string|table
---@field opportunity? opportunity|integer|string
---@field playbook? table

---Required nodes of playbooks that were done in time, of those that count: done ones, late ones, and on a sale all of the way there. Of one opportunity: share, on_time, counted, goal, meets, outside, commission_cut, breaches, nodes and why. Of many, by a field of theirs (rep unless given): opportunities, counted, on_time, share, goal, meets, points, won, outside.
---Units: share, goal, commission_cut: 0–1; points: of 100 in an assessment, weight × share
---@param options selling.compliance.options
---@return report
function selling.compliance(options) end

---@class selling.deliver.options
---@field document? string
---@field by? rep|integer|string
---@field on? date
---@field note? string
---@field playbook? table
---@field policy? string|table

---Hands in what a node of the opportunity's playbook asks for; again, as a new version. By is the opportunity's rep unless named.
---Changes: one new deliverable; the day the opportunity was updated on
---@param opportunity opportunity|integer|string
---@param node any
---@param options selling.deliver.options
---@return deliverable
function selling.deliver(opportunity, node, options) end

---@class selling.diagnosis.options
---@field policy? string|table
---@field playbook? table

---The need diagnosis of an opportunity: complete, missing (dimensions without enough findings), dimensions (dimension, title, a count a kind, surveyed), findings, and the report that the playbook asks for: report (its deliverable), passed and open_reviews (roles).
---@param opportunity opportunity|integer|string
---@param options selling.diagnosis.options
---@return report
function selling.diagnosis(opportunity, options) end

---@class selling.hygiene.options
---@field of? query
---@field on? date
---@field policy? string|table

---Open opportunities that nobody looks after, one row a finding of the policy hygiene: opportunity, code, rep, stage, finding, title, idle_days, late_days, stage_days. The longest left alone come first.
---Units: calendar days; late_days below 0: days left
---@param options selling.hygiene.options
---@return results
function selling.hygiene(options) end

---@class selling.key.options
---@field of? query
---@field policy? string|table

---The key opportunities that are open, by the rule of the policy, the largest first: opportunity, code, name, customer, rep, stage, probability, amount, weighted, expected_close, updated_on.
---Units: amount, weighted: yuan; weighted: amount × probability to the fen, half up
---@param options selling.key.options
---@return results
function selling.key(options) end

---@class selling.lay_milestones.options
---@field on? date
---@field policy? string|table

---Lays the milestones of delivering a won opportunity out, each with its criteria and its day. Gives the table of selling.milestones.
---Changes: one milestone for each of the policy
---@param opportunity opportunity|integer|string
---@param options selling.lay_milestones.options
---@return results
function selling.lay_milestones(opportunity, options) end

---@class selling.lose.options
---@field reason? string
---@field competitor? competitor|integer|string
---@field at? instant
---@field policy? string|table

---Loses an open opportunity, with a reason of the policy and who won it in our place. Its stage becomes lost; the stage move keeps where it was lost.
---Changes: the opportunity's stage, status and days, and one stage move
---@param opportunity opportunity|integer|string
---@param options selling.lose.options
---@return opportunity
function selling.lose(opportunity, options) end

---@class selling.milestones.options
---@field policy? string|table

---The milestones of an opportunity in their order: position, milestone, title, criteria, due_on, done_on, signed and missing (roles), late.
---@param opportunity opportunity|integer|string
---@param options selling.milestones.options
---@return results
function selling.milestones(opportunity, options) end

---@class selling.missing.options
---@field playbook? table
---@field policy? string|table

---What an opportunity lacks for a stage; without one, for the nearest that may follow: kind (deliverable, review, condition), stage that asks for it, key, title, role, due_on.
---@param opportunity opportunity|integer|string
---@param stage? any
---@param options selling.missing.options
---@return results
function selling.missing(opportunity, stage, options) end

---@class selling.move.options
---@field at? instant|date
---@field reason? string
---@field amount? money
---@field expected_close? any
---@field playbook? table
---@field policy? string|table

---Moves an opportunity to another stage of its playbook, on or back, where the playbook allows it and nothing is missing. What was won may move on to the stages behind the won stage.
---Changes: the opportunity's stage, and one stage move
---@param opportunity opportunity|integer|string
---@param stage any
---@param options selling.move.options
---@return opportunity
function selling.move(opportunity, stage, options) end

---@class selling.need.options
---@field dimension? string
---@field kind? string
---@field finding? string
---@field scene? string
---@field solution? string
---@field by? rep|integer|string
---@field on? date
---@field policy? string|table

---Notes what a survey found: its dimension and kind are words of the policy diagnosis.
---Changes: one new need finding
---@param opportunity opportunity|integer|string
---@param options selling.need.options
---@return need_finding
function selling.need(opportunity, options) end

---@class selling.open.options
---@field customer? customer|integer|string
---@field amount? money
---@field expected_close? date
---@field playbook? string|table
---@field rep? rep|integer|string
---@field name? string
---@field product? product|integer|string
---@field region? any
---@field source? any
---@field lead? lead|integer|string
---@field competitor? competitor|integer|string
---@field is_key? any
---@field code? string
---@field at? instant|date
---@field reason? string
---@field policy? string|table

---Opens an opportunity in the first stage of its playbook, numbered unless code is given, with its first stage move. Without rep it is the owner's of the customer, without region it is in the customer's.
---Units: amount: yuan, from 0; empty while not known
---Changes: one new opportunity and its first stage move
---@param options selling.open.options
---@return opportunity
function selling.open(options) end

---@class selling.pass_rate.options
---@field by? string
---@field node? string
---@field of? query

---How often what was handed in passed its reviews, by a field of deliverables (node unless given): reviewed, passed, share, first (versions 1), first_passed, first_share. A version counts once it failed with one role or passed with all.
---Units: shares: 0–1
---@param options selling.pass_rate.options
---@return results
function selling.pass_rate(options) end

---@class selling.reopen.options
---@field reason? string
---@field stage? string
---@field amount? money
---@field expected_close? date
---@field at? instant
---@field playbook? table
---@field policy? string|table

---Opens a closed opportunity again, in the stage where it was closed unless another is named. The policy says which statuses may.
---Changes: the opportunity's stage, status and days, and one stage move
---@param opportunity opportunity|integer|string
---@param options selling.reopen.options
---@return opportunity
function selling.reopen(opportunity, options) end

---@class selling.review.options
---@field role? string
---@field passed? boolean
---@field by? rep|integer|string
---@field on? date
---@field note? string
---@field playbook? table
---@field policy? string|table

---Notes the verdict of one role on the last version of a deliverable. A node with reviews is done once every role of it has passed one version.
---Changes: one new review
---@param deliverable deliverable|integer|string
---@param options selling.review.options
---@return deliverable_review
function selling.review(deliverable, options) end

---@class selling.revise.options
---@field amount? money
---@field expected_close? date
---@field name? string
---@field customer? customer|integer|string
---@field product? product|integer|string
---@field rep? rep|integer|string
---@field region? any
---@field source? any
---@field lead? lead|integer|string
---@field competitor? competitor|integer|string
---@field is_key? any
---@field at? instant
---@field reason? string
---@field policy? string|table

---Sets what is known of an open opportunity and notes that its state was looked after. Another amount or expected close is kept as a stage move within the stage.
---Units: amount: yuan, from 0
---Changes: the opportunity's fields; a stage move where amount or expected close changes
---@param opportunity opportunity|integer|string
---@param options selling.revise.options
---@return opportunity
function selling.revise(opportunity, options) end

---@class selling.show.options
---@field playbook? table
---@field policy? string|table

---Where an opportunity stands: code, stage, status, probability, amount, weighted, since, days, allowed (stage, title, direction, missing) and moves (at, from, to, actor, reason).
---Units: probability: share, 0–1; weighted: yuan, amount × probability to the fen, half up; days: in its stage, calendar days
---@param opportunity opportunity|integer|string
---@param options selling.show.options
---@return report
function selling.show(opportunity, options) end

---@class selling.sign.options
---@field role? string
---@field by? rep|integer|string|contact
---@field on? date
---@field note? string
---@field policy? string|table

---Signs a milestone in one role, in the order of the milestones: a rep for us, a contact of the customer for the customer. The last signature that it needs completes it, and hands the node of that word in where the playbook has one.
---Changes: one new signature; with the last one the milestone's day, and a deliverable
---@param opportunity opportunity|integer|string
---@param milestone milestone|integer|string
---@param options selling.sign.options
---@return milestone
function selling.sign(opportunity, milestone, options) end

---@class selling.win.options
---@field reason? string
---@field amount? money
---@field competitor? competitor|integer|string
---@field outside? boolean
---@field at? instant
---@field playbook? table
---@field policy? string|table

---Wins an open opportunity: it moves to the won stage of its playbook, where the playbook allows it and nothing is missing. With outside = true it is won all the same, outside the standard process, which selling.compliance shows; what the won stage itself asks for is needed even so.
---Changes: the opportunity's stage, status and days, and one stage move
---@param opportunity opportunity|integer|string
---@param options selling.win.options
---@return opportunity
function selling.win(opportunity, options) end

service = {}

---@class service.assign.options
---@field owner? rep|integer|string
---@field team? string
---@field at? instant
---@field reason? string
---@field policy? string|table

---Gives a ticket to a rep or to a team; without owner the policy says who of the team gets it. Where the step that asks for an owner comes next, the ticket goes there. Gives the ticket.
---Units: at: now unless given
---Changes: owner and team of the ticket, one move
---@param ticket ticket|integer|string
---@param options service.assign.options
---@return ticket
function service.assign(ticket, options) end

---@class service.breaches.options
---@field where? string|function|table
---@field from? date
---@field to? date
---@field overdue? boolean
---@field as_of? instant
---@field policy? string|table

---Missed clocks, the longest due first: ticket, code, kind, grade, customer, owner, name, clock, due, done, over, outcome, subject. With overdue = true only those that still wait.
---Units: over: time beyond the target, on the clock's own kind of time
---@param options service.breaches.options
---@return results
function service.breaches(options) end

---@class service.causes.options
---@field from? date
---@field to? date
---@field where? string|function|table
---@field as_of? instant
---@field policy? string|table

---Root causes of tickets, the most frequent first (Pareto): causes (cause, title, 原因, count, share, cumulative, vital), total, unknown (tickets whose cause is not found yet) and why. The vital few are those above which the policy's share is not reached yet.
---Units: from and to: days of the opening; shares: 0–1
---@param options service.causes.options
---@return report
function service.causes(options) end

---@class service.clocks.options
---@field as_of? instant
---@field policy? string|table

---The clocks of a ticket: clocks, a table of clock, kind, calendar, start, target, due, done, elapsed, remaining, outcome and breached; intervals, a table of clock, kind (counted, paused, outside), from, to and time; and why.
---Units: outcome: met, late, overdue, open, waived (closed before its time); due is nil while a hold lasts; time: of the clock's own kind
---@param ticket ticket|integer|string
---@param options service.clocks.options
---@return report
function service.clocks(ticket, options) end

---@class service.close.options
---@field at? instant
---@field reason? string
---@field root_cause? string
---@field measure? string
---@field policy? string|table

---Moves a ticket to the last step of its kind. An enquiry may be closed without an answer, as a call that nobody took: it counts as not answered. Gives the ticket.
---Units: at: now unless given
---Changes: the ticket, one move, a hold that ends
---@param ticket ticket|integer|string
---@param options service.close.options
---@return ticket
function service.close(ticket, options) end

---@class service.due.options
---@field within? span
---@field where? string|function|table
---@field as_of? instant
---@field policy? string|table

---Clocks that still run and are due within a time from now, the soonest first: ticket, code, kind, grade, customer, owner, name, clock, due, done, over, outcome, subject.
---Units: within: by the wall; over is negative, the time left on the clock's own kind of time
---@param options service.due.options
---@return results
function service.due(options) end

---@class service.duplicates.options
---@field policy? string|table

---Other tickets that may be the same matter, the oldest first: ticket, code, opened_at, state, subject and by, the fields that they have alike.
---Units: by the policy: customer and class the same, order and product not different, within days
---@param ticket ticket|integer|string
---@param options service.duplicates.options
---@return results
function service.duplicates(ticket, options) end

---@class service.effect.options
---@field as_of? date
---@field policy? string|table

---Whether an improvement worked: tickets of its cause before and after it took effect, per 30 days and per orders; drop, chance and works; months (month, phase, tickets, orders, per_orders); and why. Tickets whose cause is not found yet do not count: ask when they are.
---Units: drop: a share, 0.4 for 40 % fewer; chance: that so few would come were nothing changed, by the exact conditional test of two Poisson rates over days, one-sided; works: chance up to the policy's limit
---@param improvement improvement|integer|string
---@param options service.effect.options
---@return report
function service.effect(improvement, options) end

---@class service.grade.options
---@field grade? string
---@field class? string
---@field at? instant
---@field reason? string
---@field policy? string|table

---Says what a ticket is about and how bad it is. Where the step that asks for it comes next, the ticket goes there; else the change is noted where it stands. Its clocks go by the grade at once. Gives the ticket.
---Units: at: now unless given
---Changes: class and grade of the ticket, one move
---@param ticket ticket|integer|string
---@param options service.grade.options
---@return ticket
function service.grade(ticket, options) end

---What happened to a ticket and to those merged into it, in order: at, code, what (move, hold), from, to, until, actor and reason.
---Units: from and to: steps; until: the end of a hold
---@param ticket ticket|integer|string
---@return results
function service.history(ticket) end

---@class service.hold.options
---@field reason? string
---@field from? instant
---@field policy? string|table

---Puts a ticket on hold: its clocks stand still until it is resumed, resolved or closed. Gives the ticket.
---Units: reason: a word of the policy, as customer; from: now unless given
---Changes: one hold
---@param ticket ticket|integer|string
---@param options service.hold.options
---@return ticket
function service.hold(ticket, options) end

---@class service.improve.options
---@field cause? string
---@field measure? string
---@field title? string
---@field owner? rep|integer|string
---@field started_on? date
---@field effective_on? date
---@field code? string
---@field note? string
---@field policy? string|table

---Notes what is done against a root cause. Gives the improvement.
---Units: started_on: the run's day unless given, or the day of effect where that is earlier
---Changes: one new improvement
---@param options service.improve.options
---@return improvement
function service.improve(options) end

---@class service.merge.options
---@field at? instant
---@field policy? string|table

---Ends a ticket as the double of another, older one, which goes on with the first answer of the two. Moves and holds of both stay, and service.history shows them together. Gives the ticket that goes on.
---Units: at: now unless given
---Changes: both tickets, a move each, a hold that ends
---@param ticket ticket|integer|string
---@param into any
---@param options service.merge.options
---@return ticket
function service.merge(ticket, into, options) end

---@class service.move.options
---@field at? instant
---@field reason? string
---@field root_cause? string
---@field measure? string
---@field class? string
---@field grade? string
---@field owner? any
---@field policy? string|table

---Moves a ticket along its flow, on or back. Going back asks for a reason; going back behind the resolving step takes the resolution back, and the time since is a pause. Gives the ticket.
---Units: at: now unless given
---Changes: the ticket, one move, a hold that ends or is left
---@param ticket ticket|integer|string
---@param step any
---@param options service.move.options
---@return ticket
function service.move(ticket, step, options) end

---When a customer is to be visited next: due, days_late and why; nil where visits are on demand.
---Units: days_late: days past due, negative before; as_of: the run's day unless given
---@param customer customer|integer|string
---@param as_of? date|instant
---@return report
function service.next_visit(customer, as_of) end

---@class service.open.options
---@field kind? string
---@field subject? string
---@field customer? customer|integer|string
---@field channel? string
---@field class? string
---@field grade? string
---@field contact? contact|integer|string
---@field order? order|integer|string
---@field product? product|integer|string
---@field contract? contract|integer|string
---@field owner? any
---@field team? string
---@field code? string
---@field note? string
---@field at? instant
---@field reason? string
---@field policy? string|table

---Opens a ticket in the first step of its kind, numbered unless code is given, with its first move. The level is the customer's; team and owner are by the policy unless given: the customer's owner, else the rep of the team with the fewest open tickets. Gives the ticket.
---Units: at: now unless given
---Changes: one new ticket and its first move
---@param options service.open.options
---@return ticket
function service.open(options) end

---@class service.quality.options
---@field from? date
---@field to? date
---@field by? string
---@field where? string|function|table
---@field as_of? instant
---@field policy? string|table

---How well customers are looked after: measures (measure, title, n, value, goal, met), with by one set a group, and why. met is true, false, or "no data"; it is nil where there is no goal. Calls that nobody took are tickets of the channel closed without an answer.
---Units: value: a share 0–1, or a span for mean times, which count on the calendar of each ticket without pauses; from and to: days of the opening, and of the answer to a survey; by: as service.sla
---@param options service.quality.options
---@return report
function service.quality(options) end

---@class service.reopen.options
---@field reason? string
---@field at? instant
---@field policy? string|table

---Opens a closed ticket again, for as long as the policy allows. Its clocks go on where they stopped: the time since it was taken for resolved is a pause. Gives the ticket.
---Units: at: now unless given
---Changes: the ticket, one move, one hold
---@param ticket ticket|integer|string
---@param options service.reopen.options
---@return ticket
function service.reopen(ticket, options) end

---@class service.resolve.options
---@field at? instant
---@field reason? string
---@field root_cause? string
---@field measure? string
---@field policy? string|table

---Moves a ticket to the step of its kind that resolves it: the resolution clock ends, and so does a hold. Gives the ticket.
---Units: at: now unless given
---Changes: the ticket, one move, a hold that ends
---@param ticket ticket|integer|string
---@param options service.resolve.options
---@return ticket
function service.resolve(ticket, options) end

---@class service.respond.options
---@field at? instant
---@field policy? string|table

---Notes the first answer to the customer; a later one changes nothing. Gives the ticket.
---Units: at: now unless given
---Changes: responded_at of the ticket
---@param ticket ticket|integer|string
---@param options service.respond.options
---@return ticket
function service.respond(ticket, options) end

---@class service.resume.options
---@field at? instant
---@field policy? string|table

---Ends the hold of a ticket: its clocks go on. Gives the ticket.
---Units: at: now unless given
---Changes: the hold
---@param ticket ticket|integer|string
---@param options service.resume.options
---@return ticket
function service.resume(ticket, options) end

---@class service.sla.options
---@field by? string
---@field from? date
---@field to? date
---@field where? string|function|table
---@field as_of? instant
---@field policy? string|table

---Clocks of tickets met and missed: groups (by and clock, tickets, met, late, overdue, missed, open, waived, rate), total (the same over all clocks), problems (tickets with moments or holds out of order or outside the calendar, which count nowhere) and why. Doubles that were merged into others do not count.
---Units: by: a word or reference of tickets, a word of their customers as region, or a period of the opening; kind unless given; from and to: days of the opening; rate: met / (met + missed), 0–1
---@param options service.sla.options
---@return report
function service.sla(options) end

---The service of a level: manager, visits, visit_months, support, delivery, price, further_discount, value_added.
---Units: further_discount: a share 0–1
---@param level any
---@return report
function service.standard(level) end

---@class service.sweep.options
---@field policy? string|table

---Looks at the clocks of all open tickets: notes the gravest escalation that each ticket has reached, and raises an alert for every one that a clock has reached, to whom the policy says. What is done, closed or merged settles by itself. Gives raised, known, settled and escalated, the tickets that came higher.
---Units: raised, known and settled: alerts
---Changes: escalation of the tickets; alerts of the kinds that the clocks name
---@param options service.sweep.options
---@return table
function service.sweep(options) end

---@class service.verify.options
---@field as_of? date
---@field policy? string|table

---Judges an improvement by its effect: verified where so few tickets would hardly come by chance, else failed. Gives the improvement.
---Units: as_of: the run's day unless given
---Changes: state, verified_on and note of it
---@param improvement improvement|integer|string
---@param options service.verify.options
---@return improvement
function service.verify(improvement, options) end

---@class service.visits_due.options
---@field by? date
---@field of? query
---@field limit? number

---The visits that are due up to a day, the longest overdue first: id, code, name, level, owner, last_visit, due, days_late.
---Units: by: the run's day unless given; limit: rows shown, 1,000 unless given
---@param options service.visits_due.options
---@return results
function service.visits_due(options) end

strategy = {}

---The strategy card of a level: title, who, buying, proposition, tactics and target, each {en, zh}.
---@param level any
---@return report
function strategy.card(level) end

success = {}

---@class success.accept.options
---@field note? string
---@field policy? string|table

---Ends the hand-over of a customer, once all its other items are done. Gives the table of success.handover.
---Changes: the last item of the hand-over
---@param customer customer|integer|string
---@param options success.accept.options
function success.accept(customer, options) end

---@class success.climb.options
---@field to? query
---@field policy? string|table

---Sets the step of the value ladder of every customer; empty for those on none.
---Changes: ladder, of the customers of the query
---@param options success.climb.options
---@return table
function success.climb(options) end

---@class success.close.options
---@field on? date
---@field note? string

---Ends a plan on a day. Gives the plan.
---Units: on: the run's day unless given
---Changes: the plan's closed_on and note
---@param plan any
---@param options success.close.options
---@return success_plan
function success.close(plan, options) end

---@class success.hand_over.options
---@field to? rep|integer|string
---@field on? date
---@field policy? string|table

---Hands a customer over from sales to success: sets its success manager and opens the items of the policy as tasks, each once. Gives the table of success.handover.
---Units: to: the success manager that the customer has, unless given; on: the run's day unless given
---Changes: the customer's csm, a task for each item
---@param contract contract|integer|string|opportunity
---@param options success.hand_over.options
---@return report
function success.hand_over(contract, options) end

---@class success.handover.options
---@field policy? string|table

---How far the hand-over of a customer is: state (none, open, done), manager, open, items.
---@param customer customer|integer|string
---@param options success.handover.options
---@return report
function success.handover(customer, options) end

---@class success.joining.options
---@field as_of? date
---@field policy? string|table

---Signed contracts near their day of delivery, with the day on which the success manager joins; opens the tasks of the policy for each, once. Gives one row a contract, the earliest first; opened says how many tasks are new.
---Units: as_of: the run's day unless given; what is delivered is left out
---Changes: tasks about the contracts
---@param options success.joining.options
---@return results
function success.joining(options) end

---@class success.ladder.options
---@field policy? string|table

---The step of the value ladder that a customer stands on: step, title, next (what the step above asks for and it does not have), why.
---@param customer customer|integer|string
---@param options success.ladder.options
---@return report
function success.ladder(customer, options) end

---@class success.milestone.options
---@field title? string
---@field metric? string
---@field target? number
---@field due_on? date
---@field note? string
---@field policy? string|table

---Adds a milestone to a plan, behind the others. Gives the milestone.
---Units: target: in the unit of its metric
---Changes: one new milestone
---@param plan any
---@param options success.milestone.options
---@return success_milestone
function success.milestone(plan, options) end

---@class success.milestone_done.options
---@field actual? number
---@field on? date
---@field note? string

---Notes that a milestone was reached, and what was measured. Gives the milestone.
---Units: on: the run's day unless given; actual: in the unit of its metric
---Changes: the milestone
---@param milestone milestone|integer|string
---@param options success.milestone_done.options
---@return success_milestone
function success.milestone_done(milestone, options) end

---@class success.open_renewals.options
---@field policy? string|table

---For each contract and agreement that ends within the policy's days and is not renewed: opens value review, need upgrade and renewal quote as tasks, and raises an alert, each once; settles the alerts of what is renewed or long over.
---Units: documents: that are due; tasks: new ones; raised, known, settled: alerts
---Changes: tasks about the documents, alerts of the policy's kind
---@param options success.open_renewals.options
---@return table
function success.open_renewals(options) end

---@class success.open_reviews.options
---@field of? query
---@field policy? string|table

---Opens the tasks of each review that is due in this period, once: its preparation and its meeting.
---Units: reviews: due; tasks: new ones; from the last day of the period
---Changes: tasks about the customers
---@param options success.open_reviews.options
---@return table
function success.open_reviews(options) end

---@class success.overdue.options
---@field as_of? date
---@field owner? rep|integer|string

---Milestones of open plans whose day is past, the longest late first.
---Units: as_of: the run's day unless given
---@param options success.overdue.options
---@return results
function success.overdue(options) end

---@class success.plan.options
---@field customer? customer|integer|string
---@field goal? string
---@field path? string
---@field resources? string
---@field risks? string
---@field owner? rep|integer|string
---@field contract? contract|integer|string
---@field begins_on? date
---@field ends_on? date
---@field note? string
---@field milestones? table
---@field policy? string|table

---Writes what a customer is to reach: a plan at the policy's first step, with its milestones; those of the policy's template where none are named. Gives the plan.
---Units: owner: the customer's success manager unless given; begins_on: the run's day unless given; target: in the unit of its metric
---Changes: one new plan with its milestones
---@param options success.plan.options
---@return success_plan
function success.plan(options) end

---@class success.progress.options
---@field as_of? date
---@field policy? string|table

---How far a plan is: step, progress (milestones done of all), done, late, met and measured (targets), next (what the following step lacks), milestones, why.
---Units: as_of: the run's day unless given; late: not done and past its day
---@param plan any
---@param options success.progress.options
---@return report
function success.progress(plan, options) end

---@class success.renewal_quote.options
---@field created? money
---@field cost? money
---@field as_of? date
---@field policy? string|table
---@field value? any

---The price of a renewal by the value that the customer had of us: price, created, share, floor, last, change, missing (readings that there are not), why. No price where nothing tells a created value.
---Units: created: made of the latest readings in the policy's months up to as_of, unless given: shares of what the customer bought, or yuan; value: the value policy
---@param contract contract|integer|string|agreement
---@param options success.renewal_quote.options
---@return report
function success.renewal_quote(contract, options) end

---@class success.renewal_rate.options
---@field from? date
---@field to? date
---@field of? query
---@field policy? string|table

---Of the contracts and agreements that ended in a period, those that were renewed: ended, renewed, rate, documents (each with what renews it).
---Units: from: the last twelve months; renewed: by what is known today, see the policy's days around the end
---@param options success.renewal_rate.options
---@return report
function success.renewal_rate(options) end

---@class success.renewals.options
---@field days? number
---@field as_of? date
---@field of? query
---@field by? string
---@field policy? string|table

---Contracts and agreements that end within the policy's days, or ended lately, and are not renewed: list (document, code, customer, ends_on, days_left, value, state), value, renewed (how many of those that end are), groups.
---Units: days: ahead, the policy's unless given; value: the contract's amount, of an agreement what its customer bought in the policy's months; state: due or expired; of: customers; by: a word of customers, rep
---@param options success.renewals.options
---@return report
function success.renewals(options) end

---@class success.review.options
---@field from? date
---@field to? date
---@field policy? string|table

---The pack of a business review: bought (against the period before), products, delivered (on time), solved (tickets), satisfaction, health, value (created), open, milestones, renewals, opportunities; save it as .html.
---Units: from: the first day of to's quarter unless given, the year's for a yearly summary; to: the run's day unless given; on time: by the contract's day, else the product's lead time
---@param customer customer|integer|string
---@param options success.review.options
---@return report
function success.review(customer, options) end

---@class success.reviews_due.options
---@field as_of? date
---@field of? query
---@field policy? string|table

---Customers whose level is reviewed and who have had no review in the period yet: customer, name, level, manager, every, period, ends_on, last (period reviewed).
---Units: as_of: the run's day unless given; a review took place once its meeting's task is done
---@param options success.reviews_due.options
---@return results
function success.reviews_due(options) end

---@class success.step.options
---@field policy? string|table

---Takes a plan to a step that its step leads to, once it has what the policy asks for there. Gives the plan.
---Changes: the plan's step
---@param plan any
---@param step any
---@param options success.step.options
---@return success_plan
function success.step(plan, step, options) end

---@class success.triangle.options
---@field policy? string|table

---Opens this week's meeting of sales, technical and success for each customer with an open plan, once. Gives how many plans' customers there are and how many meetings are new.
---Units: due on Monday and the policy's days after, not before the run's day
---Changes: tasks about the customers
---@param options success.triangle.options
---@return table
function success.triangle(options) end

surveys = {}

---@class surveys.answer.options
---@field kind? string
---@field customer? customer|integer|string
---@field score? number
---@field on? date
---@field contact? contact|integer|string
---@field ticket? ticket|integer|string
---@field rep? rep|integer|string
---@field channel? string
---@field comment? string
---@field policy? string|table

---Notes an answer of a customer. Gives the answer.
---Units: score: on the scale of the kind, csat and complaint 1–5, nps 0–10, need 0–100; on: the run's day unless given; rep: the customer's owner unless given
---Changes: one new answer
---@param options surveys.answer.options
---@return survey_answer
function surveys.answer(options) end

---@class surveys.csat.options
---@field kind? string
---@field by? string
---@field from? date
---@field to? date
---@field of? query
---@field policy? string|table

---How satisfied customers are: the share of answers in the top box with its 95 % interval, by group, against the goal.
---Units: share, low, high: shares of 1, the interval by Wilson; kind: csat unless given; by: day, week, month, quarter or year of the answer, rep, channel, contact, or a field of customers as level, region or owner; of: customers; without answers there is no data, never 0
---@param options surveys.csat.options
---@return report
function surveys.csat(options) end

---@class surveys.nps.options
---@field kind? string
---@field by? string
---@field from? date
---@field to? date
---@field of? query
---@field policy? string|table

---Net promoter score: percent of promoters less percent of detractors, with its 95 % interval, by group; and the share that would recommend us, against the goal.
---Units: nps, low, high: −100 to 100, interval = nps ± 100 × 1.96 × √((p + d − (p − d)²) / n); recommend: share of 1; by: day, week, month, quarter or year of the answer, rep, channel, contact, or a field of customers as level, region or owner; of: customers; without answers there is no data, never 0
---@param options surveys.nps.options
---@return report
function surveys.nps(options) end

---@class surveys.satisfaction.options
---@field kind? string
---@field by? string
---@field from? date
---@field to? date
---@field of? query
---@field policy? string|table

---How satisfied customers are with what became of complaints: the share of answers in the top box with its 95 % interval, by group, against the goal.
---Units: share, low, high: shares of 1, the interval by Wilson; kind: complaint unless given; by: day, week, month, quarter or year of the answer, rep, channel, contact, or a field of customers as level, region or owner; of: customers; without answers there is no data, never 0
---@param options surveys.satisfaction.options
---@return report
function surveys.satisfaction(options) end

target = {}

---@class target.attainment.options
---@field period? string
---@field target? target|integer|string
---@field by? string
---@field metric? string
---@field as_of? date
---@field policy? string|table

---How far the targets of a period are: target, reached, share, gap, what an even pace would have reached by now, what the pace gives at the end, and what every working day that is left must give. Of a target: it and its parts.
---Units: by: a level, or product, region or kind; all targets unless given; as_of: the run's day unless given, and it counts as gone; share and expected: of the target; projection and needed are nil before the period begins or where the working calendar does not reach
---@param options target.attainment.options
---@return results
function target.attainment(options) end

---@class target.run_rate.options
---@field as_of? date
---@field policy? string|table

---How far a target is on a day: reached, share, expected, per_day, projection at that pace, needed a working day, state (not_begun, running, ended) and why.
---Units: as_of: the run's day unless given, and it counts as gone; days are working days of the calendar
---@param target target|integer|string
---@param options target.run_rate.options
---@return report
function target.run_rate(target, options) end

---@class target.set.options
---@field period? string
---@field amount? money
---@field number? number
---@field growth? number
---@field metric? string
---@field level? string
---@field unit? string
---@field rep? rep|integer|string
---@field product? string
---@field region? string
---@field kind? string
---@field parent? target|integer|string
---@field note? string
---@field policy? string|table

---Sets what is to be reached in a period; set again it is changed. With growth the target is what was reached in the same period of the year before, raised by that share; growth = true takes the policy's. Gives the target.
---Units: period: 2026, 2026-H1, 2026-Q2 or 2026-06; metric: the policy's first unless given; level: the company unless given, or the rep's; unit: the area or team; amount to the fen, number in whole pieces
---Changes: one target, new or changed
---@param options target.set.options
---@return target
function target.set(options) end

---@class target.split.options
---@field target? target|integer|string
---@field by? string
---@field weights? string|table
---@field otherwise? string
---@field replace? boolean
---@field policy? string|table

---Shares a target out among areas, teams, reps, product lines, regions, kinds of customers, halves, quarters or months, and keeps its sum to the fen or the piece. Split again by the same word its parts are changed in place; by another word they are only replaced, with all theirs, when replace says so.
---Units: weights: last_year (what the parts reached in the same period a year before; the default), history (the mean of their shares over the policy's years, as seasons are), even, or percents that sum to 100, by name or in order; otherwise: what holds where that history is empty; uncovered: what was reached within the target by none of the parts; without: parts that weigh nothing and get no target; stale: parts whose own parts no longer sum
---Changes: one target a part, new or changed; those of parts that are gone are deleted
---@param options target.split.options
---@return report
function target.split(options) end

---@class target.tree.options
---@field policy? string|table

---A target with its parts and theirs, or all targets of a period that are a part of nothing: targets as a table, sums (whether all parts sum to their whole) and problems (those that do not, and by how much).
---Units: difference: what the parts sum to, less the whole
---@param target target|integer|string
---@param options target.tree.options
---@return report
function target.tree(target, options) end

tiering = {}

---@class tiering.apply.options
---@field policy? string|table
---@field to? query

---Puts every customer into the level (or segment, or grade) that a policy gives.
---Changes: the field that the policy writes, of the customers of the query
---@param options tiering.apply.options
---@return table
function tiering.apply(options) end

---The tiering packs that ship with Tenon: name, title, field, source.
---@return results
function tiering.policies() end

---A policy pack as a table, to read or to change before applying it.
---@param name string
---@return table
function tiering.policy(name) end

training = {}

---@class training.confirm.options
---@field from? date
---@field policy? string|table

---Whether a trainee is confirmed: the share of tests passed against the policy's. Gives tests, passed, share, goal, confirmed and why; nil where no test was taken.
---Units: from: tests from that day on; all unless given
---@param rep rep|integer|string
---@param options training.confirm.options
---@return report
function training.confirm(rep, options) end

---@class training.expiring.options
---@field within? any
---@field as_of? date
---@field policy? string|table

---Certificates of people who are with us that expire soon or have expired and were not renewed, the first first.
---Units: within: the policy's days unless given; days_left below 0: expired
---@param options training.expiring.options
---@return results
function training.expiring(options) end

---@class training.onboard.options
---@field rep? rep|integer|string
---@field programme? string
---@field from? date
---@field policy? string|table

---Opens the tasks of a programme for a new rep, one a step, each once. Gives them as a table.
---Units: programme: entry_month (S0) unless given, three_months (S1) or three_seven_month (S2); from: the day that the rep joined unless given, else the run's day
---Changes: tasks
---@param options training.onboard.options
---@return results
function training.onboard(options) end

---@class training.record.options
---@field rep? rep|integer|string
---@field course? string
---@field hours? number
---@field on? date
---@field kind? string
---@field score? number
---@field passed? boolean
---@field certificate? string
---@field expires_on? date
---@field note? string
---@field policy? string|table

---Notes a course that a rep took. Gives the training.
---Units: on: the run's day unless given; score: 0–100
---Changes: one new training
---@param options training.record.options
---@return training
function training.record(options) end

---@class training.report.options
---@field period? string
---@field as_of? date
---@field policy? string|table

---Training in a period: hours a head, cover, tests passed, courses, first deals of those who joined, certificates that expire, each against its goal.
---Units: hours: a head of those with us at the end of the period or on the day; hours_goal: the year's, in proportion to the period; shares are nil where there is nothing to divide by
---@param options training.report.options
---@return report
function training.report(options) end

uscc = {}

---The unified social credit code that a text spells: code in normal form, and warnings that are no errors.
---@param text string
---@return table
function uscc.check(text) end

---The code with look-alike letters read as the digits they stand for, where that makes it valid; else nil.
---@param text string
---@return string?
function uscc.repair(text) end
