/// What is known of a value before it is there. What is not certain is `unknown`, and nothing is said of it.
indirect enum LuaType: Hashable, Sendable {
  case unknown
  case null
  case bool
  case number
  case string
  case money
  case date
  case instant
  case span
  /// The records of an entity, by its plural name.
  case query(String)
  case record(String)
  /// An object of the host by the name that help gives its methods; with the entity it is made of where that is known.
  case object(String, of: String?)
  case module(String)
  case list(LuaType)
  case table
  /// What `for … in` calls, by what it gives.
  case iterator(LuaType)
  /// A function of the language, by its name in the help.
  case function(String)
  /// A function of the script.
  case local(ObjectIdentifier)

  /// The entity whose fields rules over this read.
  var entity: String? {
    switch self {
    case .query(let name), .record(let name): name
    case .object(_, let name): name
    default: nil
    }
  }

  /// The name before the colon of its methods' help; nil where it has none there.
  var methods: String? {
    switch self {
    case .query: "query"
    case .money: "money"
    case .date: "date"
    case .instant: "instant"
    case .span: "span"
    case .object(let name, _): name
    default: nil
    }
  }

  /// Both, where they are one.
  func joined(_ other: LuaType) -> LuaType { self == other ? self : .unknown }
}
