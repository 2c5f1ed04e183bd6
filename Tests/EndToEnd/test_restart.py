"""Nothing is lost and nothing is doubled, however and whenever the service ends."""
import random
import threading

from articles import article, large_article
from harness import *


class Stop(SpoolTest):
    def test_stop_in_the_middle_and_start_again(self):
        for i in range(200):
            self.drop(f'{i}.txt', article(i))
        wait_until(lambda: len(walk(self.outbox())) > 20, 'some results', every=0.001)
        self.daemon.stop()
        before = len(self.history())
        self.note(f'{before} of 200 were settled before the stop')
        self.start()
        for i in range(200):
            self.assertIn(f'number {i} ', self.await_result(f'{i}.txt')['headline'])
        entries = self.finish(200)
        self.assertEqual({entry['state'] for entry in entries}, {'published'})
        self.assertEqual(len(walk(self.outbox())), 400)

    @of_the_release
    def test_stop_while_workers_are_busy(self):
        for i in range(4):
            self.drop(f'{i}.txt', large_article(i, 8_000_000))
        wait_until(lambda: len(self.daemon.workers()) >= 1, 'a worker')
        self.daemon.stop()
        self.start()
        for i in range(4):
            self.await_result(f'{i}.txt')
        self.finish(4)

    def test_stop_while_files_settle(self):
        with open(self.inbox('open.txt'), 'wb', buffering=0) as file:
            file.write(article(1))
            self.daemon.stop()
            self.start()
            file.write(b'\nMore was said later.\n')
        self.await_result('open.txt')
        self.finish(1)

    def test_interrupt_ends_like_terminate(self):
        self.daemon.signal(signal.SIGINT)
        self.assertEqual(self.daemon.process.wait(PATIENCE), 0)
        self.assertIn('Stopped;', self.daemon.log)

    @takes(20)
    def test_stop_right_after_the_start(self):
        """From the first instruction on: ended well, or not started at all, and never stuck."""
        self.daemon.stop()
        for i in range(400):
            daemon = self.start(ready=False)
            time.sleep(0.0001 * (i % 200))
            daemon.signal(signal.SIGTERM)
            try:
                status = daemon.process.wait(5)
            except subprocess.TimeoutExpired:
                raise AssertionError(f'stuck after SIGTERM at {0.1 * (i % 200):.1f} ms: {daemon.log}')
            self.assertIn(status, (0, -signal.SIGTERM))
            if 'Ready;' in daemon.log:
                self.assertEqual(status, 0)

    def test_many_signals_at_once(self):
        for i in range(50):
            self.drop(f'{i}.txt', article(i))
        for _ in range(50):
            self.daemon.signal(signal.SIGHUP)
        self.await_idle()
        for _ in range(5):
            self.daemon.signal(signal.SIGTERM)
        self.assertEqual(self.daemon.process.wait(PATIENCE), 0)
        self.assertEqual(len(self.history()), 50)


class Consumer(threading.Thread):
    """Takes every result away as soon as it sees it, and looks at each."""

    def __init__(self, outbox):
        super().__init__(daemon=True)
        self.outbox = outbox
        self.taken = []
        self.problems = []
        self.ends = threading.Event()

    def run(self):
        while True:
            last = self.ends.is_set()
            for name in walk(self.outbox):
                if name.endswith(b'.json'):
                    self.take(name)
            if last:
                return
            time.sleep(0.0005)

    def take(self, name):
        path = os.path.join(self.outbox, name)
        try:
            record = json.loads(read(path))
            markdown = read(path[:-5] + b'.md')
            if not markdown.endswith(b'\n'):
                self.problems.append(f'{name!r}: half a Markdown file')
            self.taken.append((name, record['nutgraf']['source']['sha256']))
            os.unlink(path)
            os.unlink(path[:-5] + b'.md')
        except (ValueError, OSError) as error:
            self.problems.append(f'{name!r}: {error}')
            try:
                os.unlink(path)
            except OSError:
                pass


