/// Finds the least value of a function within a box: the simplex search of Nelder and Mead, with
/// points held inside the box. Same function, same result.
struct NelderMead {
  /// A bound of each coordinate.
  let bounds: [ClosedRange<Double>]

  struct Point {
    var place: [Double]
    var value: Double
  }

  /// - Parameter start: Inside the box.
  /// - Complexity: at most `most` calls of the function.
  func minimum(
    from start: [Double], most: Int = 400, _ function: ([Double]) -> Double
  ) -> Point {
    var calls = 0
    func point(_ place: [Double]) -> Point {
      let held = zip(place, bounds).map { min(max($0, $1.lowerBound), $1.upperBound) }
      calls += 1
      let value = function(held)
      return Point(place: held, value: value.isFinite ? value : .infinity)
    }
    var simplex = corners(around: start).map(point)
    while calls < most {
      simplex.sort { $0.value < $1.value }
      if isSmall(simplex) { break }
      let worst = simplex.removeLast()
      let centre = Self.centre(simplex)
      func toward(_ factor: Double) -> Point {
        point(zip(centre, worst.place).map { $0 + factor * ($0 - $1) })
      }
      let reflected = toward(1)
      if reflected.value < simplex[0].value {
        let expanded = toward(2)
        simplex.append(expanded.value < reflected.value ? expanded : reflected)
      } else if let last = simplex.last, reflected.value < last.value {
        simplex.append(reflected)
      } else {
        let contracted = toward(reflected.value < worst.value ? 0.5 : -0.5)
        if contracted.value < min(reflected.value, worst.value) {
          simplex.append(contracted)
        } else {
          let best = simplex[0]
          let others = simplex.dropFirst() + [worst]
          simplex =
            [best]
            + others.map { other in point(zip(other.place, best.place).map { ($0 + $1) / 2 }) }
        }
      }
    }
    return simplex.min { $0.value < $1.value } ?? point(start)
  }

  private func corners(around start: [Double]) -> [[Double]] {
    [start]
      + start.indices.map { index in
        var corner = start
        let (low, high) = (bounds[index].lowerBound, bounds[index].upperBound)
        let step = (high - low) / 5
        corner[index] += corner[index] + step <= high ? step : -step
        return corner
      }
  }

  private static func centre(_ points: [Point]) -> [Double] {
    guard let first = points.first else { return [] }
    return first.place.indices.map { index in
      points.reduce(0) { $0 + $1.place[index] } / Double(points.count)
    }
  }

  private func isSmall(_ simplex: [Point]) -> Bool {
    guard let best = simplex.first, let worst = simplex.last else { return true }
    let isFlat = abs(worst.value - best.value) <= 1e-12 * abs(best.value)
    let isTight = bounds.indices.allSatisfy { index in
      simplex.allSatisfy { abs($0.place[index] - best.place[index]) < 1e-7 }
    }
    return isFlat && isTight || best.value == worst.value && isTight
  }
}
