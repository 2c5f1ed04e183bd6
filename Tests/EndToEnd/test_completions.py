"""The completions as the shells themselves use them: typed, and completed by a tab."""
import os
import pty
import re
import select
import shutil
import subprocess
import time
import unittest

from articles import article
from harness import *

COMPLETIONS = PROJECT / 'config/completions'


class Completions(SpoolTest):
    def setUp(self):
        super().setUp()
        binaries = os.path.join(self.home, 'bin')
        os.mkdir(binaries)
        os.symlink(BINARY, os.path.join(binaries, 'nutgraf'))
        self.environment = {'PATH': f'{binaries}:/usr/bin:/bin', 'HOME': self.home, 'TERM': 'dumb', 'LC_ALL': 'C.UTF-8'}
        for name in ('harbour plan.txt', 'unlike.txt'):
            self.drop(name, article(1))
        self.drop('broken.bin', b'\0\1')
        self.await_failure('broken.bin')
        self.await_idle()
        self.spool = f'--root {os.fsdecode(self.root)}'
        #             what is typed before the tab, and the line that it becomes
        self.cases = [('nutgraf sta', 'nutgraf status'), ('nutgraf list --fai', 'nutgraf list --failed'),
                      ('nutgraf summarize --format mark', 'nutgraf summarize --format markdown'),
                      (f'nutgraf show {self.spool} unl', f'nutgraf show {self.spool} unlike.txt'),
                      (f'nutgraf why {self.spool} har', f'nutgraf why {self.spool} harbour plan.txt'),
                      (f'nutgraf retry {self.spool} bro', f'nutgraf retry {self.spool} broken.bin'),
                      (f'nutgraf retry {self.spool} unl', f'nutgraf retry {self.spool} unl'),
                      ('nutgraf redo --root /nonexist', 'nutgraf redo --root /nonexist'),
                      ('nutgraf check-config --con', 'nutgraf check-config --config')]

    def needs(self, shell):
        if not shutil.which(shell):
            self.skipTest(f'{shell} is not installed')

    def type(self, command, setup):
        """Types each case into an interactive shell; the line that it has become is echoed back."""
        control, terminal = pty.openpty()
        shell = subprocess.Popen(command, stdin=terminal, stdout=terminal, stderr=terminal, env=self.environment,
                                 cwd=self.home, start_new_session=True)
        os.close(terminal)
        self.addCleanup(os.close, control)
        self.addCleanup(shell.wait)
        self.addCleanup(shell.kill)
        seen = ''

        def until(mark):
            nonlocal seen
            end = time.monotonic() + PATIENCE
            while not (found := re.search(mark, seen)):
                self.assertLess(time.monotonic(), end, f'{mark!r} does not come: {seen!r}')
                if select.select([control], [], [], 0.2)[0]:
                    seen += os.read(control, 65536).decode(errors='replace')
            seen = seen[found.end():]
            return found

        os.write(control, f'{setup}; echo rea""dy\n'.encode())
        until('ready')
        for number, (typed, wanted) in enumerate(self.cases):
            os.write(control, typed.encode() + b'\t')
            time.sleep(0.3)
            # Ctrl-A, what makes an echo of the line, Ctrl-E, and its end.
            os.write(control, b'\x01' + f'echo lin""e {number}: '.encode() + b'\x05\n')
            line = until(rf'line {number}: ([^\r\n]*)').group(1)
            self.assertEqual(line.strip(), wanted, f'{command[0]}: {typed}')

    def test_bash(self):
        self.needs('bash')
        self.type(['bash', '--norc', '--noprofile', '-i'], f'PS1="> "; . {COMPLETIONS}/nutgraf.bash')

    def test_zsh(self):
        self.needs('zsh')
        self.type(['zsh', '-f', '-i'], f'PS1="> "; unsetopt zle_bracketed_paste; bindkey -e; fpath=({COMPLETIONS} $fpath); autoload -U compinit && compinit -D -u')

    def test_fish(self):
        self.needs('fish')
        for typed, wanted in self.cases:
            said = subprocess.run(['fish', '--no-config', '-c', f'source {COMPLETIONS}/nutgraf.fish; complete -C "$argv"', typed],
                                  env=self.environment, capture_output=True, text=True, cwd=self.home, timeout=PATIENCE)
            self.assertEqual(said.stderr, '', typed)
            offered = [line.split('\t')[0].replace('\\ ', ' ') for line in said.stdout.splitlines()]
            head = typed.rpartition(' ')[0]
            self.assertEqual(offered, [wanted[len(head) + 1:]] if wanted != typed else [], typed)