class Kill(SpoolTest):
    runs_at_once = False
    conf = '[Spool]\nRescan=3s\n'

    @takes(20)
    def test_kill_at_random_moments_with_a_greedy_consumer(self):
        self.storm(kills=100 if IS_LONG else 25, files=4000 if IS_LONG else 1000)

    def storm(self, kills, files):
        seed = int.from_bytes(os.urandom(4), 'big')
        self.note(f'seed {seed}')
        chance = random.Random(seed)
        self.start()
        consumer = Consumer(self.outbox())
        consumer.start()
        dropped = {}

        def produce():
            for i in range(files):
                name = f'{"sport/" if i % 5 == 0 else ""}{i}.txt'
                data = os.urandom(200) if i % 11 == 0 else article(i, 3)
                dropped[name] = data
                self.drop(name, data, 'write' if i % 4 == 0 else 'rename')
                if i % 10 == 0:
                    time.sleep(chance.random() * 0.03)

        producer = threading.Thread(target=produce)
        producer.start()
        for _ in range(kills):
            time.sleep(chance.random() * 0.15)
            self.daemon.kill()
            self.start(ready=chance.random() < 0.7)
        producer.join()
        if self.daemon.process.poll() is not None:
            self.start()
        self.await_idle(within=120)
        self.daemon.stop()
        consumer.ends.set()
        consumer.join()

        self.assertEqual(consumer.problems, [])
        entries = self.history()
        paths = [entry['path'].decode() for entry in entries]
        self.assertEqual(sorted(paths), sorted(dropped), 'each has exactly one line in the history')
        articles = {name: data for name, data in dropped.items() if data.startswith(b'Council')}
        self.assertEqual(sorted(hash for _, hash in consumer.taken), sorted(sha256(data) for data in articles.values()),
                         'each article came out exactly once')
        done = [read(self.path('done', name)) for name in walk(self.path('done'))]
        self.assertEqual(sorted(map(sha256, done)), sorted(sha256(data) for data in articles.values()))
        failed = [name for name in walk(self.path('failed')) if not name.endswith(b'.reason.json')]
        self.assertEqual(len(failed), len(dropped) - len(articles))
        self.assertEqual(len(walk(self.path('failed'))), 2 * len(failed))

    @takes(15)
    def test_kill_while_long_names_are_worked_on(self):
        chance = random.Random(5)
        self.start()
        names = [bytes([97 + i % 26]) * 240 + b'%03d' % i for i in range(60)]
        for i, name in enumerate(names):
            self.drop(name, article(i))
            if i % 10 == 5:
                time.sleep(chance.random() * 0.05)
                self.daemon.kill()
                self.start(ready=False)
        wait_until(lambda: 'Ready;' in self.daemon.log, 'ready')
        entries = self.finish(len(names))
        self.assertEqual({entry['path'] for entry in entries}, set(names))

    def test_no_worker_outlives_a_kill(self):
        self.start()
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        workers = self.daemon.workers()
        self.assertTrue(workers)
        self.daemon.kill()
        wait_until(lambda: all(is_zombie(pid) for pid in workers), 'the workers end')

    def test_torn_history_and_strays_are_mended_at_the_start(self):
        self.start()
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        self.await_idle()
        self.daemon.stop()
        history = self.path('.state', 'history')
        with open(os.path.join(history, os.listdir(history)[0]), 'ab') as file:
            file.write(b'{"half":')
        self.write(self.path('.state', 'work', 'stray'), b'who wrote this?')
        self.write(self.path('.state', 'tmp', 'garbage.part'), b'half a res')
        self.write(self.path('.state', 'work', '01m856v5g9xzb8xy94553n3as1,%zz.in'), b'a name that does not decode')
        self.start()
        self.drop('b.txt', article(2))
        self.await_result('b.txt')
        self.await_idle()
        self.assertEqual(len(self.history()), 2)
        self.assertEqual(len(walk(self.path('failed'))), 2)
        self.assertIn('torn line', self.daemon.log)
        self.assertIn('<2>', self.daemon.log)
        self.daemon.stop()

    def write(self, path, content):
        with open(path, 'wb') as file:
            file.write(content)

    def test_claims_of_every_kind_are_finished_at_the_start(self):
        """The states that a kill leaves, made by hand."""
        self.start()
        self.daemon.stop()
        work, tmp = self.path('.state', 'work'), self.path('.state', 'tmp')
        ids = [b'01m856v5g9xzb8xy94553n3as%d' % i for i in range(6)]
        self.write(work + b'/' + ids[0] + b',claimed.txt.in', article(0))
        self.write(tmp + b'/' + ids[0] + b'.md.out', b'of an earlier try')
        self.write(work + b'/' + ids[1] + b',half.txt.pub', article(1))
        self.write(tmp + b'/' + ids[1] + b'.json.out', b'{"@type": "NewsArticle", "the": "decided bytes"}')
        self.write(work + b'/' + ids[2] + b',published.txt.pub', article(2))
        self.write(work + b'/' + ids[3] + b',bad%20name%0A.bin.bad', b'\0\1')
        self.write(tmp + b'/' + ids[3] + b'.reason.json.out', b'{"reason": "not-text", "message": "no"}')
        self.write(work + b'/' + ids[4] + b',sport%2Faside.txt.pub~', article(4))
        self.write(tmp + b'/' + ids[4] + b'.md.out', b'x\n')
        self.write(tmp + b'/' + ids[4] + b'.json.out', b'{}')
        self.write(work + b'/' + ids[5] + b',.in', article(5))
        self.write(work + b'/' + ids[5] + b'.name', b'k' * 255)
        self.start()
        self.await_result('claimed.txt')
        self.await_idle()
        self.assertEqual(len(self.history()), 6)
        self.assertEqual(read(self.outbox('half.txt.json')), b'{"@type": "NewsArticle", "the": "decided bytes"}')
        self.assertFalse(os.path.exists(self.outbox('published.txt.json')), 'it was taken away')
        self.assertTrue(os.path.exists(self.path('failed', 'bad name\n.bin')))
        self.assertTrue(os.path.exists(self.path('failed', 'bad name\n.bin.reason.json')))
        self.assertTrue(os.path.exists(self.outbox(b'sport/aside.txt~' + ids[4] + b'.json')))
        self.assertEqual(len(walk(self.path('done'))), 5)
        self.daemon.stop()


