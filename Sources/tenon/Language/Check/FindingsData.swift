/// Findings as data, for editors: one object a finding.
///
/// ```
/// {"file": "a.lua", "line": 3, "column": 9, "length": 7, "code": "check.unknown_field", "severity": "error",
///  "message": "…", "remedy": "…", "fix": {"start": 52, "end": 59, "text": "amount"}}
/// ```
/// Lines and columns count from 1, columns in characters; `fix` is null, or a change of bytes of the source.
import Console
import Terminal

struct FindingsData {
  private var objects: [String] = []

  mutating func add(_ finding: CheckFinding, _ report: ErrorReport) {
    let fix =
      finding.fix.map {
        "{\"start\": \($0.range.lowerBound), \"end\": \($0.range.upperBound), "
          + "\"text\": \(JSONText.string($0.text))}"
      } ?? "null"
    add(report, severity: finding.isError ? "error" : "warning", fix: fix)
  }

  /// What kept a file from being checked.
  mutating func add(_ report: ErrorReport, severity: String = "error", fix: String = "null") {
    let place = report.place
    let members = [
      ("file", JSONText.string(place?.file ?? "")), ("line", "\(place?.line ?? 1)"),
      ("column", "\(place?.column ?? 1)"), ("length", "\(place?.length ?? 1)"),
      ("code", JSONText.string(report.code ?? "")), ("severity", JSONText.string(severity)),
      ("message", JSONText.string(report.message)),
      ("remedy", JSONText.string(report.remedy ?? "")), ("fix", fix),
    ]
    objects.append("{" + members.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}")
  }

  /// A list, or a line a finding.
  func text(inLines: Bool) -> String {
    if inLines { return objects.map { $0 + "\n" }.joined() }
    return objects.isEmpty ? "[]\n" : "[\n  " + objects.joined(separator: ",\n  ") + "\n]\n"
  }
}
