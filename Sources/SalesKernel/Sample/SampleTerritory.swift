/// Which reps serve which region: each region has a run of ids, in proportion to its customers.
struct SampleTerritory: Sendable {
  struct Region: Sendable {
    let name: String
    let reps: ClosedRange<Int64>
  }

  let regions: [Region]
  /// The region of each city.
  let regionOfCity: [Int]

  init(_ profile: SampleProfile, customers: Int64) {
    let cities = profile.cities
    var names: [String] = []
    var weights: [Int64] = []
    var regionOfCity: [Int] = []
    for index in cities.elements.indices {
      let region = cities[index].region
      let position = names.firstIndex(of: region) ?? names.count
      if position == names.count {
        names.append(region)
        weights.append(0)
      }
      weights[position] += cities.weight(at: index)
      regionOfCity.append(position)
    }
    var next: Int64 = 1
    var regions: [Region] = []
    for (position, name) in names.enumerated() {
      let share = customers * weights[position] / cities.total
      let count = max(profile.staff.leastARegion, share / profile.staff.customersEach)
      regions.append(Region(name: name, reps: next...(next + count - 1)))
      next += count
    }
    self.regions = regions
    self.regionOfCity = regionOfCity
  }
}
