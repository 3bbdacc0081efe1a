import Values

extension Score {
  /// How a factor fades: half of its points above the lowest are left after each half-life.
  ///
  ///     half-life 30 d: points 80 of evidence 30 d old count 40, 60 d old 20
  ///
  /// The age counts from the first of the fields that is filled; evidence of the future is new.
  /// - Source: standards "Scores".
  public struct Decay: Hashable, Sendable {
    public let halfLife: Span
    /// Dates of the evidence, the better one first.
    let slots: [Int]

    /// Nil where a factor does not fade.
    init?(_ entry: PolicyTable, _ entity: Entity) throws(PolicyError) {
      guard entry["half_life"].isPresent else {
        guard !entry["evidence"].isPresent else {
          throw PolicyError(
            "policy.missing", at: entry.path, "names evidence and no half_life",
            remedy: "give half_life = days(30)")
        }
        return nil
      }
      let halfLife = try entry["half_life"].duration()
      guard halfLife > .zero else {
        throw PolicyError("policy.value", at: entry["half_life"].path, "is no time at all")
      }
      var slots: [Int] = []
      for at in try entry["evidence"].oneOrMore() {
        let slot = try entity.policySlot(at)
        guard [.day, .instant].contains(entity.fields[slot].type) else {
          throw PolicyError("policy.field", at: at.path, "\(entity.fields[slot].name) is no date")
        }
        slots.append(slot)
      }
      (self.halfLife, self.slots) = (halfLife, slots)
    }

    /// What is left, 0–1; nil where no date or no moment is known.
    func share(_ record: any RecordReader, asOf: Instant?) throws -> Double? {
      guard let asOf, let (_, age) = try evidence(record, asOf) else { return nil }
      return HalfLife.share(left: age.ratio(to: halfLife))
    }

    func explain(_ record: any RecordReader, asOf: Instant?) throws -> Explanation {
      guard let asOf, let (slot, age) = try evidence(record, asOf) else {
        return Explanation("evidence", .input, reason: "has no date")
      }
      return Explanation(
        record.entity.fields[slot].name, .input, value: try record.value(at: slot),
        reason: "\(age) old; halves every \(halfLife)")
    }

    private func evidence(
      _ record: any RecordReader, _ asOf: Instant
    ) throws -> (slot: Int, age: Span)? {
      for slot in slots {
        switch try record.value(at: slot) {
        case .instant(let at): return (slot, max(.zero, asOf.span(since: at)))
        case .day(let day): return (slot, max(.zero, asOf.day().span(since: day)))
        default: continue
        }
      }
      return nil
    }
  }
}

/// Powers of one half, the same on every machine: no mathematics library has a part in them.
enum HalfLife {
  private static let logarithmOfTwo = 0.693_147_180_559_945_309_4
  /// Beyond it nothing is left that a double could tell from nothing.
  private static let most = 1074.0

  /// ½ to the power of `lives`, which is 0 or more.
  static func share(left lives: Double) -> Double {
    guard lives > 0 else { return 1 }
    guard lives < most else { return 0 }
    let whole = Int(lives)
    // Σ (−t)ⁿ / n! for t below ln 2: the twentieth term is far below a double's last digit.
    let t = (lives - Double(whole)) * logarithmOfTwo
    var (sum, term) = (1.0, 1.0)
    for n in 1...20 {
      term *= -t / Double(n)
      sum += term
    }
    return sum * Double(sign: .plus, exponent: -whole, significand: 1)
  }
}
