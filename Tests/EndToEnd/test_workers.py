"""The processes that parse: what they may, how they end, and what their death costs."""
import threading

from articles import article, large_article
from harness import *

# What keeps a worker busy for some seconds, and is done before its deadline.
BUSY_SIZE = 500_000 if IS_SANITIZED else 8_000_000


class Workers(SpoolTest):
    conf = '[Workers]\nWorkers=2\nIdle=1s\n'

    def a_worker(self):
        return wait_until(lambda: self.daemon.workers(), 'a worker', every=0.002)[0]

    @of_the_release
    def test_worker_has_nothing_but_its_pipes_and_limits(self):
        self.drop('big.txt', large_article(1, 4_000_000))
        pid = self.a_worker()
        wait_until(lambda: int(limit(pid, 'Max address space')[0].replace('unlimited', '0')), 'the limit')
        self.assertEqual(sorted(os.listdir(f'/proc/{pid}/fd')), ['0', '1', '2'])
        for file in '012':
            self.assertTrue(os.readlink(f'/proc/{pid}/fd/{file}').startswith('pipe:'))
        self.assertEqual(limit(pid, 'Max address space'), [str(1 << 30)] * 2)
        self.assertEqual(limit(pid, 'Max core file size'), ['0', '0'])
        with open(f'/proc/{pid}/oom_score_adj') as file:
            self.assertEqual(file.read(), '1000\n', 'what goes first where memory runs out')
        with open(f'/proc/{pid}/environ', 'rb') as file:
            self.assertEqual(file.read(), b'LC_ALL=C.UTF-8\0')
        self.await_result('big.txt')
        self.finish(1)

    @of_the_release
    def test_large_page_is_in_no_memory_but_its_worker_s(self):
        self.drop('small.txt', article(1))
        self.await_result('small.txt')
        before = self.daemon.memory('VmHWM')
        page = b'<html><body><article><p>' + b'<b>x</b> ' * 1_200_000 + b'</article></body></html>'
        self.drop('large.html', page)
        wait_until(lambda: any(bytes_read(pid) >= len(page) for pid in self.daemon.workers()), 'a worker has the whole page',
                   every=0.002)
        grown = self.daemon.memory('VmHWM') - before
        self.note(f'the service took {grown:.1f} MB for a page of {len(page) / 1e6:.1f} MB')
        self.assertLess(grown, 3)
        self.await_idle()
        self.assertEqual(self.history()[-1]['sha256'], sha256(page))
        self.finish(2)

    def test_workers_end_when_idle(self):
        for i in range(20):
            self.drop(f'{i}.txt', article(i))
        for i in range(20):
            self.await_result(f'{i}.txt')
        self.assertLessEqual(len(self.daemon.workers()), 2)
        wait_until(lambda: not self.daemon.workers(), 'the workers end', within=10)
        self.note(f'the idle service has {self.daemon.memory():.1f} MB resident')
        if not IS_SANITIZED:
            self.assertLess(self.daemon.memory(), 40)
        self.drop('again.txt', article(99))
        self.await_result('again.txt')
        self.finish(21)

    @of_the_release
    def test_killed_worker_costs_an_attempt_only(self):
        self.drop('big.txt', large_article(1, 4_000_000))
        self.kill_when_busy(1)
        self.await_result('big.txt')
        self.assertIn('A worker died of big.txt, attempt 1 of 3: it was ended by signal 9', self.daemon.log)
        self.finish(1)

    def test_three_kills_are_the_end(self):
        self.drop('big.txt', large_article(1, 4_000_000))
        self.kill_when_busy(3)
        record = self.await_failure('big.txt', 'worker-died')
        self.assertEqual(record['attempts'], 3)
        self.drop('small.txt', article(2))
        self.await_result('small.txt')
        self.finish(2)

    def test_no_fourth_worker_is_spent_where_the_rejection_fails(self):
        self.start_as_nobody()
        os.chmod(self.path('.state', 'tmp'), 0o500)
        self.drop('big.txt', large_article(1, 4_000_000))
        self.kill_when_busy(3)
        wait_until(lambda: 'No files are taken' in self.daemon.log, lambda: self.daemon.log)
        os.chmod(self.path('.state', 'tmp'), 0o750)
        self.assertEqual(self.await_failure('big.txt', 'worker-died')['attempts'], 3)
        self.finish(1)

    def test_attempts_survive_a_restart(self):
        self.drop('big.txt', large_article(1, 15_000_000))
        self.kill_when_busy(2)
        wait_until(lambda: 'attempt 2 of 3' in self.daemon.log, 'the second attempt is counted')
        self.daemon.stop()
        self.start()
        self.kill_when_busy(1)
        self.await_failure('big.txt', 'worker-died')
        self.finish(1)

    def kill_when_busy(self, times):
        seen = set()
        for _ in range(times):
            def busy():
                return [pid for pid in self.daemon.workers() if pid not in seen and bytes_read(pid) > 1_000_000]
            pid = wait_until(busy, lambda: f'a busy worker; {self.scene()}', every=0.002)[0]
            seen.add(pid)
            os.kill(pid, signal.SIGKILL)

    def test_storm_of_kills(self):
        """Workers die all the time; every file is settled all the same."""
        for i in range(150):
            self.drop(f'{i}.txt', article(i, 40))
        ends = threading.Event()

        def kill():
            while not ends.is_set():
                for pid in self.daemon.workers():
                    try:
                        os.kill(pid, signal.SIGKILL)
                    except ProcessLookupError:
                        pass
                ends.wait(1 if IS_SANITIZED else 0.05)  # longer than a worker takes to start

        killer = threading.Thread(target=kill)
        killer.start()
        try:
            wait_until(lambda: len(self.history()) >= 100, lambda: self.scene())
        finally:
            ends.set()
            killer.join()
        entries = self.finish(150)
        self.note(f'{sum(entry["state"] == "failed" for entry in entries)} of 150 failed')
        self.assertEqual({entry.get('reason') for entry in entries} - {None, 'worker-died'}, set())

    def test_stopping_does_not_cost_an_attempt(self):
        self.drop('big.txt', large_article(1, BUSY_SIZE))
        self.a_worker()
        for _ in range(4):
            self.daemon.stop()
            self.start()
            self.a_worker()
        self.await_result('big.txt')
        self.finish(1)

    def test_reload_while_a_worker_is_busy(self):
        self.drop('big.txt', large_article(1, BUSY_SIZE))
        self.a_worker()
        with open(self.config_path, 'w') as file:
            file.write('[Summary]\nSentences=1\n[Workers]\nWorkers=2\n')
        self.daemon.signal(signal.SIGHUP)
        self.await_result('big.txt')
        self.assertNotIn('died', self.daemon.log)
        self.drop('next.txt', article(1))
        self.assertEqual(len(self.await_result('next.txt')['nutgraf']['summary']), 1)
        self.finish(2)

    def test_worker_command_by_itself_ends_with_its_input(self):
        self.assertEqual(self.nutgraf('worker', timeout=10).returncode, 0)
        self.assertNotEqual(self.nutgraf('worker', input=b'\xff' * 100, timeout=10).returncode, None)
        self.assertEqual(self.nutgraf('worker', input=b'\1\0\0\0\x09', timeout=10).returncode, 65)


