"""An inbox outside of the spool, whose files are copied in."""
from articles import article
from harness import *


class Foreign(SpoolTest):
    runs_at_once = False

    def setUp(self):
        super().setUp()
        self.source = os.path.join(self.home, 'source')
        os.mkdir(self.source)
        self.config_path = self.config(f'[Spool]\nInbox={self.source}\nSettleUnknown=1s\nRescan=2s\n')

    def mount(self, *options):
        self.needs_root('mount')
        if subprocess.run(['mount', '-t', 'tmpfs', *options, 'nutgraf-test', self.source]).returncode:
            self.skipTest('no tmpfs can be mounted')
        self.addCleanup(subprocess.run, ['umount', '-lq', self.source], stderr=subprocess.DEVNULL)

    def put(self, name, data):
        os.makedirs(os.path.dirname(os.path.join(self.source, name)), exist_ok=True)
        part = os.path.join(self.source, f'.{os.path.basename(name)}')
        with open(part, 'wb') as file:
            file.write(data)
        os.rename(part, os.path.join(self.source, name))

    def is_empty(self):
        return not walk(self.source)

    def settled(self, count):
        wait_until(lambda: len(self.history()) == count and self.is_idle(), lambda: self.scene())

    def test_files_of_another_file_system_are_copied_in_and_removed(self):
        self.mount()
        self.put('before.txt', article(0))
        self.start()
        self.assertIn(self.source, self.daemon.log)
        for i in range(20):
            self.put(f'sport/{i}.txt', article(i))
        self.await_result('before.txt')
        for i in range(20):
            self.await_result(f'sport/{i}.txt')
        wait_until(self.is_empty, 'the sources are gone')
        self.settled(21)
        self.assertEqual(len(walk(self.path('done'))), 21)
        self.daemon.stop()

    def test_another_inbox_is_none_until_a_restart(self):
        other = os.path.join(self.home, 'other')
        os.mkdir(other)
        self.start()
        with open(self.config_path, 'w') as file:
            file.write(f'[Spool]\nInbox={other}\n')
        self.daemon.signal(signal.SIGHUP)
        wait_until(lambda: '(after a restart)' in self.daemon.log, lambda: self.scene())
        path = os.path.join(self.home, 'a.txt')
        with open(path, 'wb') as file:
            file.write(article(1))
        said = self.nutgraf('add', '--wait', '--patience', '30', '--root', self.root, '--config', self.config_path, path)
        self.assertEqual((said.returncode, said.stderr), (0, b''))
        self.assertEqual(walk(other), [])
        said = self.nutgraf('status', '--root', self.root, '--config', self.config_path).stdout.decode()
        self.assertIn(f'{self.source}, until a restart', said)
        self.daemon.stop()
        with open(path, 'wb') as file:
            file.write(article(2))
        self.nutgraf('add', '--root', self.root, '--config', self.config_path, path)
        self.assertEqual(walk(other), [b'a.txt'])

    def test_what_add_delivers_is_settled_once(self):
        self.mount()
        self.start()
        for i in range(10):
            path = os.path.join(self.home, f'{i}.txt')
            with open(path, 'wb') as file:
                file.write(article(i))
            subprocess.run([BINARY, 'add', '--wait', '--root', self.root, '--config', self.config_path, path],
                           check=True, stdout=subprocess.DEVNULL, timeout=30)
        wait_until(self.is_empty, 'the sources are gone')
        wait_until(self.is_idle, lambda: self.scene())
        time.sleep(2.5)  # a scan may find what should be gone
        self.assertEqual(sorted(entry['name'] for entry in self.history()), [f'{i}.txt' for i in range(10)])
        self.daemon.stop()

    def test_commands_find_the_inbox_by_the_configuration(self):
        self.start()
        self.put('bad.bin', b'\0\1')
        self.await_failure('bad.bin')
        self.put('a.txt', article(1))
        self.await_result('a.txt')
        self.settled(2)
        self.daemon.stop()

        def on(*words, status=0):
            done = self.nutgraf(words[0], '--root', os.fsdecode(self.root), '--config', self.config_path, *words[1:])
            self.assertEqual(done.returncode, status, (words, done.stdout, done.stderr))
            return done.stdout.decode()

        self.assertIn('1 file put back', on('retry', 'bad.bin'))
        self.assertEqual(walk(self.source), [b'bad.bin'])
        self.assertIn('lies in the inbox', on('why', 'bad.bin'))
        self.assertIn('harbour', on('show', 'a.txt'))
        self.assertIn('1 in the inbox', on('status', status=3))
        self.assertIn('removed', on('forget', 'bad.bin'))
        self.assertEqual(walk(self.source), [])
        watch = subprocess.Popen([BINARY, 'watch', '--root', self.root, '--config', self.config_path], stderr=subprocess.PIPE)
        self.addCleanup(watch.stderr.close)
        self.addCleanup(watch.kill)
        self.assertIn(f'nutgraf run --root {os.fsdecode(self.root)} --config {self.config_path}', watch.stderr.readline().decode())

    def test_read_only_source_is_left_alone_and_remembered(self):
        self.mount()
        for i in range(5):
            self.put(f'{i}.txt', article(i))
        subprocess.run(['mount', '-o', 'remount,ro', self.source], check=True)
        self.start()
        for i in range(5):
            self.await_result(f'{i}.txt')
        self.settled(5)
        for end in ('stop', 'kill'):
            getattr(self.daemon, end)()
            self.start()
            time.sleep(3.5)  # a scan and the time to settle
            self.assertEqual(len(self.history()), 5)
        subprocess.run(['mount', '-o', 'remount,rw', self.source], check=True)
        self.put('0.txt', article(9))
        self.settled(6)
        self.daemon.stop()

    def test_kill_at_random_moments_gives_each_result_once(self):
        self.mount()
        names = [f'{i}.txt' for i in range(150)]
        taken, ends = [], threading.Event()

        def take():
            while not ends.is_set():
                for name in os.listdir(self.outbox()) if os.path.isdir(self.outbox()) else []:
                    if name.endswith(b'.json'):
                        taken.append(name)
                        os.unlink(self.outbox(name[:-5] + b'.md'))
                        os.unlink(self.outbox(name))
                ends.wait(0.001)

        consumer = threading.Thread(target=take)
        consumer.start()
        try:
            for i, name in enumerate(names):
                self.put(name, article(i))
            for i in range(12):
                self.start(ready=False)
                time.sleep(0.02 + 0.03 * i)
                self.daemon.kill()
            self.start()
            wait_until(lambda: self.is_empty() and self.is_idle(), lambda: self.scene())
            wait_until(lambda: len(taken) >= len(names), lambda: f'{len(taken)} taken')
        finally:
            ends.set()
            consumer.join()
        self.assertEqual(sorted(taken), sorted(os.fsencode(f'{name}.json') for name in names))
        self.daemon.stop()

    def serve(self, served):
        """Mounts a folder through FUSE; what is put into it by its other path gives no event."""
        self.needs_root('mount')
        if not shutil.which('bindfs') or subprocess.run(['bindfs', served, self.source], stderr=subprocess.DEVNULL).returncode:
            self.skipTest('no bindfs, or no FUSE')
        self.addCleanup(subprocess.run, ['umount', '-lq', self.source], stderr=subprocess.DEVNULL)

    @takes(20)
    def test_files_of_a_server_are_polled_for_and_a_server_that_went_away_is_found_again(self):
        served = os.path.join(self.home, 'served')
        os.mkdir(served)
        self.serve(served)
        self.config_path = self.config(f'[Spool]\nInbox={self.source}\nSettleUnknown=1s\n')  # a rescan comes every minute
        self.start()

        def deliver(name, data):
            with open(os.path.join(served, f'.{name}'), 'wb') as file:
                file.write(data)
            os.rename(os.path.join(served, f'.{name}'), os.path.join(served, name))
            began = time.monotonic()
            self.await_result(name)
            took = time.monotonic() - began
            self.assertLess(took, 10 * SLOWNESS)
            wait_until(lambda: not os.listdir(served), 'the source is gone')
            return took

        deliver('first.txt', article(1))  # perhaps still in the scan of the start
        took = deliver('second.txt', article(2))
        # Its process dies, and the mount with it: every call on it fails.
        for pid in subprocess.run(['pgrep', '-f', f'^bindfs {served}'], stdout=subprocess.PIPE, check=True).stdout.split():
            os.kill(int(pid), signal.SIGKILL)
        wait_until(lambda: 'Transport endpoint is not connected' in self.daemon.log, lambda: self.scene())
        subprocess.run(['umount', '-l', self.source], check=True)
        self.serve(served)
        again = deliver('third.txt', article(3))
        self.note(f'{took:.1f} s, after the server came back {again:.1f} s')
        self.settled(3)
        self.daemon.stop()

    def test_what_can_be_no_article_stays_and_is_told_once(self):
        os.symlink('/etc/passwd', os.path.join(self.source, 'link.txt'))
        os.mkfifo(os.path.join(self.source, 'fifo.txt'))
        self.start()
        self.put('a.txt', article(1))
        self.await_result('a.txt')
        wait_until(lambda: self.daemon.log.count('stays in the inbox') == 2, lambda: self.scene())
        time.sleep(3)
        self.assertEqual(self.daemon.log.count('stays in the inbox'), 2)
        self.assertEqual(walk(self.source), [b'fifo.txt', b'link.txt'])
        words = ['--root', os.fsdecode(self.root), '--config', self.config_path]
        wait_until(lambda: re.search(r'Refused: +fifo.txt stays in the inbox: .*FIFO', self.nutgraf('status', *words).stdout.decode()),
                   'it is told of', within=10)
        self.assertIn('it is left there: ', self.nutgraf('why', 'link.txt', *words).stdout.decode())
        os.unlink(os.path.join(self.source, 'fifo.txt'))
        wait_until(lambda: b'fifo.txt' not in self.nutgraf('status', *words).stdout, 'it is told of no more', within=90)
        self.daemon.stop()
        self.assertEqual(self.nutgraf('run', '--once', *words).returncode, 1)


