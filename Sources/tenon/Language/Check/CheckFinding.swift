/// What can be said against a place of a script.
struct CheckFinding {
  /// A change of the source that puts it right for certain.
  struct Fix: Equatable {
    /// In bytes.
    let range: Range<Int>
    let text: String
  }

  let code: String
  let message: String
  let remedy: String
  /// In bytes.
  let range: Range<Int>
  /// The script would fail there; otherwise it does something else than it seems to.
  let isError: Bool
  var fix: Fix?
}
