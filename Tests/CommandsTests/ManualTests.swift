import Foundation
import Testing

@testable import Commands

/// What is written from the table of commands: `NUTGRAF_RECORD=1 swift test --filter ManualTests` writes it anew.
@Suite struct CommandManualTests {
  @Test func `nutgraf(1) explains every command and option, and no other`() throws {
    let path = "systemd/man/nutgraf.1"
    let page = try String(contentsOfFile: projectFile(path), encoding: .utf8)
    let start = try #require(page.range(of: ".\\\" commands: written from the table of commands\n"))
      .upperBound
    let stop = try #require(page.range(of: ".\\\" commands end\n")).lowerBound
    try expect(fileAt: path, toHold: page[..<start] + Self.manual + page[stop...])
  }

  @Test func `the completions know every command and option, and no other`() throws {
    try expect(fileAt: "config/completions/nutgraf.bash", toHold: Self.bash)
    try expect(fileAt: "config/completions/_nutgraf", toHold: Self.zsh)
    try expect(fileAt: "config/completions/nutgraf.fish", toHold: Self.fish)
  }

  @Test(arguments: Command.all.map(\.name))
  func `the help of a command is one screen`(name: String) throws {
    let lines = try #require(Command.named(name)).help.split(separator: "\n")
    #expect(lines.count <= 24 && lines.allSatisfy { $0.count <= 104 })
  }

