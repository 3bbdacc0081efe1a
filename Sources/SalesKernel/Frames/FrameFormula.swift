import Values

/// A condition over the columns of a frame that needs no script: comparisons, arithmetic, and/or/not.
///
/// It means what the same text means as a Lua expression. Where that would be an error, or something that
/// columns cannot tell, ``FrameFormulaRun`` gives up, and the script decides row by row.
public indirect enum FrameFormula: Hashable, Sendable {
  public enum Comparison: String, Hashable, Sendable {
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "=="
    case unequal = "~="
  }

  public enum Operation: String, Hashable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
  }

  case column(String)
  case constant(FieldValue)
  case compare(Comparison, FrameFormula, FrameFormula)
  case arithmetic(Operation, FrameFormula, FrameFormula)
  case and(FrameFormula, FrameFormula)
  case or(FrameFormula, FrameFormula)
  case not(FrameFormula)

  var isChoice: Bool {
    switch self {
    case .and, .or: true
    default: false
    }
  }

  /// The columns that it reads.
  public var columns: [String] {
    switch self {
    case .column(let name): [name]
    case .constant: []
    case .not(let inner): inner.columns
    case .compare(_, let one, let other), .arithmetic(_, let one, let other),
      .and(let one, let other), .or(let one, let other):
      one.columns + other.columns.filter { !one.columns.contains($0) }
    }
  }
}
