// Pictures: figures as drawings, in the terminal and as files. Knows nothing of Lua or of sales.
//
//   Picture ──▶ BarText                    bars, as lines of text
//      │    ──▶ GnuplotScript ──▶ Gnuplot  text of curves, and SVG
//      ▼                             │
//   Page ──▶ HTML in one file ◀──────┘     readable in a browser with no network
//
// gnuplot draws, in a process of its own: a fault there is an error here, never more.

/// A figure to draw.
public struct Picture: Hashable, Sendable {
  public enum Shape: Hashable, Sendable {
    /// One bar a row, the first on top.
    case bars([Bar])
    case curves(Curves)
    case points(Points)
  }

  public let title: String
  public let shape: Shape
  /// Drawn in characters that every terminal has.
  public var isASCII = false

  public init(_ title: String, _ shape: Shape) {
    self.title = title
    self.shape = shape
  }

  /// Whether there is something that gnuplot can draw: it fails on curves without any value.
  var hasValues: Bool {
    guard case .curves(let curves) = shape else { return true }
    let values = curves.curves.flatMap(\.values) + (curves.band.map { $0.low + $0.high } ?? [])
    return values.contains { $0?.isFinite == true }
  }

  public struct Bar: Hashable, Sendable {
    public let label: String
    /// Not negative; what is not finite is drawn as 0.
    public let value: Double
    /// Words behind the bar, as `62 · 62 %`.
    public let note: String

    public init(_ label: String, _ value: Double, note: String = "") {
      self.label = label
      self.value = value
      self.note = note
    }
  }

  /// Values over steps that have a name each, as months.
  public struct Curves: Hashable, Sendable {
    public struct Curve: Hashable, Sendable {
      public let name: String
      /// One a step; nil where there is none.
      public let values: [Double?]

      public init(_ name: String, _ values: [Double?]) {
        self.name = name
        self.values = values
      }
    }

    public struct Band: Hashable, Sendable {
      public let name: String
      public let low: [Double?]
      public let high: [Double?]

      public init(_ name: String, low: [Double?], high: [Double?]) {
        (self.name, self.low, self.high) = (name, low, high)
      }
    }

    public let steps: [String]
    public let curves: [Curve]
    public let band: Band?
    /// What the values are, as `yuan`.
    public let unit: String

    public init(steps: [String], curves: [Curve], band: Band? = nil, unit: String = "") {
      (self.steps, self.curves, self.band, self.unit) = (steps, curves, band, unit)
    }
  }

  /// Points between 0 and 1 both ways, each with the range it may lie in, against the diagonal.
  public struct Points: Hashable, Sendable {
    public struct Point: Hashable, Sendable {
      public let label: String
      public let x, y, low, high: Double

      public init(_ label: String, x: Double, y: Double, low: Double, high: Double) {
        self.label = label
        (self.x, self.y, self.low, self.high) = (x, y, low, high)
      }
    }

    public let points: [Point]
    public let xTitle: String
    public let yTitle: String

    public init(_ points: [Point], xTitle: String, yTitle: String) {
      (self.points, self.xTitle, self.yTitle) = (points, xTitle, yTitle)
    }
  }
}

/// Why a picture could not be drawn.
public struct PictureError: Error, Hashable, Sendable, CustomStringConvertible {
  /// `picture.tool`, `picture.failed`, `picture.empty`.
  public let code: String
  public let message: String
  public let remedy: String

  public var description: String { remedy.isEmpty ? message : "\(message); \(remedy)" }
}
