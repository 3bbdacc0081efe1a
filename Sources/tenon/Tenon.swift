// tenon: the command. One file a subcommand in Commands/, each a thin shell around the host and the store.
//
//   Tenon ──parse──▶ Commands/* ──▶ ScriptRun ──▶ ScriptHost, Store
//     │                  │
//     │                  └──▶ Streams ──▶ standard output (data), standard error (notes, ErrorReport)
//     └──▶ ExitStatus ◀── codes of errors

import ArgumentParser
import Console
import SalesScript
import Terminal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The command: parses arguments, runs one subcommand, and ends with an ``ExitStatus``.
struct Tenon: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tenon",
    abstract: "A sales kernel you can script.",
    discussion: """
      Without a subcommand it opens a console. Standard output is data, standard error the rest.

      Exit status: 0 ok, 1 script error, 2 usage, 3 data or validation, 4 store or I/O, 5 limit \
      exceeded, 130 interrupted.
      """,
    version: "tenon 0.1.0",
    subcommands: [
      ReplCommand.self, RunCommand.self, EvalCommand.self, InitCommand.self, ImportCommand.self,
      ExportCommand.self, PlanCommand.self, ApplyCommand.self, RunsCommand.self, ShowCommand.self,
      UndoCommand.self, CheckCommand.self, TestCommand.self, DoctorCommand.self, BackupCommand.self,
      ScheduleCommand.self,
      HelpCommand.self, ReferenceCommand.self,
    ],
    defaultSubcommand: ReplCommand.self)

  static func main() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)  // a write past the file-size limit is then an error like a full disk
    status(of: Array(CommandLine.arguments.dropFirst())).end()
  }

  private static func status(of arguments: [String]) -> ExitStatus {
    do {
      let words = CommandWords.expanded(CommandWords.reordered(arguments))
      try CommandWords.check(words)
      var command = try parseAsRoot(words)
      try command.run()
      return .ok
    } catch let end as CommandEnd {
      return end.status
    } catch {
      return tell(error)
    }
  }

  /// Words of the parser: help and versions that were asked for, or what is wrong with the arguments.
  private static func tell(_ error: any Error) -> ExitStatus {
    let lexicon = Lexicon(Surroundings.language)
    if let error = error as? CommandError {
      tell(ErrorReport(error, sources: [:]), lexicon)
      return ExitStatus(code: error.code)
    }
    if exitCode(for: error) == .success {
      let full = CompletionScript.repaired(help(error, lexicon))
      FileOutput.write(full.hasSuffix("\n") ? full : full + "\n", to: 1)
      return .ok
    }
    let usage = fullMessage(for: error).split(separator: "\n").drop { !$0.hasPrefix("Usage:") }
    tell(
      ErrorReport(
        code: "usage.arguments", message: message(for: error),
        remedy: usage.joined(separator: "\n")), lexicon)
    return .usage
  }

  private static func tell(_ report: ErrorReport, _ lexicon: Lexicon?) {
    let shown = lexicon?.translated(report) ?? report
    FileOutput.write(shown.render(words: Lexicon.errorWords(lexicon)), to: 2)
  }

  /// Help and versions that were asked for.
  private static func help(_ error: any Error, _ lexicon: Lexicon?) -> String {
    guard let lexicon else { return fullMessage(for: error) }
    let width = TerminalSize.of(1, environment: Surroundings.environment)?.columns
    return HelpPage(lexicon, width: width)
      .translated(fullMessage(for: error, columns: HelpPage.unbroken))
  }
}

/// The command as a process.
public enum Program {
  /// Runs what the process's arguments ask for, and ends it with the command's status.
  public static func main() { Tenon.main() }
}
