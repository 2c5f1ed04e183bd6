"""Runs that end when nothing is left to do."""
from articles import article
from harness import *


class Once(SpoolTest):
    runs_at_once = False

    def once(self, **more):
        self.start(args=('--once',), ready=False, **more)
        return self.daemon.process.wait(PATIENCE)

    def test_nothing_to_do(self):
        self.assertEqual(self.once(), 0)

    def test_all_published(self):
        self.once()
        for i in range(30):
            self.drop(f'{i}.txt', article(i))
        self.drop('sport/x.txt', article(99))
        self.assertEqual(self.once(), 0)
        self.check(31)

    def test_settling_files_are_waited_for(self):
        self.once()
        with open(self.inbox('slow.txt'), 'wb', buffering=0) as file:
            file.write(article(1)[:500])
            self.start(args=('--once',), ready=False)
            time.sleep(1.5)
            self.assertIsNone(self.daemon.process.poll())
            file.write(article(1)[500:])
        self.assertEqual(self.daemon.process.wait(PATIENCE), 0)
        self.check(1)

    def test_some_failed(self):
        self.once()
        self.drop('a.txt', article(1))
        self.drop('b.txt', b'\0\1\2' * 100)
        self.assertEqual(self.once(), 1)
        self.check(2)

    def test_ignored_files_are_no_work(self):
        self.once()
        self.drop('.a', article(1), 'write')
        self.assertEqual(self.once(), 0)
        self.check(0, waiting=['.a'])

    def test_some_wait_for_another_try(self):
        self.needs_root('mount')
        os.mkdir(self.root)
        if subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=1m', 'nutgraf-test', self.root]).returncode:
            self.skipTest('no tmpfs can be mounted')
        self.addCleanup(subprocess.run, ['umount', '-l', self.root])
        self.assertEqual(self.once(), 0)
        self.drop('a.txt', article(1), 'write')
        with open(self.path('filler'), 'wb', buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                pass
        self.assertEqual(self.once(), 75)
        os.unlink(self.path('filler'))
        self.assertEqual(self.once(), 0)
        self.check(1)

    def test_locked(self):
        self.start()
        first = self.daemon
        self.assertEqual(self.once(), 75)
        first.stop()
