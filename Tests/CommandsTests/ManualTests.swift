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

  @Test func `the README names commands and options that there are`() throws {
    let page = try String(contentsOfFile: projectFile("README.md"), encoding: .utf8)
    var count = 0
    for line in page.split(separator: "\n") where line.hasPrefix("    ") {
      let typed = line.split(separator: "#")[0].trimmingCharacters(in: .whitespaces)
      guard typed.hasPrefix("nutgraf ") else { continue }
      // "nutgraf status | list" and "nutgraf show NAME | why NAME" stand for several.
      for part in typed.dropFirst("nutgraf ".count).split(separator: "|") {
        let words = part.split(separator: " ").map(String.init)
        let command = try #require(words.first.flatMap { Command.named($0) }, "\(typed)")
        for option in words.filter({ $0.hasPrefix("-") }) {
          #expect(command.options.contains { $0.name == option }, "\(typed)")
        }
        count += 1
      }
    }
    #expect(count > 8)
  }

  @Test func `each line of the security review has its tests, and they exist`() throws {
    let page = try String(contentsOfFile: projectFile("systemd/man/nutgraf.service.8"), encoding: .utf8)
    let start = try #require(page.range(of: ".Sh SECURITY\n")).upperBound
    let stop = try #require(page.range(of: ".Sh SEE ALSO\n")).lowerBound
    let mark = ".\\\" Tests: "
    let known = try Self.tests()
    var item: (name: Substring, tests: Int)?
    func finish() { if let item { #expect(item.tests > 0, "\(item.name) has no test") } }
    for line in page[start..<stop].split(separator: "\n") {
      if line.hasPrefix(".It ") {
        finish()
        item = (line.dropFirst(4), 0)
      } else if line.hasPrefix(mark) {
        for test in line.dropFirst(mark.count).split(separator: ";") {
          let name = test.trimmingCharacters(in: .whitespaces)
          #expect(known.contains(name), "\(item?.name ?? ""): there is no test \(name)")
          item?.tests += 1
        }
      } else if line == ".El" {
        finish()
        item = nil
      }
    }
  }

  /// The tests and proofs in Python by their functions, those under systemd by what they say.
  private static func tests() throws -> Set<String> {
    var names: Set<String> = []
    for folder in ["EndToEnd", "Proof", "System"] {
      for file in try FileManager.default.contentsOfDirectory(atPath: projectFile("Tests/\(folder)")) {
        guard let text = try? String(contentsOfFile: projectFile("Tests/\(folder)/\(file)"), encoding: .utf8)
        else { continue }
        for line in text.split(separator: "\n") {
          let line = line.trimmingCharacters(in: .whitespaces)
          if line.hasPrefix("def test_") || line.hasPrefix("def proof_") {
            names.insert(String(line.dropFirst(4).prefix { $0 != "(" }))
          } else if line.hasPrefix("check \"") {
            names.insert(String(line.dropFirst(7).prefix { $0 != "\"" }))
          }
        }
      }
    }
    return names
  }

  // MARK: - From the table

  static var manual: String {
    var text = ".Bl -tag -width Ds\n"
    for command in Command.all {
      text += ".It Cm \(command.name)"
      for option in command.options {
        text += " Oo \(escaped(option.name))\(option.value.map { " Ar \($0)" } ?? "") Oc"
      }
      let operands = command.operands
      if operands.hasPrefix("[") {
        text += " Oo Ar \(operands.dropFirst().dropLast()) Oc\n"
      } else {
        text += operands.isEmpty ? "\n" : " Ar \(operands)\n"
      }
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

  /// Prints the names that a list in JSON holds; such that a shell would have to be told in another way are left out.
  private static let names = #"sed -n 's/.*"file":"\([^"\\]*\)".*/\1/p'"#

  static var bash: String {
    var text = #"""
      # Completion of nutgraf for bash; written from the table of commands.
      # _nutgraf_names OPTION...: the files that a list knows of, in the spool that the line names.
      _nutgraf_names() {
          local i name where=() names=() word=${COMP_WORDS[COMP_CWORD]//\\/}
          for ((i = 2; i < COMP_CWORD; i++)); do
              case ${COMP_WORDS[i]} in
                  --root | --instance | --config)
                      name=${COMP_WORDS[i]}
                      [ "${COMP_WORDS[i+1]}" != = ] || i=$((i + 1))
                      where+=("$name" "${COMP_WORDS[i+1]}") ;;
              esac
          done
          mapfile -t names < <(nutgraf list -n 200 "$@" "${where[@]}" --json 2>/dev/null | NAMES)
          for name in "${names[@]}"; do
              [[ $name != "$word"* ]] || COMPREPLY+=("$name")
          done
          compopt -o filenames 2>/dev/null
      }
      _nutgraf() {
          local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
          local options='' operands=''
          COMPREPLY=()
          if [ "$COMP_CWORD" = 1 ]; then
              mapfile -t COMPREPLY < <(compgen -W "COMMANDS --help --version" -- "$word")
              return
          fi
          if [ "$word" = = ]; then word=''; elif [ "$before" = = ]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi
          case $before in

      """#
      .replacingOccurrences(of: "NAMES", with: names)
      .replacingOccurrences(of: "COMMANDS", with: Command.all.map(\.name).joined(separator: " "))
    for (value, action) in [
      ("DIR", "-d"), ("FILE", "-f"),
      (
        "INSTANCE",
        "-W \"$(cd /var/spool && printf '%s\\n' nutgraf@* | sed -n 's/nutgraf@\\([^*]\\)/\\1/p')\""
      ),
    ] {
      let options = Set(Command.all.flatMap(\.options).filter { kind(of: $0) == value }.map(\.name)).sorted()
      let reply = "mapfile -t COMPREPLY < <(compgen \(action) -- \"$word\")"
      let quoting = value == "INSTANCE" ? "" : "compopt -o filenames 2>/dev/null; "
      text += "        \(options.joined(separator: " | "))) \(quoting)\(reply); return ;;\n"
    }
    for option in Command.all.flatMap(\.options) {
      if let words = option.words {
        text +=
          "        \(option.name)) mapfile -t COMPREPLY < <(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\"); return ;;\n"
      }
    }
    let others = Set(
      Command.all.flatMap(\.options).filter { $0.value != nil && $0.words == nil && kind(of: $0) == "" }.map(
        \.name)
    ).sorted()
    text += "        \(others.joined(separator: " | "))) return ;;\n"
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
              file) compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
              failed) _nutgraf_names --failed ;;
              settled) _nutgraf_names ;;
          esac
      }
      complete -F _nutgraf nutgraf

      """
  }

  /// What an option's value names: a folder, a file, an instance of the unit, or anything else.
  private static func kind(of option: Command.Option) -> String {
    if option.name == "--instance" { return "INSTANCE" }
    // A section is a folder of the inbox, not of where the shell is.
    return option.name != "--section" && ["DIR", "FILE"].contains(option.value) ? option.value ?? "" : ""
  }

  static var zsh: String {
    func quoted(_ text: String) -> String {
      text.replacingOccurrences(of: "'", with: "'\\''").replacingOccurrences(of: "[", with: "(")
        .replacingOccurrences(of: "]", with: ")").replacingOccurrences(of: ":", with: "\\:")
    }
    var text = #"""
      #compdef nutgraf
      # Completion of nutgraf for zsh; written from the table of commands.
      # _nutgraf_names OPTION...: the files that a list knows of, in the spool that the line names.
      _nutgraf_names() {
          local i
          local -a where names
          for ((i = 2; i < CURRENT; i++)); do
              case $words[i] in
                  --root | --instance | --config) where+=("$words[i]" "$words[i+1]") ;;
                  --root=* | --instance=* | --config=*) where+=("$words[i]") ;;
              esac
          done
          names=(${(f)"$(nutgraf list -n 200 "$@" "${(@Q)where}" --json 2>/dev/null | NAMES)"})
          compadd -a names
      }
      _nutgraf_settled() { _nutgraf_names }
      _nutgraf_failed() { _nutgraf_names --failed }
      _nutgraf_instances() { local -a names; names=(/var/spool/nutgraf@*(N:t:s/nutgraf@/)); compadd -a names }
      _nutgraf() {
          if (( CURRENT == 2 )); then
              local -a commands
              commands=(

      """#
      .replacingOccurrences(of: "NAMES", with: names)
    for command in Command.all { text += "            '\(command.name):\(quoted(command.summary))'\n" }
    text +=
      "        )\n        _describe command commands\n        return\n    fi\n    local command=$words[2]\n"
    text += "    shift words\n    (( CURRENT-- ))\n    case $command in\n"
    for command in Command.all {
      var specs = command.options.map { option -> String in
        let value = option.value.map { name -> String in
          let actions = ["DIR": "_files -/", "FILE": "_files", "INSTANCE": "_nutgraf_instances"]
          let action =
            option.words.map { "(\($0.joined(separator: " ")))" } ?? actions[kind(of: option)] ?? " "
          return ":\(name):\(action)"
        }
        let name = option.name.hasPrefix("--") && value != nil ? "\(option.name)=" : option.name
        return "'\(name)[\(quoted(option.help))]\(value ?? "")'"
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
    var text = #"""
      # Completion of nutgraf for fish; written from the table of commands.
      # __nutgraf_names OPTION...: the files that a list knows of, in the spool that the line names.
      function __nutgraf_names
          set -l where
          set -l words (commandline -opc)
          for i in (seq (count $words))
              switch $words[$i]
                  case --root --instance --config
                      set -a where $words[$i] $words[(math $i + 1)]
                  case '--root=*' '--instance=*' '--config=*'
                      set -a where $words[$i]
              end
          end
          nutgraf list -n 200 $argv $where --json 2>/dev/null | NAMES
      end
      function __nutgraf_instances
          for spool in /var/spool/nutgraf@*
              string replace -r '.*/nutgraf@' '' $spool
          end
      end
      complete -c nutgraf -f
      complete -c nutgraf -n __fish_use_subcommand -l help -d 'help'
      complete -c nutgraf -n __fish_use_subcommand -l version -d 'the version'

      """#
      .replacingOccurrences(of: "NAMES", with: names)
    for command in Command.all {
      text +=
        "complete -c nutgraf -n __fish_use_subcommand -a \(command.name) -d '\(quoted(command.summary))'\n"
      let here = "complete -c nutgraf -n '__fish_seen_subcommand_from \(command.name)'"
      for option in command.options {
        let spelt =
          option.name.hasPrefix("--") ? "-l \(option.name.dropFirst(2))" : "-s \(option.name.dropFirst())"
        let kinds = [
          "DIR": " -x -a '(__fish_complete_directories)'", "FILE": " -r -F",
          "INSTANCE": " -x -a '(__nutgraf_instances)'",
        ]
        let value =
          option.words.map { " -x -a '\($0.joined(separator: " "))'" }
          ?? (option.value == nil ? "" : kinds[kind(of: option)] ?? " -x")
        text += "\(here) \(spelt)\(value) -d '\(quoted(option.help))'\n"
      }
      switch command.operand {
      case .none: break
      case .file: text += "\(here) -F\n"
      case .failed: text += "\(here) -a '(__nutgraf_names --failed)'\n"
      case .settled: text += "\(here) -a '(__nutgraf_names)'\n"
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
