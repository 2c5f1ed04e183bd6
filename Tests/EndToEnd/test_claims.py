"""What is claimed, and what becomes of a claim where something goes wrong."""
import shutil

from articles import article, large_article
from harness import *


class WorkerHeld(SpoolTest):
    """The one worker stands still, so that files pile up."""
    conf = '[Workers]\nWorkers=1\n[Spool]\nRescan=1h\n'

    def setUp(self):
        super().setUp()
        self.drop('first.txt', article(0))
        self.await_result('first.txt')
        self.worker, = self.daemon.workers()
        os.kill(self.worker, signal.SIGSTOP)

    def go_on(self):
        os.kill(self.worker, signal.SIGCONT)

    def in_hand(self):
        return [name for name in walk(self.path('.state', 'work')) if name.endswith(b'.in')]


class Queued(WorkerHeld):
    """A file that waits for room."""
    more = 800  # than are in hand at once

    def setUp(self):
        super().setUp()
        for number in range(self.more):
            self.drop(f'{number:03d}.txt', article(number, paragraphs=2))
        wait_until(lambda: len(self.in_hand()) >= 768, 'the service has its hands full')
        self.drop('queued.txt', article(1001))
        time.sleep(0.3)  # until it has been looked at

    @takes(9)
    def test_file_that_is_rewritten_while_it_is_queued(self):
        data = article(1002, paragraphs=30)
        with open(self.inbox('queued.txt'), 'wb', buffering=0) as file:
            file.write(data[:900])
            self.go_on()
            wait_until(lambda: walk(self.inbox()) == [b'queued.txt'], 'the others are taken')
            time.sleep(2)  # a pause of the writer
            self.assertFalse(os.path.exists(self.outbox('queued.txt.json')))
            file.write(data[900:])
        self.assertEqual(self.await_result('queued.txt')['identifier'], 'urn:sha256:' + sha256(data))
        self.finish(self.more + 2)

    def test_file_that_is_replaced_by_rename_while_it_is_queued(self):
        data = article(1002, paragraphs=30)
        self.drop('queued.txt', data)
        self.go_on()
        self.assertEqual(self.await_result('queued.txt')['identifier'], 'urn:sha256:' + sha256(data))
        self.finish(self.more + 2)


class NoWorkers(SpoolTest):
    """Workers that cannot start, as while a library of theirs is replaced."""
    runs_at_once = False
    conf = '[Workers]\nIdle=1s\n'

    def mount(self, *args):
        subprocess.run(['nsenter', '--mount', '--target', str(self.daemon.pid), *args], check=True)

    @takes(6)
    def test_workers_that_cannot_start_are_no_fault_of_files(self):
        self.needs_root('to mount something over a library')
        self.start(wrap=('unshare', '--mount', '--propagation', 'private'))
        libraries = re.findall(r'/\S*/libstemmer\.so\S*', read(f'/proc/{self.daemon.pid}/maps').decode())
        if not libraries:
            self.skipTest('the binary needs no library that can be taken away')
        self.mount('mount', '--bind', '/dev/null', libraries[0])
        for number in range(20):
            self.drop(f'{number}.txt', article(number))
        wait_until(lambda: 'No files are taken' in self.daemon.log, lambda: self.scene())
        self.assertIn('a worker cannot start: it ended with status 127', self.daemon.log)
        status = json.loads(self.nutgraf('status', '--json', '--root', os.fsdecode(self.root)).stdout)
        self.assertEqual(status['service']['pause']['reason'], 'workers')
        time.sleep(2)  # for a probe
        self.assertEqual(walk(self.path('failed')), [])
        self.mount('umount', libraries[0])
        for number in range(20):
            self.await_result(f'{number}.txt')
        self.assertNotIn('A worker died', self.daemon.log)
        self.finish(20)


class Reloading(WorkerHeld):
    def reload(self, text):
        count = self.daemon.log.count('Read the configuration again')
        with open(self.config_path, 'w') as file:
            file.write(text)
        self.daemon.signal(signal.SIGHUP)
        wait_until(lambda: self.daemon.log.count('Read the configuration again') > count, 'the reload')


class ReloadToSkip(Reloading):
    """Duplicates count from some time on."""
    skip = '[Workers]\nWorkers=1\n[Spool]\nDuplicates=skip\n'

    def check_published_once(self, count):
        entries = self.finish(count)
        self.assertEqual([entry['state'] for entry in entries].count('duplicate'), 1, entries)

    def test_twin_of_a_large_file_that_a_worker_has(self):
        self.drop('a.txt', large_article(1, 300_000))
        wait_until(lambda: len(self.in_hand()) == 1, 'the claim')
        time.sleep(0.3)  # until the worker's pipe is full
        self.reload(self.skip)
        self.drop('b.txt', large_article(1, 300_000))
        wait_until(lambda: len(self.in_hand()) == 2, 'both claims')
        time.sleep(1)  # until its digest is known
        self.go_on()
        wait_until(lambda: len(self.history()) == 3, lambda: self.scene())
        self.check_published_once(3)

    @takes(9)
    def test_answer_of_a_reader_of_the_history_that_is_asked_no_more(self):
        self.go_on()
        wait_until(lambda: len(self.history()) == 1, 'the line of the first file')
        if not shutil.which('strace'):
            self.skipTest('strace is missing')
        reader, = [os.path.basename(task) for task in glob_tasks(self.daemon.pid) if read(f'{task}/comm') == b'nutgraf-read\n']
        with subprocess.Popen(['strace', '-qq', '-p', reader, '-o', '/dev/null', '-e', 'trace=read',
                               '-e', 'inject=read:delay_exit=1500000']) as tracer:
            self.addCleanup(tracer.kill)
            wait_until(lambda: b'TracerPid:\t0' not in read(f'/proc/{self.daemon.pid}/task/{reader}/status'), 'strace')
            self.reload(self.skip)
            time.sleep(2)  # past its look for the end of the file
            self.reload('[Workers]\nWorkers=1\n')
            self.drop('a.txt', article(1))
            self.await_result('a.txt')
            self.reload(self.skip)
            time.sleep(1.2)  # until that reader has answered, and the next one has not
            self.drop('b.txt', article(1))
            wait_until(lambda: len(self.history()) == 3, lambda: self.scene())
            tracer.terminate()
        self.check_published_once(3)


class Reload(Reloading):
    """What waits while the configuration changes."""
    conf = '[Workers]\nWorkers=1\n[Spool]\nDuplicates=skip\nRescan=1s\n'

    def test_claim_that_waits_for_its_twin_goes_on_when_duplicates_count_no_more(self):
        for name in ['one.txt', 'two.txt']:
            self.drop(name, article(1))
        wait_until(lambda: len(self.in_hand()) == 2, 'both claims')
        self.reload('[Workers]\nWorkers=1\n')
        self.go_on()
        for name in ['one.txt', 'two.txt']:
            self.await_result(name)
        self.finish(3)

    def test_file_that_was_ignored_for_a_while_is_found_again(self):
        self.go_on()
        with open(self.inbox('a.foo'), 'wb') as file:
            file.write(article(1))
            file.flush()
            time.sleep(0.3)  # until it waits for its writer
            self.reload('[Spool]\nIgnore=*.foo\n')
            time.sleep(0.3)
        time.sleep(1.5)  # past the next look
        self.assertTrue(os.path.exists(self.inbox('a.foo')))
        self.reload('[Spool]\nRescan=1s\n')
        self.await_result('a.foo', within=15)
        self.finish(2)
