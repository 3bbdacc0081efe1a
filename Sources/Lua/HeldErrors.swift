/// Host errors on their way through a script, by number: what a script holds of one is its number alone, so that
/// throwing costs no object of its own.
final class HeldErrors {
  struct Held {
    /// nil where the place is free.
    fileprivate(set) var error: (any Error)?
    /// The host function that threw it; -1 for none. Of a free place the next one.
    fileprivate(set) var function: Int32
  }

  // A fixed place: an array of a class would be checked for exclusive access with every throw.
  private var places = UnsafeMutablePointer<Held>.allocate(capacity: 64)
  private var capacity: Int32 = 64
  private var count: Int32 = 0
  private var free: Int32 = 0

  deinit {
    places.deinitialize(count: Int(count))
    places.deallocate()
  }

  subscript(_ number: Int32) -> (error: any Error, function: Int32)? {
    guard number >= 0, number < count, let error = places[Int(number)].error else { return nil }
    return (error, places[Int(number)].function)
  }

  /// Keeps an error until ``letGo(_:)``.
  func hold(_ error: consuming any Error, from function: Int32) -> Int32 {
    let number = free
    let place = places + Int(number)
    if number < count {
      free = place.pointee.function
      place.pointee.error = error
      place.pointee.function = function
      return number
    }
    if count == capacity { grow() }
    (places + Int(number)).initialize(to: Held(error: error, function: function))
    count += 1
    free = count
    return number
  }

  func letGo(_ number: Int32) {
    guard number >= 0, number < count else { return }
    let place = places + Int(number)
    guard let gone = place.pointee.error.take() else { return }
    place.pointee.function = free
    free = number
    _ = consume gone  // it dies when all is in order here: its end may ask for this again
  }

  private func grow() {
    let larger = UnsafeMutablePointer<Held>.allocate(capacity: Int(capacity) * 2)
    larger.moveInitialize(from: places, count: Int(count))
    places.deallocate()
    places = larger
    capacity *= 2
  }
}
