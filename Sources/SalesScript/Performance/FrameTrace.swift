import SalesKernel

/// What a formula asked of its groups, in order, each once.
final class FrameTrace {
  private(set) var inputs: [Explanation] = []

  func note(_ label: String, _ value: FieldValue, rows: Int) {
    guard !inputs.contains(where: { $0.label == label }) else { return }
    inputs.append(Explanation(label, .input, value: value, reason: rows.text("row")))
  }
}
