import Pictures
import SalesKernel
import Values

/// The figures of a funnel as pictures.
extension FunnelReports {
  /// The stages as bars: how many came to each or beyond.
  func picture(of tally: CohortTally) -> Picture {
    let bars = stages.stages.enumerated().map { place, stage in
      let share = FunnelShare.of(tally.reached[place], tally.entered).map { ShareText.of($0) }
      return Picture.Bar(
        stage.title.zh, Double(tally.reached[place]),
        note: "\(tally.reached[place])" + (share.map { " · \($0)" } ?? ""))
    }
    return Picture("\(stages.playbook) 转化漏斗 funnel · \(question.asOf)", .bars(bars))
  }

  /// The open stages as bars of their amounts.
  func picture(of tally: SnapshotTally) throws -> Picture {
    let bars = try tally.places.enumerated().map { index, place in
      let amount = try place.amount()
      return Picture.Bar(
        stages.stages[index].title.zh, Double(amount.units) / 10_000,
        note: "\(place.count) · \(amount)")
    }
    return Picture("\(stages.playbook) 在手商机 pipeline · \(question.asOf)", .bars(bars))
  }

  /// What was won of each stage against what the playbook says.
  func picture(of calibration: StageCalibration) -> Picture {
    let points = stages.stages.dropLast().enumerated().compactMap {
      place, stage -> Picture.Points.Point? in
      guard let range = calibration.interval(place),
        let observed = FunnelShare.of(calibration.won[place], calibration.decided[place])
      else { return nil }
      return Picture.Points.Point(
        stage.title.zh, x: stage.probability.double, y: observed, low: range.low,
        high: range.high)
    }
    return Picture(
      "\(stages.playbook) 概率校准 calibration · \(question.asOf)",
      .points(Picture.Points(points, xTitle: "流程概率 playbook", yTitle: "实际赢单率 observed")))
  }
}
