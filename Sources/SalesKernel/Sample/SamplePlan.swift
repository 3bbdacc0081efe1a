/// What is decided about a customer before a word of it is written: who, where, what was bought and when.
///
/// Made again for each entity that needs it, which costs less than keeping a million of them.
struct SamplePlan {
  struct Order {
    /// Days since 1970.
    var day: Int32
    var product: Int
    var quantity: Int64
    /// 1/10,000 yuan; exactly quantity × price.
    var amount: Int64
  }

  struct Activity {
    var day: Int32
    /// Minutes since midnight.
    var minute: Int64
    var kind: Int
  }

  var id: Int64 = 0
  var level = 0
  var kind = 0
  var city = 0
  var owner: Int64 = 0
  /// The customer before, entered a second time.
  var isTwin = false
  var createdOn: Int32 = 0
  var contacts: Int64 = 0

  /// By day.
  var orders: [Order] = []
  /// Purchases and orders of the last twelve months.
  var annual: Int64 = 0
  var recentOrders: Int64 = 0

  /// By time.
  var activities: [Activity] = []
  var lastOpened: Int32?
}