  @Test func `the help of the program is one screen, and names every command`() {
    let lines = Command.overview.split(separator: "\n")
    #expect(lines.count <= 34 && lines.allSatisfy { $0.count <= 104 })
    for command in Command.all { #expect(lines.contains { $0.hasPrefix("  \(command.name) ") }) }
  }

  // MARK: - From the table

  static var manual: String {
    var text = ".Bl -tag -width Ds\n"
    for command in Command.all {
      text += ".It Cm \(command.name)"
      for option in command.options {
        text += " Oo \(escaped(option.name))\(option.value.map { " Ar \($0)" } ?? "") Oc"
      }
      let operands = command.operands.replacingOccurrences(of: "[", with: "Oo ").replacingOccurrences(
        of: "]", with: " Oc")
      text += operands.isEmpty ? "\n" : " Ar \(operands)\n"
      text += sentences("\(command.summary.prefix(1).uppercased())\(command.summary.dropFirst()).")
      if !command.details.isEmpty { text += sentences(command.details) }
      if !command.options.isEmpty {
        text += ".Bl -tag -width Ds -compact\n"
        for option in command.options {
          text += ".It Cm \(escaped(option.name))\(option.value.map { " Ar \($0)" } ?? "")\n"
          let words = option.words.map { " (\($0.joined(separator: ", ")))" } ?? ""
          text += sentences("\(option.help)\(words)")
        }
        text += ".El\n"
      }
    }
    text += ".El\n.Sh EXIT STATUS\n.Bl -tag -width Ds -compact\n"
    for (status, meaning) in Command.exitStatuses { text += ".It \(status)\n\(meaning)\n" }
    return text + ".El\n"
  }

  private static func escaped(_ text: String) -> String { text.replacingOccurrences(of: "-", with: "\\-") }

  private static func sentences(_ text: String) -> String {
    escaped(text).replacingOccurrences(of: ". ", with: ".\n").split(separator: "\n")
      .flatMap { wrapped(String($0), width: 76, indent: "") }.map { "\($0)\n" }.joined()
  }

  private static let list =
    "nutgraf list -n 200 --json 2>/dev/null | sed -n 's/.*\"file\":\"\\([^\"\\\\]*\\)\".*/\\1/p'"
  private static let failedList = list.replacingOccurrences(of: "-n 200", with: "--failed -n 200")

  static var bash: String {
    var text = """
      # Completion of nutgraf for bash; written from the table of commands.
      _nutgraf() {
          local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
          local options= operands=
          COMPREPLY=()
          if [ "$COMP_CWORD" = 1 ]; then
              mapfile -t COMPREPLY < <(compgen -W "\(Command.all.map(\.name).joined(separator: " ")) --help --version" -- "$word")
              return
          fi
          case $before in
              --root) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
              --config) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;

      """
    for option in Command.all.flatMap(\.options) {
      if let words = option.words {
        text +=
          "        \(option.name)) mapfile -t COMPREPLY < <(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\"); return ;;\n"
      }
    }
    text += "    esac\n    case $command in\n"
    for command in Command.all {
      let options = (command.options.map(\.name) + ["--help"]).joined(separator: " ")
      text += "        \(command.name)) options=\"\(options)\" operands=\(command.operand.rawValue) ;;\n"
    }
    return text + """
          esac
          if [[ $word == -* ]]; then
              mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
              return
          fi
          case $operands in
              file) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
              failed) mapfile -t COMPREPLY < <(compgen -W "$(\(failedList))" -- "$word") ;;
              settled) mapfile -t COMPREPLY < <(compgen -W "$(\(list))" -- "$word") ;;
          esac
      }
      complete -F _nutgraf nutgraf

      """
  }

  static var zsh: String {
    func quoted(_ text: String) -> String {
      text.replacingOccurrences(of: "'", with: "'\\''").replacingOccurrences(of: "[", with: "(")
        .replacingOccurrences(of: "]", with: ")").replacingOccurrences(of: ":", with: "\\:")
    }
    var text = """
      #compdef nutgraf
      # Completion of nutgraf for zsh; written from the table of commands.
      _nutgraf_settled() { local -a names; names=(${(f)"$(\(list))"}); compadd -a names }
      _nutgraf_failed() { local -a names; names=(${(f)"$(\(failedList))"}); compadd -a names }
      _nutgraf() {
          if (( CURRENT == 2 )); then
              local -a commands
              commands=(

      """
    for command in Command.all { text += "            '\(command.name):\(quoted(command.summary))'\n" }
    text +=
      "        )\n        _describe command commands\n        return\n    fi\n    local command=$words[2]\n"
    text += "    shift words\n    (( CURRENT-- ))\n    case $command in\n"
    for command in Command.all {
      var specs = command.options.map { option -> String in
        let value = option.value.map { name -> String in
          let action =
            option.words.map { "(\($0.joined(separator: " ")))" }
            ?? (name == "DIR" ? "_files -/" : name == "FILE" ? "_files" : " ")
          return ":\(name):\(action)"
        }
        return "'\(option.name)[\(quoted(option.help))]\(value ?? "")'"
      }
      specs.append("'--help[help]'")
      switch command.operand {
      case .none: break
      case .file: specs.append("'*:file:_files'")
      case .failed: specs.append("'*:name:_nutgraf_failed'")
      case .settled: specs.append("'*:name:_nutgraf_settled'")
      }
      text += "        \(command.name)) _arguments \(specs.joined(separator: " ")) ;;\n"
    }
    return text + "    esac\n}\n_nutgraf \"$@\"\n"
  }

  static var fish: String {
    func quoted(_ text: String) -> String { text.replacingOccurrences(of: "'", with: "\\'") }
    var text = """
      # Completion of nutgraf for fish; written from the table of commands.
      complete -c nutgraf -f
      complete -c nutgraf -n __fish_use_subcommand -l help -d 'help'
      complete -c nutgraf -n __fish_use_subcommand -l version -d 'the version'

      """
    for command in Command.all {
      text +=
        "complete -c nutgraf -n __fish_use_subcommand -a \(command.name) -d '\(quoted(command.summary))'\n"
      let here = "complete -c nutgraf -n '__fish_seen_subcommand_from \(command.name)'"
      for option in command.options {
        let spelt =
          option.name.hasPrefix("--") ? "-l \(option.name.dropFirst(2))" : "-s \(option.name.dropFirst())"
        let value =
          option.words.map { " -x -a '\($0.joined(separator: " "))'" }
          ?? (option.value == nil ? "" : " -r -F")
        text += "\(here) \(spelt)\(value) -d '\(quoted(option.help))'\n"
      }
      switch command.operand {
      case .none: break
      case .file: text += "\(here) -F\n"
      case .failed:
        text +=
          "\(here) -a \"(\(failedList.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")))\"\n"
      case .settled:
        text +=
          "\(here) -a \"(\(list.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")))\"\n"
      }
    }
    return text
  }
}

private func expect(fileAt path: String, toHold text: String) throws {
  let file = projectFile(path)
  if ProcessInfo.processInfo.environment["NUTGRAF_RECORD"] == "1" {
    try text.write(toFile: file, atomically: false, encoding: .utf8)
  }
  let there = try String(contentsOfFile: file, encoding: .utf8)
  #expect(
    there == text,
    "\(path) is not what the code says; NUTGRAF_RECORD=1 swift test --filter ManualTests writes it")
}

private func projectFile(_ path: String, from file: String = #filePath) -> String {
  URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent(path).path
}
