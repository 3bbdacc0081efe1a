-- Answers competitors' offers: first a package of value, only then the price cut that still keeps every
-- floor, and who would have to approve it.
--
--   tenon run scripts/price_review.lua offers.csv --allow-read .
--   tenon run scripts/price_review.lua C0000005 B1-M6-E 1000 Rival 0.25
--
-- offers.csv has the columns customer and product (codes), quantity (pieces), competitor, and price (what a
-- piece costs there, in yuan). Rows that cannot be reviewed are named with their line. Nothing is changed.
--
-- The rules are those of the policies pricing (what it costs, floors), value (packages, what competitors
-- leave out) and approvals (who decides).

local function roles(case)
  local names = {}
  for _, stage in ipairs(case) do
    if stage.needed and not stage.role then return nil, stage.when end
    if stage.needed then names[#names + 1] = stage.role end
  end
  return table.concat(names, ", ")
end

local function chosen(package)
  local names = {}
  for _, item in ipairs(package.items) do
    if item.chosen then names[#names + 1] = item.title .. " " .. item["标题"] end
  end
  return table.concat(names, " + ")
end

local counts = { reviewed = 0, failed = 0 }

local function review(text)
  if not (text.customer and text.product and text.quantity and text.price) then
    error("customer, product, quantity or price is empty", 0)
  end
  local offer = { customer = text.customer, product = text.product, competitor = text.competitor,
    quantity = csv.number(text.quantity), price = csv.money(text.price) }
  local customer = customers:where { code = offer.customer }:first()
  local ours = offers.compare(offer)
  print(("%s, %d of %s: %s asks %s a piece, we ask %s"):format(offer.customer, offer.quantity,
    offer.product, offer.competitor or "a competitor", tostring(ours.comparable), tostring(ours.unit_price)))
  print(("  amount %s, cost %s, floor of a piece %s, gap %s"):format(tostring(ours.amount),
    tostring(ours.cost), tostring(ours.floor), tostring(ours.gap)))
  counts.reviewed = counts.reviewed + 1
  if ours.gap <= yuan(0) then return print("  hold the price: we are not dearer") end

  local package = offers.package { customer = offer.customer, amount = ours.amount,
    cost = ours.cost, gap = ours.gap }
  local items = chosen(package)
  print(("  1. value: %s, worth %s at a cost of %s, %s"):format(items == "" and "nothing fits" or items,
    tostring(package.value), tostring(package.cost),
    package.covers and "covers the gap" or "leaves " .. tostring(package.open) .. " open"))

  local decide, refused = roles(approval.what_if { discount = ours.cut_discount,
    amount = ours.cut_amount, level = customer and customer.level, region = customer and customer.region })
  print(("  2. cut, only if the value is refused: %s a piece, %s in all, %.1f %% off the list, %s")
    :format(tostring(ours.cut_price), tostring(ours.cut_amount), ours.cut_discount * 100,
      ours.meets and "meets their price" or "the floor (" .. ours.floor_rule .. ") does not meet it"))
  print("     approved by: " .. (decide or refused))
  if package.covers then
    print("  recommended: the value, and the price stays")
  elseif not decide then
    print(("  recommended: the value; no deeper cut than %.1f %%, which is the most that anyone may give")
      :format(approval.largest { allowed = true, amount = ours.cut_amount } * 100))
  elseif ours.meets then
    print("  recommended: the value first, then the cut")
  else
    print("  recommended: the value first, then the cut to the floor, and no further")
  end
  print(why(ours))
end

local function attempt(place, text)
  local fine, problem = pcall(review, text)
  if fine then return end
  counts.failed = counts.failed + 1
  local message = type(problem) == "table" and problem.message or problem
  print(("%s: not reviewed: %s"):format(place, message))
end

if #arg == 1 then
  for row in csv.rows(arg[1]) do
    attempt("line " .. row:line(), { customer = row.customer, product = row.product,
      quantity = row.quantity, competitor = row.competitor, price = row.price })
  end
elseif #arg == 5 then
  attempt("offer", { customer = arg[1], product = arg[2], quantity = arg[3],
    competitor = arg[4], price = arg[5] })
else
  error("give a file of offers, or: customer product quantity competitor price", 0)
end
print(("offers reviewed: %d, not reviewed: %d"):format(counts.reviewed, counts.failed))
