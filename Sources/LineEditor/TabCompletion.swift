/// Tab: readline asks, the evaluator answers.
#if Readline
  import CReadline
  import Console
  import Terminal

  enum TabCompletion {
    nonisolated(unsafe) private static var offered: [Completion] = []

    static func install() {
      rlx_set_completion(
        { TabCompletion.complete($0, $1, $2) }, { TabCompletion.display($0, $1, $2) })
    }

    /// An array that readline frees: the common beginning first, then each candidate, then nil.
    private static func complete(
      _ word: UnsafePointer<CChar>?, _ start: Int32, _ end: Int32
    ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
      rlx_completion_is_ours()
      offered = EditingSession.request.candidates(String(cString: rlx_line()), Int(end))
      guard let first = offered.first else { return nil }
      var texts = [CompletionWord.commonPrefix(offered.map(\.text))]
      if offered.count > 1 { texts += offered.map(\.text) } else { texts = [first.text] }
      guard let block = calloc(texts.count + 1, MemoryLayout<UnsafeMutablePointer<CChar>?>.stride)
      else { return nil }
      let matches = block.bindMemory(
        to: UnsafeMutablePointer<CChar>?.self, capacity: texts.count + 1)
      for (index, text) in texts.enumerated() { matches[index] = strdup(text) }
      return matches
    }

    /// The candidates: with their notes a line each, without them in readline's columns.
    private static func display(
      _ matches: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, _ count: Int32,
      _ longest: Int32
    ) {
      guard offered.contains(where: { $0.note != nil }) else {
        rl_display_match_list(matches, count, longest)
        rl_forced_update_display()
        return
      }
      FileOutput.write("\n" + lines(offered), to: 1)
      rl_on_new_line()
      rl_forced_update_display()
    }

    private static func lines(_ offered: [Completion]) -> String {
      let size = TerminalSize.of(1) ?? .standard
      let measure = DisplayWidth()
      let shown = offered.prefix(max(1, size.rows - 3))
      let widest = min(shown.map { measure.of($0.text) }.max() ?? 0, size.columns / 2)
      var text = ""
      for candidate in shown {
        let line = measure.padded(candidate.text, to: widest) + "  " + (candidate.note ?? "")
        text += measure.truncated(DisplayWidth.visible(line), to: size.columns - 1) + "\n"
      }
      let rest = offered.count - shown.count
      return rest > 0 ? text + "… \(rest) more\n" : text
    }
  }
#endif
