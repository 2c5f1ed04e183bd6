"""`nutgraf hook`: a program for each line of the history, at least once, in order."""
import subprocess

from articles import article
from harness import *


class Hooks(SpoolTest):
    def setUp(self):
        super().setUp()
        self.state = os.path.join(self.home, 'hook-state')
        os.mkdir(self.state)
        self.said = os.path.join(self.home, 'said')

    def program(self, text):
        path = os.path.join(self.home, 'hook')
        with open(path, 'w') as file:
            file.write(f'#!/bin/sh\n{text}\n')
        os.chmod(path, 0o755)
        return path

    def hook(self, program, *options, wait=True):
        command = [BINARY, 'hook', '--root', os.fsdecode(self.root), '--state', self.state, *options, program]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        self.addCleanup(process.stderr.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        if wait:
            self.assertEqual(process.wait(30), 0)
        return process

    def lines(self):
        return read(self.said).decode().splitlines() if os.path.exists(self.said) else []

    def test_results_and_failures_are_told_once_each_and_in_order(self):
        program = self.program(f'echo "$1 $NUTGRAF_FILE ${{NUTGRAF_OUTPUT-}}${{NUTGRAF_REASON-}} $(wc -l)" >>{self.said}')
        self.drop('before.txt', article(0))
        self.await_result('before.txt')
        self.await_idle()
        self.hook(program, '--once')
        self.assertEqual(self.lines(), [], 'what was before the first start is no news')
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        self.drop('bad', bytes(range(256)))
        self.await_failure('bad')
        self.await_idle()
        self.hook(program, '--once')
        root = os.fsdecode(self.root)
        self.assertEqual(self.lines(), [f'published a.txt {root}/outbox/a.txt.json 1', 'failed bad not-text 1'])
        self.hook(program, '--once')
        self.assertEqual(len(self.lines()), 2)
        self.finish(3)

    def test_news_come_while_it_runs(self):
        program = self.program(f'echo "$NUTGRAF_FILE" >>{self.said}')
        self.hook(program, '--once')
        self.hook(program, wait=False)
        for i in range(5):
            self.drop(f'{i}.txt', article(i))
            wait_until(lambda: self.lines()[-1:] == [f'{i}.txt'], self.lines, within=10)
        self.finish(5)

    def test_lines_that_go_to_an_older_month_once_the_clock_is_set_right(self):
        program = self.program(f'echo "$NUTGRAF_FILE" >>{self.said}')
        self.drop('before.txt', article(0))
        self.await_result('before.txt')
        self.await_idle()
        history = self.path('.state', 'history')
        month, = os.listdir(history)
        shutil.copy(os.path.join(history, month), os.path.join(history, b'2099-12.jsonl'))
        self.hook(program, '--once')
        self.assertEqual(self.lines(), [])
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        self.await_idle()
        self.hook(program, '--once')
        self.assertEqual(self.lines(), ['a.txt'])
        added = os.path.join(self.home, 'b.txt')
        with open(added, 'wb') as file:
            file.write(article(2))
        said = self.nutgraf('add', '--wait', '--patience', '20', '--root', os.fsdecode(self.root), added)
        self.assertEqual(said.returncode, 0, said)
        os.unlink(os.path.join(history, b'2099-12.jsonl'))
        self.finish(3)

    def test_the_cursor_of_an_earlier_version_goes_on(self):
        program = self.program(f'echo "$NUTGRAF_FILE" >>{self.said}')
        self.drop('a.txt', article(0))
        self.await_result('a.txt')
        self.drop('b.txt', article(1))
        self.await_result('b.txt')
        self.await_idle()
        history = self.path('.state', 'history')
        month, = os.listdir(history)
        with open(os.path.join(history, month), 'rb') as file:
            line = file.readline()
        shutil.copy(os.path.join(history, month), os.path.join(history, b'2020-01.jsonl'))
        entry = json.loads(line)
        os.makedirs(self.state, exist_ok=True)
        with open(os.path.join(self.state, 'cursor'), 'w') as file:
            json.dump({'file': os.fsdecode(month), 'offset': len(line), 'id': entry['id'], 'time': entry['time']}, file)
        self.hook(program, '--once')
        self.assertEqual(self.lines(), ['b.txt'])
        os.unlink(os.path.join(history, b'2020-01.jsonl'))
        self.finish(2)

    def test_a_hook_that_starts_before_the_service_ever_worked_misses_nothing(self):
        later = os.path.join(self.home, 'later')
        os.makedirs(os.path.join(later, 'inbox'))
        program = self.program(f'echo "$NUTGRAF_FILE" >>{self.said}')
        process = subprocess.Popen([BINARY, 'hook', '--root', later, '--state', self.state, program], stderr=subprocess.DEVNULL)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        wait_until(lambda: os.path.exists(os.path.join(self.state, 'cursor')), 'a cursor', within=10)
        with open(os.path.join(later, 'inbox', 'first.txt'), 'wb') as file:
            file.write(article(0))
        subprocess.run([BINARY, 'run', '--root', later, '--once'], check=True, stderr=subprocess.DEVNULL, timeout=60)
        wait_until(lambda: self.lines() == ['first.txt'], self.lines, within=10)
        self.assertIsNone(process.poll())

    def test_a_program_that_fails_is_run_again(self):
        program = self.program(f'echo x >>{self.said}; [ "$(wc -l <{self.said})" -ge 3 ]')
        self.hook(program, '--once')
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        self.await_idle()
        process = self.hook(program, '--once')
        self.assertEqual(len(self.lines()), 3)
        self.assertIn('it ended with 1; it is run again', process.stderr.read())
        self.finish(1)

    def test_a_program_that_hangs_is_killed_with_what_it_started(self):
        program = self.program(f'[ -e {self.said} ] && exit 0; echo $$ >{self.said}; sleep 1000 & sleep 1000')
        self.hook(program, '--once')
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        self.await_idle()
        process = self.hook(program, '--once', '--timeout', '1')
        self.assertIn('it took longer than 1s', process.stderr.read())
        group = int(self.lines()[0])
        wait_until(lambda: not self.lives(group), 'the group is gone', within=10)
        self.finish(1)

    @staticmethod
    def lives(group):
        for entry in os.listdir('/proc'):
            if entry.isdigit():
                fields = status_fields(entry)
                if fields and int(fields[2]) == group and fields[0] != 'Z':
                    return True
        return False

    def test_a_kill_loses_no_line(self):
        program = self.program(f'echo "$NUTGRAF_FILE" >>{self.said}; sleep 0.05')
        self.hook(program, '--once')
        for i in range(20):
            self.drop(f'{i}.txt', article(i))
        wait_until(lambda: len(self.history()) == 20, self.scene)
        for _ in range(8):
            process = self.hook(program, wait=False)
            time.sleep(0.12)
            process.kill()
            process.wait()
        self.hook(program, '--once')
        self.assertEqual(set(self.lines()), {f'{i}.txt' for i in range(20)})
        self.assertLessEqual(len(self.lines()), 28)
        self.finish(20)

    def test_a_damaged_cursor_is_said(self):
        with open(os.path.join(self.state, 'cursor'), 'w') as file:
            file.write('nonsense')
        process = self.hook(self.program('exit 0'), '--once', wait=False)
        self.assertEqual(process.wait(30), 75)
        self.assertIn(f'{self.state}/cursor', process.stderr.read())
