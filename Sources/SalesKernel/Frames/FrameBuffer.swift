/// Values side by side in memory of their own: filled once, then only read.
///
/// Loops over millions of values go through ``base``; every index comes from the frame itself.
public final class FrameBuffer<Element: BitwiseCopyable>: @unchecked Sendable {
  public private(set) var count = 0
  private(set) var base: UnsafeMutablePointer<Element>
  private var capacity: Int

  public init(capacity: Int = 0) {
    self.capacity = max(capacity, 16)
    base = .allocate(capacity: self.capacity)
  }

  /// So many times the same value.
  convenience init(repeating value: Element, count: Int) {
    self.init(capacity: count)
    base.initialize(repeating: value, count: count)
    self.count = count
  }

  convenience init(_ values: some Collection<Element>) {
    self.init(capacity: values.count)
    for value in values { append(value) }
  }

  deinit { base.deallocate() }

  /// What it takes in memory.
  var bytes: Int { capacity * MemoryLayout<Element>.stride }

  @inline(__always)
  public func append(_ value: Element) {
    if count == capacity { grow(to: count + 1) }
    (base + count).initialize(to: value)
    count += 1
  }

  /// Makes room for so many more, of which the caller fills all.
  func extend(by more: Int) -> UnsafeMutablePointer<Element> {
    if count + more > capacity { grow(to: count + more) }
    defer { count += more }
    return base + count
  }

  /// Half as much again: what is not written to takes no memory yet.
  private func grow(to least: Int) {
    let wanted = max(least, capacity + capacity / 2)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: wanted)
    moved.moveInitialize(from: base, count: count)
    base.deallocate()
    (base, capacity) = (moved, wanted)
  }
}
