import Daemon

@main
struct Nutgraf {
  static func main() {
    print("nutgraf")
  }
}
