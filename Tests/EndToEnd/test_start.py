"""How the service starts, and what keeps it from starting."""
import socket

from articles import article
from harness import *


class Start(SpoolTest):
    runs_at_once = False

    def run_it(self, *args, root=None, config=SHIPPED_CONFIG, wrap=()):
        return subprocess.run([*wrap, BINARY, 'run', '--root', os.fsdecode(root or self.root), '--config', config, *args],
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=PATIENCE,
                              env={k: v for k, v in os.environ.items() if k != 'JOURNAL_STREAM'})

    def refused(self, status, *words, **more):
        """It ends at once with the status and says why in one line."""
        done = self.run_it(**more)
        lines = done.stderr.decode().splitlines()
        self.assertEqual((done.returncode, len(lines)), (status, 1), done.stderr)
        for word in words:
            self.assertIn(word, lines[0])
        self.assertEqual(done.stdout, b'')
        return lines[0]

    def test_second_instance_names_the_first(self):
        self.start()
        self.refused(75, f'process {self.daemon.pid}', socket.gethostname(), 'another --root')
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        self.finish(1)

    def test_twenty_instances_at_once_leave_one(self):
        self.start().stop()
        daemons = [self.start(ready=False) for _ in range(20)]
        wait_until(lambda: sum(d.process.poll() is None for d in daemons) == 1, 'one is left')
        self.assertEqual(sorted({d.process.poll() for d in daemons} - {None}), [75])
        self.daemon = next(d for d in daemons if d.process.poll() is None)
        wait_until(lambda: 'Ready;' in self.daemon.log, 'it is ready')
        self.finish(0)

    def test_missing_root_is_made(self):
        self.start()
        self.assertEqual(sorted(os.listdir(self.root)), [b'.state', b'done', b'failed', b'inbox', b'outbox', b'reading'])
        modes = {name: stat.S_IMODE(os.stat(self.path(name)).st_mode) for name in os.listdir(self.root)}
        self.assertEqual(modes, {b'.state': 0o750, b'done': 0o2750, b'failed': 0o2770, b'inbox': 0o2770,
                                 b'outbox': 0o2770, b'reading': 0o2755})
        self.finish(0)

    def test_root_below_a_missing_folder(self):
        self.refused(78, 'No such file', root=os.path.join(self.home, 'missing/spool'))
        self.assertFalse(os.path.exists(os.path.join(self.home, 'missing')))

    def test_root_that_is_a_file(self):
        with open(self.root, 'w') as file:
            file.write('x')
        self.refused(78, 'Not a directory', '--root')

    def test_root_that_is_a_dangling_link(self):
        os.symlink('/nowhere', self.root)
        self.refused(78)

    def test_root_that_is_a_link_is_followed(self):
        os.mkdir(os.path.join(self.home, 'real'))
        os.symlink('real', self.root)
        self.start()
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        self.finish(1)

    def test_root_that_may_not_be_entered(self):
        os.mkdir(self.root)
        wrap = ()
        if IS_ROOT:
            wrap = ('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups')
        os.chmod(self.root, 0)
        self.refused(78, 'Permission denied', wrap=wrap)
        os.chmod(self.root, 0o755)
        self.assertEqual(os.listdir(self.root), [])

    def test_root_that_may_not_be_written(self):
        os.mkdir(self.root, 0o555)
        wrap = ('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups') if IS_ROOT else ()
        self.refused(78, 'Permission denied', wrap=wrap)
        self.assertEqual(os.listdir(self.root), [])

    def test_root_on_a_file_system_that_is_read_only_for_now(self):
        self.needs_root('mount')
        os.mkdir(self.root)
        if subprocess.run(['mount', '-t', 'tmpfs', '-o', 'ro', 'nutgraf-test', self.root]).returncode:
            self.skipTest('no tmpfs can be mounted')
        try:
            self.refused(75, 'Read-only file system')
        finally:
            subprocess.run(['umount', self.root], check=True)

    def test_folder_that_is_a_mount_of_its_own(self):
        self.needs_root('mount')
        for name in ('inbox', 'outbox', 'done', 'failed', '.state'):
            root = os.path.join(self.home, f'with-{name}')
            os.makedirs(f'{root}/{name}')
            script = 'mount -t tmpfs nutgraf-test "$1" || exit 77; shift; exec "$@"'
            wrap = ('unshare', '--mount', '--propagation', 'private', 'sh', '-c', script, 'sh', f'{root}/{name}')
            if subprocess.run([*wrap, 'true']).returncode == 77:
                self.skipTest('nothing can be mounted')
            line = self.refused(78, name, 'mount', root=root, wrap=wrap)
            self.assertNotIn('Ready', line)
            self.assertEqual(os.listdir(root), [name], 'nothing half-made')
            self.assertEqual(os.listdir(f'{root}/{name}'), [])

    def test_folder_that_is_a_link(self):
        outside = os.path.join(self.home, 'outside')
        os.mkdir(outside)
        os.mkdir(self.root)
        os.symlink(outside, self.path('outbox'))
        self.refused(78)
        self.assertEqual(os.listdir(outside), [])

    def test_folder_that_is_a_file(self):
        os.mkdir(self.root)
        with open(self.path('outbox'), 'w'):
            pass
        self.refused(78, 'outbox')

    def test_ready_comes_when_files_are_seen(self):
        """A file that is dropped the instant after READY= is not missed."""
        for i in range(10):
            self.start()
            self.drop(f'{i}.txt', article(i))
            self.await_result(f'{i}.txt', within=10)
            self.await_idle()
            self.daemon.stop()
        self.assertEqual(len(self.history()), 10)
