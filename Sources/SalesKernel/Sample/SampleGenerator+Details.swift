import Values

/// What belongs to customers: contacts, orders with their lines, and activities, in the order of their customers.
extension SampleGenerator {
  func generateContacts(into sink: inout some SampleSink) throws {
    var next: Int64 = 1
    try forEachPlan { plan in
      guard plan.contacts > 0 else { return }
      var random = random(.contact, plan.id)
      let level = profile.levels[plan.level]
      let domain = SampleCode.counted("c", plan.id, digits: 7) + "." + profile.contacts.domain
      for _ in 0..<plan.contacts {
        let role = profile.contacts.roles.pick(&random)
        var contact = Contact(
          id: next, customer: plan.id, name: profile.names.person(&random))
        contact.role = role.role
        contact.title = role.titles[Int(random.below(Int64(role.titles.count)))]
        contact.phone = SampleCode.counted(profile.contacts.telephone, next, digits: 8)
        contact.email = role.mailbox + "@" + domain
        contact.relationship = random.integer(in: level.relationship)
        contact.createdOn = try Day(number: plan.createdOn)
        for gap in profile.contacts.missing where random.happens(gap.share) {
          try Contact.schema.set(&contact, slot: gap.slot, to: .null)
        }
        try sink.append(contact)
        next += 1
      }
    }
  }

  func generateOrders(into sink: inout some SampleSink) throws {
    var next: Int64 = 1
    let openSince = Int64(asOf.number) - profile.orders.openDays
    try forEachPlan { plan in
      for planned in plan.orders {
        var order = Order(
          id: next, customer: plan.id, amount: Money(units: planned.amount),
          orderedOn: try Day(number: planned.day))
        order.code = SampleCode.counted("S", next, digits: 8)
        order.rep = plan.owner
        order.status =
          Int64(planned.day) > openSince ? profile.orders.open : profile.orders.done
        try sink.append(order)
        next += 1
      }
    }
  }

  /// One line an order, in the order of the orders.
  func generateOrderLines(into sink: inout some SampleSink) throws {
    var next: Int64 = 1
    try forEachPlan { plan in
      for planned in plan.orders {
        let product = profile.products[planned.product]
        var line = OrderLine(
          id: next, order: next, line: 1, amount: Money(units: planned.amount))
        line.product = product.record.id
        line.quantity = planned.quantity
        line.listPrice = product.price
        line.unitPrice = product.price
        line.cost = try product.record.cost?.times(planned.quantity)
        try sink.append(line)
        next += 1
      }
    }
  }

  func generateActivities(into sink: inout some SampleSink) throws {
    var next: Int64 = 1
    var firstContact: Int64 = 1
    let end = try Instant(startOf: asOf, in: .shanghai)
    try forEachPlan { plan in
      var random = random(.activity, plan.id)
      for planned in plan.activities {
        let kind = profile.activities.kinds[planned.kind]
        let at = try Instant(startOf: try Day(number: planned.day), in: .shanghai)
          .adding(try .minutes(planned.minute))
        var activity = Activity(id: next, customer: plan.id, kind: kind.kind, at: at)
        activity.rep = plan.owner
        if plan.contacts > 0 {
          activity.contact = firstContact + random.below(plan.contacts)
        }
        if kind.isSummarised, !random.happens(profile.activities.absent) {
          try summarise(&activity, before: end, &random)
        }
        try sink.append(activity)
        next += 1
      }
      firstContact += plan.contacts
    }
  }

  /// Adds what came of it, unless that would be written after the sample's day begins.
  private func summarise(
    _ activity: inout Activity, before end: Instant, _ random: inout SampleRandom
  ) throws {
    let policy = profile.activities
    let hours = random.happens(policy.late) ? policy.lateHours : policy.delayHours
    let written = try activity.at.adding(try .hours(random.integer(in: hours)))
    let summary = policy.summaries[Int(random.below(Int64(policy.summaries.count)))]
    guard written < end else { return }
    activity.summary = summary
    activity.summarisedAt = written
  }

  private func forEachPlan(_ body: (SamplePlan) throws -> Void) throws {
    var plan = SamplePlan()
    var id: Int64 = 1
    while id <= count {
      planner.fill(&plan, id: id)
      try body(plan)
      id += 1
    }
  }
}