class Place(SpoolTest):
    """Where an inbox must not lie."""
    runs_at_once = False

    def test_inbox_in_or_above_the_spool_is_refused(self):
        os.makedirs(self.inbox())
        os.makedirs(self.outbox('section'))
        os.symlink(self.outbox(), os.path.join(self.home, 'link'))
        root = os.fsdecode(self.root)
        refused = {
            f'{root}/outbox': 'is a folder of the spool itself', f'{root}/outbox/section': 'is a folder of the spool itself',
            f'{self.home}/link': 'is a folder of the spool itself', root: 'is a folder of the spool itself',
            self.home: 'holds the spool', '/': 'holds the spool',
        }
        for inbox, words in refused.items():
            conf = self.config(f'[Spool]\nInbox={inbox}\n')
            for command in ['check-config', 'run']:
                said = self.nutgraf(command, '--root', root, '--config', conf)
                self.assertEqual(said.returncode, 78, said)
                self.assertIn(f'{conf}:2: Inbox={inbox} {words}', said.stderr.decode())
        beside = os.path.join(self.home, 'beside')
        os.mkdir(beside)
        for inbox in [beside, f'{root}/inbox']:
            conf = self.config(f'[Spool]\nInbox={inbox}\n')
            self.assertEqual(self.nutgraf('check-config', '--root', root, '--config', conf).returncode, 0)

    def test_inbox_in_the_spool_is_refused_by_a_reload(self):
        self.config_path = self.config('')
        self.start()
        with open(self.config_path, 'w') as file:
            file.write(f'[Spool]\nInbox={os.fsdecode(self.outbox())}\n')
        self.daemon.signal(signal.SIGHUP)
        wait_until(lambda: 'is a folder of the spool itself' in self.daemon.log, lambda: self.daemon.log)
        self.daemon.stop()
