import CTenon
import Foundation
import Tenon

/// Why the latest call of each thread failed; gone with the thread.
enum LastError {
  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { pointer in
      let pointer: UnsafeMutableRawPointer? = pointer
      if let pointer { Unmanaged<Texts>.fromOpaque(pointer).release() }
    }
    return key
  }()

  static var current: UnsafePointer<tenon_error>? {
    guard let pointer = pthread_getspecific(key) else { return nil }
    return UnsafePointer(Unmanaged<Texts>.fromOpaque(pointer).takeUnretainedValue().error)
  }

  static func clear() { replace(nil) }

  static func note(_ failure: ScriptFailure) { replace(Texts(failure)) }

  private static func replace(_ texts: Texts?) {
    let former = pthread_getspecific(key)
    pthread_setspecific(key, texts.map { UnsafeRawPointer(Unmanaged.passRetained($0).toOpaque()) })
    if let former { Unmanaged<Texts>.fromOpaque(former).release() }
  }

  /// The texts of an error for as long as C may read them.
  private final class Texts {
    let error = UnsafeMutablePointer<tenon_error>.allocate(capacity: 1)
    private let copies: [UnsafeMutablePointer<CChar>?]

    init(_ failure: ScriptFailure) {
      let words: [String] = [
        failure.code, failure.message, failure.remedy, failure.chunk ?? "", failure.traceback,
      ]
      copies = words.map { strdup($0) }
      let texts = copies.map { UnsafePointer($0) ?? VersionText.empty }
      error.initialize(
        to: tenon_error(
          code: texts[0], message: texts[1], remedy: texts[2], chunk: texts[3],
          traceback: texts[4], line: Int32(clamping: failure.line ?? 0)))
    }

    deinit {
      for copy in copies { free(copy) }
      error.deallocate()
    }
  }
}

/// Texts that stay.
enum VersionText {
  nonisolated(unsafe) static let bytes = constant("0.1.0")
  nonisolated(unsafe) static let empty = constant("")

  private static func constant(_ text: StaticString) -> UnsafePointer<CChar> {
    UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
  }
}
