/// An error report in text.

import Terminal

extension ErrorReport {
  /// The report with a newline after every line. With a width, the excerpt's lines are cut to it.
  public func render(
    style: Style = .plain, width: Int? = nil, measure: DisplayWidth = DisplayWidth(),
    words: ErrorWords = .english
  ) -> String {
    var lines = [headline(style)]
    if let place, let source {
      lines += Excerpt(place, source, width: width, measure: measure).lines(style)
    }
    if let remedy, !remedy.isEmpty {
      lines.append(
        "  " + style.paint(words.help, .heading) + words.gap
          + DisplayWidth.visibleLines(remedy))
    }
    for frame in frames {
      let function = frame.function.map { words.inside(DisplayWidth.visible($0)) } ?? ""
      let text = "  \(words.at) \(DisplayWidth.visible(frame.file)):\(frame.line)\(function)"
      lines.append(style.paint(text, .muted))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func headline(_ style: Style) -> String {
    var text = ""
    if let place {
      let column = place.column.map { ":\($0)" } ?? ""
      text = "\(DisplayWidth.visible(place.file)):\(place.line)\(column): "
    }
    if let code { text += style.paint(code, .error) + ": " }
    return text + DisplayWidth.visibleLines(message)
  }
}
