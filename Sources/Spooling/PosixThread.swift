import CLinux
import Glibc

/// A thread that runs one closure to its end.
package struct PosixThread {
  private let thread: pthread_t

  private final class Body {
    let name: String
    let run: () -> Void

    init(name: String, _ run: @escaping () -> Void) {
      self.name = name
      self.run = run
    }
  }

  /// Starts it; `nil` where no thread can be had now.
  ///
  /// - Parameter name: For people; 15 bytes at most.
  package init?(name: String, _ run: @escaping () -> Void) {
    let body = unsafe Unmanaged.passRetained(Body(name: name, run))
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, nil,
      { context in
        // The context is the retained body, handed to this thread alone.
        if let context = unsafe context {
          let body = unsafe Unmanaged<Body>.fromOpaque(context).takeRetainedValue()
          unsafe linux_name_thread(body.name)
          body.run()
        }
        return nil
      }, body.toOpaque())
    guard code == 0 else {
      unsafe body.release()
      return nil
    }
    self.thread = thread
  }

  /// Waits for its end; to be called once.
  package func join() { pthread_join(thread, nil) }
}