class Failures(SpoolTest):
    """Calls of the system that fail for a while."""

    runs_at_once = False

    def on_a_disk_of(self, size):
        """A small file system of its own for the spool."""
        self.needs_root('mount')
        os.mkdir(self.root)
        if subprocess.run(['mount', '-t', 'tmpfs', '-o', f'size={size}', 'nutgraf-test', self.root]).returncode:
            self.skipTest('no tmpfs can be mounted')
        self.addCleanup(subprocess.run, ['umount', '-l', self.root])
        self.start()

    def fill(self):
        with open(self.path('filler'), 'wb', buffering=0) as file:
            for size in (1 << 16, 4096):
                try:
                    while True:
                        file.write(bytes(size))
                except OSError:
                    pass

    def test_full_disk_is_waited_for(self):
        self.on_a_disk_of('2m')
        self.drop('before.txt', article(0))
        self.await_result('before.txt')
        for i in range(5):
            self.drop(f'.{i}', article(i), 'write')
        self.fill()
        for i in range(5):
            os.rename(self.inbox(f'.{i}'), self.inbox(f'{i}.txt'))
        wait_until(lambda: 'No space left' in self.daemon.log, lambda: self.scene())
        time.sleep(1.5)
        self.assertEqual([name for name in walk(self.outbox()) if name != b'before.txt.json'], [b'before.txt.md'])
        self.assertEqual(walk(self.path('failed')), [])
        os.unlink(self.path('filler'))
        for i in range(5):
            self.await_result(f'{i}.txt', within=20)
        self.finish(6)

    @of_the_release
    @takes(12)
    def test_retries_grow_rare_and_are_logged_once(self):
        self.on_a_disk_of('2m')
        self.drop('.a', article(0), 'write')
        self.fill()
        os.rename(self.inbox('.a'), self.inbox('a.txt'))
        wait_until(lambda: 'No space left' in self.daemon.log, lambda: self.scene())
        time.sleep(8)  # 1 + 2 + 4 s and more
        os.unlink(self.path('filler'))
        began = time.monotonic()
        self.await_result('a.txt', within=20)
        self.note(f'{time.monotonic() - began:.1f} s from room to result')
        # The spool is idle a moment before the service says so, and one that is stopped in that moment takes no more files.
        wait_until(lambda: 'files are taken\n' in self.daemon.log, lambda: self.scene())
        self.finish(1)
        self.assertEqual(self.daemon.log.count('No space left'), 1)
        self.assertEqual(self.daemon.log.count('No files are taken'), 1)
        self.assertEqual(self.daemon.log.count('files are taken\n'), 1)

    @takes(8)
    def test_outbox_that_is_mounted_over_pauses_the_intake(self):
        self.needs_root('mount')
        self.start()
        if subprocess.run(['mount', '-t', 'tmpfs', 'nutgraf-test', self.outbox()]).returncode:
            self.skipTest('no tmpfs can be mounted')
        self.addCleanup(subprocess.run, ['umount', '-lq', self.outbox()], stderr=subprocess.DEVNULL)
        for i in range(20):
            self.drop(f'{i}.txt', article(i))
        wait_until(lambda: 'No files are taken' in self.daemon.log, lambda: self.scene())
        time.sleep(1.5)
        self.assertEqual(walk(self.path('failed')), [])
        subprocess.run(['umount', self.outbox()], check=True)
        for i in range(20):
            self.await_result(f'{i}.txt', within=30)
        self.finish(20)
        self.assertEqual(self.daemon.log.count('No files are taken'), 1)

    def test_kill_while_the_disk_is_full(self):
        self.on_a_disk_of('2m')
        self.drop('.a', article(0), 'write')
        self.fill()
        os.rename(self.inbox('.a'), self.inbox('a.txt'))
        wait_until(lambda: 'No space left' in self.daemon.log, lambda: self.scene())
        self.daemon.kill()
        self.start()
        time.sleep(1)
        os.unlink(self.path('filler'))
        self.await_result('a.txt', within=20)
        self.finish(1)

    def test_claim_that_cannot_be_opened_is_not_forgotten(self):
        """No descriptor is left just between the claim and its reading."""
        import resource
        self.start()
        hard = resource.prlimit(self.daemon.pid, resource.RLIMIT_NOFILE)[1]
        resource.prlimit(self.daemon.pid, resource.RLIMIT_NOFILE, (0, hard))
        self.drop('a.txt', article(1))
        wait_until(lambda: 'Too many open files' in self.daemon.log, lambda: self.scene(), within=10)
        resource.prlimit(self.daemon.pid, resource.RLIMIT_NOFILE, (1024, hard))
        self.await_result('a.txt', within=15)
        self.finish(1)
