/// The stretches of days past due that receivables are sorted into.
/// - Source: standards, customer measures; AU6.
public struct AgeBuckets: Hashable, Sendable {
  public struct Bucket: Hashable, Sendable {
    public let name: String
    public let label: Label
    /// Most days past due that it holds; nil for the last one, which is open.
    public let upto: Int64?
  }

  public let source: String
  /// From the fewest days to the most; the first also holds what is not due yet.
  public let buckets: [Bucket]

  /// - Throws: ``PolicyError``.
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["source", "buckets", "note"])
    source = try table.source()
    let list = table["buckets"]
    buckets = try list.filledList { at throws(PolicyError) in
      let bucket = try at.table(keys: ["key", "label", "upto"])
      let name = try bucket["key"].key()
      return Bucket(
        name: name, label: try bucket["label"].ifPresent?.label() ?? Label(name, name),
        upto: try bucket["upto"].ifPresent?.integer())
    }
    try list.refuseDuplicates(buckets.map(\.name))
    for (index, bucket) in buckets.enumerated() {
      let place = "\(list.path)[\(index + 1)]"
      let isLast = index == buckets.count - 1
      guard (bucket.upto == nil) == isLast else {
        throw PolicyError(
          isLast ? "policy.gap" : "policy.unreachable", at: place,
          isLast ? "the last bucket has an end" : "only the last bucket is open",
          remedy: isLast ? "leave its upto out" : "give it upto = …")
      }
      if let upto = bucket.upto, index > 0, let before = buckets[index - 1].upto, upto <= before {
        throw PolicyError(
          "policy.unreachable", at: place, "ends at \(upto) days; the one before ends at \(before)")
      }
    }
  }

  /// Index of the bucket that so many days past due are in.
  public func index(of days: Int) -> Int {
    buckets.firstIndex { $0.upto.map { days <= $0 } ?? true } ?? buckets.count - 1
  }
}