class One(SpoolTest):
    conf = '[Workers]\nWorkers=1\nIdle=60s\n'

    def kill_with_in_hand(self, count):
        """Ends the worker while it has so many files; its process id."""
        self.drop('first.txt', article(0))
        self.await_result('first.txt')
        pid = self.daemon.workers()[0]
        os.kill(pid, signal.SIGSTOP)
        for i in range(count):
            self.drop(f'{i}.txt', article(i + 1))
        wait_until(lambda: len(os.listdir(self.path('.state', 'work'))) == count, 'the claims')
        os.kill(pid, signal.SIGKILL)
        return pid

    def test_death_with_several_in_hand_is_nobody_s_fault(self):
        self.kill_with_in_hand(6)
        for i in range(6):
            self.await_result(f'{i}.txt')
        self.assertNotIn('died', self.daemon.log)
        self.finish(7)

    def test_death_of_one_among_several_is_found_out(self):
        pid = self.kill_with_in_hand(3)
        # What is tried alone by the next one costs an attempt.
        def next_worker():
            return [other for other in self.daemon.workers() if other != pid]
        os.kill(wait_until(next_worker, 'the next worker', every=0.0005)[0], signal.SIGKILL)
        for i in range(3):
            self.await_result(f'{i}.txt')
        self.assertLessEqual(self.daemon.log.count('attempt 1 of 3'), 1)
        self.assertNotIn('attempt 2 of 3', self.daemon.log)
        self.finish(4)


@of_the_release
class Deadline(SpoolTest):
    conf = '[Workers]\nWorkers=1\nDeadline=1s\n'

    @takes(6)
    def test_worker_that_takes_too_long(self):
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        pid = self.daemon.workers()[0]
        os.kill(pid, signal.SIGSTOP)
        self.drop('b.txt', article(2))
        self.await_result('b.txt', within=15)
        self.assertIn('attempt 1 of 3: it took longer than 1 s', self.daemon.log)
        self.finish(2)


@of_the_release
class Memory(SpoolTest):
    conf = '[Workers]\nWorkers=1\nDeadline=10s\nAddressSpace=256M\n[Spool]\nMaximumSize=64M\n'

    @takes(20)
    def test_worker_that_needs_too_much(self):
        """A file that its worker has no memory for fails; the next one does not."""
        # On disk before it is dropped: what its writer, or a build just before, leaves to be written back is no delay of
        # the service's, whose fsync would wait for all of it.
        with open(self.path('huge'), 'wb') as file:
            file.write(large_article(1, 60_000_000).replace(b'\n', b' '))
        os.sync()
        os.rename(self.path('huge'), self.inbox('huge.txt'))
        self.drop('small.txt', article(2))
        self.await_result('small.txt')
        self.await_failure('huge.txt', 'worker-died', within=90)
        self.finish(2)


def limit(pid, name):
    with open(f'/proc/{pid}/limits') as file:
        line = next(line for line in file if line.startswith(name))
    return line[26:].split()[:2]
