/// What each factor gave, in one short line that a stored score keeps: `orders 75x30, growth 44.2x30,
/// tickets ~50x20, payments -`.
///
/// Points × weight of the model; `~` where they stand for something that was not known, `-` where the
/// factor did not count.
public struct HealthFactorsText {
  private let names: [[UInt8]]
  private let weights: [[UInt8]]
  private var bytes: [UInt8] = []

  public init(_ policy: HealthPolicy) {
    names = policy.factors.map { Array($0.key.utf8) }
    weights = policy.factors.map { Array("x\($0.weight)".utf8) }
  }

  public mutating func text(_ board: HealthBoard, _ place: Int) -> String {
    bytes.removeAll(keepingCapacity: true)
    for factor in names.indices {
      if factor > 0 { bytes += [UInt8(ascii: ","), UInt8(ascii: " ")] }
      bytes += names[factor]
      bytes.append(UInt8(ascii: " "))
      if let points = board.points(factor, place) {
        append(points)
      } else if let points = board.policy.factors[factor].substitute {
        bytes.append(UInt8(ascii: "~"))
        append(points)
      } else {
        bytes.append(UInt8(ascii: "-"))
        continue
      }
      bytes += weights[factor]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Points, 0–100, to one decimal.
  private mutating func append(_ points: Double) {
    let tenths = Int(Int64(nearest: points * 10) ?? 0)
    let whole = tenths / 10
    if whole >= 100 { bytes.append(UInt8(48 + whole / 100 % 10)) }
    if whole >= 10 { bytes.append(UInt8(48 + whole / 10 % 10)) }
    bytes.append(UInt8(48 + whole % 10))
    if tenths % 10 != 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(UInt8(48 + tenths % 10))
    }
  }
}
