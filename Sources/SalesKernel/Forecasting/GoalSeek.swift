/// Finds where a formula gives a target, by Brent's method within a bracket.
/// - Source: R. Brent, Algorithms for Minimization without Derivatives, chapter 4.
public struct GoalSeek {
  public struct Found: Hashable, Sendable {
    public let place: Double
    public let value: Double
    public let iterations: Int
  }

  public let target: Double
  /// How close to the target is close enough.
  public let tolerance: Double
  /// How close two places are taken for one.
  public let width: Double
  public let most: Int

  public init(target: Double, tolerance: Double, width: Double, most: Int) {
    self.target = target
    self.tolerance = tolerance
    self.width = width
    self.most = most
  }

  private struct Point {
    var place: Double
    var value: Double
    var off: Double
  }

  /// - Throws: `seek.bracket` where the target does not lie between the values at the ends,
  ///   `seek.finite`
  ///   where the formula gives no finite number, `seek.iterations`, and what the formula throws.
  public func solve(
    from: Double, to: Double, _ formula: (Double) throws -> Double
  ) throws -> Found {
    func point(_ place: Double) throws -> Point {
      let value = try formula(place)
      guard value.isFinite else {
        throw ValidationError(
          "seek.finite", "at \(place) the formula gives \(value), no finite number",
          remedy: "choose ends between which it is always a number")
      }
      return Point(place: place, value: value, off: value - target)
    }
    var (a, b) = (try point(from), try point(to))
    for end in [a, b] where abs(end.off) <= tolerance {
      return Found(place: end.place, value: end.value, iterations: 0)
    }
    guard (a.off < 0) != (b.off < 0) else { throw unbracketed(a, b) }
    if abs(a.off) < abs(b.off) { swap(&a, &b) }
    var (c, step, before) = (a, b.place - a.place, b.place - a.place)
    for iteration in 1...max(1, most) {
      if (b.off < 0) == (c.off < 0) {
        c = a
        step = b.place - a.place
        before = step
      }
      if abs(c.off) < abs(b.off) { (a, b, c) = (b, c, b) }
      let middle = (c.place - b.place) / 2
      if abs(b.off) <= tolerance || abs(middle) <= width {
        return Found(place: b.place, value: b.value, iterations: iteration - 1)
      }
      (step, before) = Self.step(
        a.place, a.off, b.place, b.off, c.place, c.off, step, before, width)
      a = b
      b = try point(b.place + (abs(step) > width ? step : (middle > 0 ? width : -width)))
    }
    throw ValidationError(
      "seek.iterations",
      "after \(most.text("step")) the formula gives \(b.value) at \(b.place), not \(target)",
      remedy: "give a wider tolerance, or closer ends")
  }

  /// By interpolation where that closes in quickly, else by halves.
  private static func step(
    _ a: Double, _ fa: Double, _ b: Double, _ fb: Double, _ c: Double, _ fc: Double,
    _ step: Double, _ before: Double, _ width: Double
  ) -> (step: Double, before: Double) {
    let middle = (c - b) / 2
    guard abs(before) >= width, abs(fa) > abs(fb) else { return (middle, middle) }
    let s = fb / fa
    var (p, q): (Double, Double)
    if a == c {
      (p, q) = (2 * middle * s, 1 - s)
    } else {
      let (t, r) = (fa / fc, fb / fc)
      p = s * (2 * middle * t * (t - r) - (b - a) * (r - 1))
      q = (t - 1) * (r - 1) * (s - 1)
    }
    if p > 0 { q = -q } else { p = -p }
    guard 2 * p < min(3 * middle * q - abs(width * q), abs(before * q)) else {
      return (middle, middle)
    }
    return (p / q, step)
  }

  private func unbracketed(_ a: Point, _ b: Point) -> ValidationError {
    let near = abs(a.off) <= abs(b.off) ? a : b
    return ValidationError(
      "seek.bracket",
      "\(target) does not lie between the ends: the formula gives \(a.value) at \(a.place) and "
        + "\(b.value) at \(b.place)",
      remedy: "nearest is \(near.value) at \(near.place); move an end until the target lies between"
    )
  }
}
