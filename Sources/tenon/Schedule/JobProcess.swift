/// A job's own process: limits, crashes and output stay in it.
import Foundation
import SalesKernel

/// This program once more, in a process group of its own, with both of its streams in one pipe.
struct JobProcess {
  /// How the process ended.
  struct End {
    /// Nil where a signal ended it.
    var exitCode: Int32?
    var signal: Int32?
    /// Whether it was killed at the end of its time.
    var isOverTime = false
    var output = ""
  }

  let arguments: [String]
  /// Seconds until it is killed.
  let seconds: Double
  let outputLimit: Int

  /// Runs it to its end. The first stop signal lets it go on, the second interrupts it.
  ///
  /// - Parameters:
  ///   - lock: What the process keeps as long as it lives.
  ///   - echo: Gets what it prints as it comes.
  /// - Throws: `job.start`.
  func run(
    holding lock: JobLock, _ signals: StopSignals, echo: ([UInt8]) -> Void = { _ in }
  ) throws -> End {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw JobProcess.failed(errno) }
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    defer { close(ends[0]) }
    let child: pid_t
    do {
      defer { close(ends[1]) }
      child = try start(output: ends[1], lock: lock.descriptor)
    }
    return attend(child, ends[0], signals, echo)
  }

  private func start(output: Int32, lock: Int32) throws -> pid_t {
    #if canImport(Darwin)
      var (actions, attributes): (posix_spawn_file_actions_t?, posix_spawnattr_t?) = (nil, nil)
    #else
      var (actions, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, output, 2)
    // To itself: it stays open behind exec.
    posix_spawn_file_actions_adddup2(&actions, lock, lock)
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for number in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&defaults, number) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGDEF))
    let program = JobProcess.program
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var child: pid_t = 0
    let result = posix_spawn(&child, program, &actions, &attributes, words, environ)
    guard result == 0 else { throw JobProcess.failed(result) }
    return child
  }

  /// Reads what it prints until it has ended.
  private func attend(
    _ child: pid_t, _ output: Int32, _ signals: StopSignals, _ echo: ([UInt8]) -> Void
  ) -> End {
    var (end, text) = (End(), ClippedText(limit: outputLimit))
    let deadline = ContinuousClock.now + .milliseconds(Int64(seconds * 1000))
    var (isOpen, interrupts, status) = (true, 0, Int32(0))
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var entries = [
        pollfd(fd: isOpen ? output : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      // Whoever the job started may keep the pipe; its own end counts.
      let left = max(0, (deadline - .now) / .milliseconds(1))
      _ = poll(&entries, 2, Int32(min(left, isOpen ? 200 : 20)))
      if entries[1].revents != 0 { signals.drain() }
      if entries[0].revents != 0 {
        let count = read(output, &bytes, bytes.count)
        if count > 0 {
          text.append(bytes[..<count])
          echo(Array(bytes[..<count]))
          if ContinuousClock.now < deadline { continue }
        } else if count == 0 || errno != EINTR {
          isOpen = false
        }
      }
      if waitpid(child, &status, WNOHANG) == child { break }
      if signals.stops > 1 + interrupts {
        interrupts = signals.stops
        kill(-child, SIGINT)
      }
      if ContinuousClock.now >= deadline {
        end.isOverTime = true
        kill(-child, SIGKILL)
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        break
      }
    }
    JobProcess.drain(output, into: &text, &bytes, echo)
    end.output = text.text
    // The low seven bits are the signal, the next eight the exit code.
    if status & 0x7F == 0 {
      end.exitCode = (status >> 8) & 0xFF
    } else {
      end.signal = status & 0x7F
    }
    return end
  }

  /// What is still in the pipe.
  private static func drain(
    _ output: Int32, into text: inout ClippedText, _ bytes: inout [UInt8],
    _ echo: ([UInt8]) -> Void
  ) {
    _ = fcntl(output, F_SETFL, O_NONBLOCK)
    while true {
      let count = read(output, &bytes, bytes.count)
      if count <= 0 { return }
      text.append(bytes[..<count])
      echo(Array(bytes[..<count]))
    }
  }

  /// The path of this program.
  private static var program: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? Bundle.main.executablePath ?? CommandLine.arguments[0]
  }

  private static func failed(_ code: Int32) -> CommandError {
    CommandError(
      "job.start", "the job's process could not be started: \(String(cString: strerror(code)))",
      remedy: "free memory or processes; what was due is tried again")
  }
}
