import CLinux
import Glibc
import Spooling

/// What a run of the service may be told on the command line.
public struct RunOptions: Sendable {
  /// The spool's root.
  public var root: String
  /// Whether to end as soon as nothing is left to do.
  public var once: Bool
  /// The configuration file, where one is named.
  public var configurationPath: String?

  /// Options for a run.
  public init(root: String, once: Bool, configurationPath: String?) {
    self.root = root
    self.once = once
    self.configurationPath = configurationPath
  }
}

/// Lets the process have more descriptors than the customary 1,024, which are meant for select(2): a batch has a folder of
/// each of its sections open, and all its outputs.
private func allowManyDescriptors() {
  var limit = rlimit()
  guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
  limit.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, 8192))
  unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)  // as far as it may
}

/// Runs the service to its end; what keeps it from starting goes to the journal.
///
/// - Returns: The exit status: that of ``Service/run()``, 75 where another instance holds the spool or a later
///   start may succeed, 78 where the configuration or the spool cannot be used.
public func runService(_ options: RunOptions) async -> CInt {
  signal(SIGHUP, SIG_IGN)  // until the service listens
  linux_keep_some_freed_memory()
  allowManyDescriptors()
  umask(0)  // every mode is said where a file is made
  let journal = Journal()
  defer { journal.flush() }
  do {
    let configuration = try Configuration.effective(path: options.configurationPath, root: options.root)
    let service = try Service(options: options, configuration: configuration, journal: journal)
    return try await withTaskExecutorPreference(service.loop) { try await service.run() }
  } catch {
    journal.log(.failedToStart, "\(error)")
    let isTransient = (error as? SpoolError)?.isTransient ?? (error as? SystemError)?.isTransient ?? false
    return isTransient ? EX_TEMPFAIL : EX_CONFIG
  }
}
