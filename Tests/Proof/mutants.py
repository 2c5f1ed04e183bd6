"""Services that are broken on purpose, which the proofs must find out: what never catches anything proves nothing.

They are one build of the sources with a few lines replaced; NUTGRAF_MUTANT says which of them it is in a run. The
missing fsyncs are in power.py, since they need no build. A line that is no longer there is an error: say here what
has become of it.
"""
import os
import shutil
import subprocess

import scenarios
from interception import BUILD, PROJECT, Unavailable
from kill import Verdicts, kill_everywhere

COMMIT = 'Sources/Spooling/Commit.swift'
MUTANTS = {
    'no-marker': 'the decision is not written into the claim\'s name',
    'publish-first': 'outputs are published before the decision is written',
    'in-place': 'outputs are written where consumers see them',
    'retire-first': 'originals are retired before their outputs are out',
}
REPLACED = [
    (COMMIT, """    let claimed = decision.claim.workName(.claimed)
    try work.move(claimed, to: work""", """    if Mutant.isOn("no-marker") { return }
    let claimed = decision.claim.workName(.claimed)
    try work.move(claimed, to: work"""),
    (COMMIT, """    let name = claim.workName(decision.mark)
    if let before""", """    let name = claim.workName(Mutant.isOn("no-marker") ? .claimed : decision.mark)
    if let before"""),
    (COMMIT, """    var names: Set<[UInt8]> = []
    batch.forEach""", """    var names: Set<[UInt8]> = []
    if Mutant.isOn("publish-first") {
      batch.forEach { decision, folders throws(SystemError) in try publish(&decision, in: &folders) }
    }
    batch.forEach"""),
    (COMMIT, """    // Folders first: where one is made, its parent is synced, which must vouch for no output that comes after.
    batch.forEach { decision, folders throws(SystemError) in try openDestination(of: decision, in: &folders) }
    batch.forEach { decision, folders throws(SystemError) in try publish(&decision, in: &folders) }
""", """    if Mutant.isOn("retire-first") {
      batch.forEach { decision, folders throws(SystemError) in try retire(&decision, in: &folders) }
    }
    batch.forEach { decision, folders throws(SystemError) in try openDestination(of: decision, in: &folders) }
    if !Mutant.isOn("publish-first") {
      batch.forEach { decision, folders throws(SystemError) in try publish(&decision, in: &folders) }
    }
"""),
    (COMMIT, """    batch.forEach { decision, folders throws(SystemError) in try retire(&decision, in: &folders) }
  }""", """    if !Mutant.isOn("retire-first") {
      batch.forEach { decision, folders throws(SystemError) in try retire(&decision, in: &folders) }
    }
  }"""),
    (COMMIT, """        } else {
          try tmp.move(staged, to: folder, as: decision.outputName(ending))
""", """        } else if Mutant.isOn("in-place"), let bytes = try tmp.contents(of: staged) {
          let file = try folder.create(decision.outputName(ending), mode: 0o640)
          try file.write(Array(bytes.prefix(bytes.count / 2)))
          try file.write(Array(bytes.dropFirst(bytes.count / 2)))
          try tmp.remove(staged)
        } else {
          try tmp.move(staged, to: folder, as: decision.outputName(ending))
"""),
    (COMMIT, None, """
enum Mutant {
  private static let name = unsafe getenv("NUTGRAF_MUTANT").map { unsafe String(cString: $0) }
  static func isOn(_ mutant: String) -> Bool { name == mutant }
}
"""),
]


def build():
    """The path of the binary of all mutants."""
    home = BUILD / 'mutants'
    shutil.rmtree(home / 'Sources', ignore_errors=True)
    home.mkdir(parents=True, exist_ok=True)
    shutil.copytree(PROJECT / 'Sources', home / 'Sources')
    shutil.copy2(PROJECT / 'Package.swift', home / 'Package.swift')
    if not (home / 'Tests').exists():
        os.symlink(PROJECT / 'Tests', home / 'Tests')
    for name, old, new in REPLACED:
        path = home / name
        text = path.read_text()
        if old is not None and text.count(old) != 1:
            raise AssertionError(f'{name} has changed, so that a mutant of mutants.py no longer fits:\n{old}')
        path.write_text(text + new if old is None else text.replace(old, new))
    done = subprocess.run(['swift', 'build', '-c', 'release', '--static-swift-stdlib', '--product', 'nutgraf',
                           '--package-path', str(home)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        raise AssertionError(f'the mutants do not build: {done.stdout[-3000:]}')
    return str(home / '.build/release/nutgraf')


def proof_mutants_are_caught(report, is_long):
    """The kills at every call find each service that is broken on purpose"""
    if not is_long:
        raise Unavailable('a build of its own, in the long set')
    binary = build()
    for mutant, what in MUTANTS.items():
        os.environ['NUTGRAF_MUTANT'] = mutant
        try:
            verdicts = Verdicts()
            kill_everywhere([scenarios.Plain()], disk_calls, verdicts, binary=binary)
        finally:
            del os.environ['NUTGRAF_MUTANT']
        if not verdicts.wrong:
            raise AssertionError(f'{mutant} ({what}) was not caught in {verdicts.counts["good"]} kills')
        report(f'{mutant}: caught in {verdicts.counts["bad"]} of {sum(verdicts.counts.values())} kills')


def disk_calls(points):
    """The calls by which files change their place or their bytes."""
    return [point for point in points if point[0].startswith(('rename', 'write .', 'write out', 'unlink', 'fsync'))]
