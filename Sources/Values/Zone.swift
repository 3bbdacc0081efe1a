/// A zone of time: one fixed offset from UTC.
///
/// The default everywhere is ``shanghai``, +08:00. The summer time of China before 1992 and the
/// local time before 1928 are not applied: an instant of those years prints at +08:00, and day and
/// clock follow it.
public struct Zone: Hashable, Sendable {
  /// Seconds to add to UTC; within ±18 hours, whole minutes.
  public let offsetSeconds: Int32

  /// Asia/Shanghai, +08:00.
  public static let shanghai = Zone(unchecked: 28_800)
  public static let utc = Zone(unchecked: 0)

  private init(unchecked offsetSeconds: Int32) {
    self.offsetSeconds = offsetSeconds
  }

  /// Throws: `zone.range` beyond ±18 hours or with a part of a minute.
  public init(offsetSeconds: Int) throws(ValueError) {
    guard (-64_800...64_800).contains(offsetSeconds), offsetSeconds % 60 == 0 else {
      throw ValueError(
        "zone.range", "\(offsetSeconds) seconds is not an offset of a zone",
        remedy: "give whole minutes within ±18 hours")
    }
    self.init(unchecked: Int32(offsetSeconds))
  }

  var offsetMilliseconds: Int64 { Int64(offsetSeconds) * 1000 }
}

extension Zone: CustomStringConvertible {
  /// `+08:00`; UTC is `Z`.
  public var description: String {
    if offsetSeconds == 0 { return "Z" }
    let minutes = Int(offsetSeconds.magnitude) / 60
    return String(unsafeUninitializedCapacity: 6) { buffer in
      var writer = DigitWriter(buffer)
      writer.put(offsetSeconds < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
      writer.put(minutes / 60, digits: 2)
      writer.put(UInt8(ascii: ":"))
      writer.put(minutes % 60, digits: 2)
      return writer.count
    }
  }
}
