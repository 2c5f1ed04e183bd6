import Daemon
import Glibc

@main
struct Nutgraf {
  static func main() async {
    switch CommandLine.arguments.dropFirst().first {
    case "worker": exit(serveAsWorker())
    case "filter": exit(await filter(options: WorkerOptions(), jobs: 2))
    default: exit(EX_USAGE)
    }
  }
}
