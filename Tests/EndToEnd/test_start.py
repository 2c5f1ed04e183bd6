"""How the service starts, reloads, says what it does, and what keeps it from starting."""
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


class Configuration(SpoolTest):
    runs_at_once = False

    def refused(self, text, *words):
        path = self.config(text)
        done = self.nutgraf('run', '--root', os.fsdecode(self.root), '--config', path)
        lines = done.stderr.decode().splitlines()
        self.assertEqual((done.returncode, len(lines)), (78, 1), done.stderr)
        for word in words:
            self.assertIn(word.replace('PATH', path), lines[0])
        checked = self.nutgraf('check-config', '--config', path)
        self.assertEqual(checked.returncode, 78)
        self.assertIn(lines[0].removeprefix('<3>'), checked.stderr.decode())
        self.assertFalse(os.path.exists(self.root), 'nothing is made')

    def test_unknown_key(self):
        self.refused('# a comment\n[Spool]\nSetle=2s\n', 'PATH:3', 'Setle=', 'Settle=', '[Spool]')

    def test_key_of_another_section(self):
        self.refused('[Spool]\nSentences=2\n', 'PATH:2', '[Summary]')

    def test_unknown_section(self):
        self.refused('[Spol]\n', 'PATH:1', '[Spol]', '[Spool]')

    def test_wrong_values(self):
        for text in ('[Spool]\nSettle=soon\n', '[Spool]\nSettle=-1s\n', '[Spool]\nMaximumSize=16MB\n', '[Summary]\nSentences=0\n',
                     '[Summary]\nWords=many\n', '[Workers]\nWorkers=65\n', '[Workers]\nAddressSpace=1K\n', '[Spool]\nRescan=0\n',
                     '[Normalization]\nAmbiguousZones=IST=5\n', '[Spool]\nSettle=99999999999s\n',
                     '[Spool]\nMaximumSize=99999999999999999999\n'):
            self.refused(text, 'PATH:2', 'is not allowed; give')

    def test_broken_lines(self):
        self.refused('[Spool]\nwhat is this\n', 'PATH:2')
        self.refused('Settle=1s\n', 'PATH:1', 'before the first section')

    def test_missing_file(self):
        done = self.nutgraf('run', '--root', os.fsdecode(self.root), '--config', '/nowhere.conf')
        self.assertEqual(done.returncode, 78)
        self.assertIn(b'/nowhere.conf', done.stderr)

    def test_not_utf8(self):
        path = os.path.join(self.home, 'bad.conf')
        with open(path, 'wb') as file:
            file.write(b'[Spool]\n# \xff\n')
        self.assertEqual(self.nutgraf('check-config', '--config', path).returncode, 78)

    def test_shipped_file_is_the_default(self):
        shipped = self.nutgraf('check-config', '--config', SHIPPED_CONFIG)
        self.assertEqual(shipped.returncode, 0, shipped.stderr)
        self.assertEqual(shipped.stdout, self.nutgraf('check-config', '--config', self.config('')).stdout)
        self.assertNotIn(SHIPPED_CONFIG.encode(), shipped.stdout, 'no value comes from it')
        with open(SHIPPED_CONFIG) as file:
            uncommented = re.sub(r'^#(?=[A-Z][A-Za-z]*=)', '', file.read(), flags=re.M)
        again = self.nutgraf('check-config', '--config', self.config(uncommented))
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertEqual(self.values(shipped.stdout), self.values(again.stdout))

    def values(self, printed):
        """What check-config printed, without the origins."""
        return [line for line in printed.decode().splitlines() if not line.startswith('#') and not line.endswith('=')]

    def test_printed_file_means_the_same(self):
        text = ('[Spool]\nSettle=1min 30s\nMaximumSize=512K\nIgnore=\nIgnore=*.bak\n[Summary]\nWords=50\n[Workers]\nIdle=1h\n'
                '[Normalization]\nAmbiguousZones=\nAmbiguousZones=IST=+02:00\n')
        first = self.nutgraf('check-config', '--config', self.config(text))
        self.assertEqual(first.returncode, 0, first.stderr)
        again = self.nutgraf('check-config', '--config', self.config(first.stdout.decode()))
        self.assertEqual(self.values(first.stdout), self.values(again.stdout))

    def test_drop_ins_change_what_the_main_file_says(self):
        path = self.config('[Spool]\nSettle=2s\nRescan=30s\n[Summary]\nSentences=2\n')
        os.mkdir(path + '.d')
        for name, text in (('20-b.conf', '[Summary]\nSentences=4\n'), ('10-a.conf', '[Summary]\nSentences=1\n[Spool]\nSettle=\n'),
                           ('30-c.conf.bak', '[Summary]\nSentences=9\n')):
            with open(os.path.join(path + '.d', name), 'w') as file:
                file.write(text)
        printed = self.nutgraf('check-config', '--config', path).stdout.decode()
        self.assertIn(f'# {path}.d/20-b.conf:2\nSentences=4\n', printed)
        self.assertIn(f'# {path}.d/10-a.conf:4\nSettle=1s\n', printed)
        self.assertIn(f'# {path}:3\nRescan=30s\n', printed)
        self.assertIn('# default\nSettleUnknown=10s\n', printed)
        with open(os.path.join(path + '.d', '15-bad.conf'), 'w') as file:
            file.write('[Spool]\nSetle=1s\nRescan=0\n')
        done = self.nutgraf('check-config', '--config', path)
        self.assertEqual((done.returncode, done.stdout), (78, b''))
        self.assertEqual([line.split(': ')[1] for line in done.stderr.decode().splitlines()],
                         [f'{path}.d/15-bad.conf:2', f'{path}.d/15-bad.conf:3'])

    def test_configured_length(self):
        self.config_path = self.config('[Summary]\nSentences=1\n')
        self.start()
        self.drop('a.txt', article(1))
        self.assertEqual(len(self.await_result('a.txt')['nutgraf']['summary']), 1)
        self.finish(1)

    def test_reload(self):
        self.config_path = self.config('[Summary]\nSentences=1\n')
        self.start()
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        with open(self.config_path, 'w') as file:
            file.write('[Summary]\nSentences=2\n[Spool]\nIgnore=*.bak\n')
        self.daemon.signal(signal.SIGHUP)
        wait_until(lambda: 'Read the configuration again' in self.daemon.log, 'reloaded')
        self.drop('b.txt', article(1))
        self.drop('b.bak', article(2))
        self.assertEqual(len(self.await_result('b.txt')['nutgraf']['summary']), 2)

        with open(self.config_path, 'w') as file:
            file.write('[Summary]\nSentences=3\nNonsense=1\n')
        self.daemon.signal(signal.SIGHUP)
        wait_until(lambda: 'the old configuration stays' in self.daemon.log, 'refused')
        self.assertIn(f'{self.config_path}:3', self.daemon.log)
        self.drop('c.txt', article(1))
        self.assertEqual(len(self.await_result('c.txt')['nutgraf']['summary']), 2)
        self.finish(3, waiting=['b.bak'])

    def test_files_that_are_no_longer_ignored_are_found_by_a_reload(self):
        self.config_path = self.config('[Spool]\nIgnore=*.bak\n')
        self.start()
        self.drop('a.bak', article(1))
        with open(self.config_path, 'w') as file:
            file.write('')
        self.daemon.signal(signal.SIGHUP)
        self.await_result('a.bak', within=20)
        self.finish(1)


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


class Telling(SpoolTest):
    """What it says where no journal listens, and to the manager."""

    runs_at_once = False

    def test_lines_on_a_pipe_begin_with_their_priority(self):
        reading, writing = os.pipe()
        environment = {k: v for k, v in os.environ.items() if k != 'JOURNAL_STREAM'}
        process = subprocess.Popen([BINARY, 'run', '--root', os.fsdecode(self.root), '--config', SHIPPED_CONFIG],
                                   stdin=subprocess.DEVNULL, stderr=writing, env=environment)
        os.close(writing)
        self.addCleanup(process.kill)
        wait_until(lambda: os.path.isdir(self.path('.state', 'history')), 'the spool')
        self.drop('a.txt', article(1))
        self.drop('b.txt', b'\0')
        wait_until(lambda: os.path.exists(self.outbox('a.txt.json')) and os.path.exists(self.path('failed', 'b.txt')), 'both')
        process.terminate()
        self.assertEqual(process.wait(PATIENCE), 0)
        with open(reading, 'rb') as file:
            lines = file.read().decode().splitlines()
        self.assertEqual([line[:3] for line in lines if line.startswith('<')], [line[:3] for line in lines])
        self.assertIn('<6>Ready;', lines[0])
        self.assertTrue([line for line in lines if line == '<6>Published a.txt'], lines)
        self.assertTrue([line for line in lines if line.startswith('<4>Put b.txt into failed/')], lines)
        self.assertTrue(lines[-1].startswith('<6>Stopped; 1 published, 0 duplicates, 1 failed'), lines)

    def test_text_of_an_article_is_never_logged(self):
        self.start()
        self.drop('a.txt', article(1))
        self.drop('b.txt', b'SECRETWORD and no article')
        self.await_result('a.txt')
        self.await_failure('b.txt')
        self.finish(2)
        self.assertNotIn('harbour', self.daemon.log)
        self.assertNotIn('SECRETWORD', self.daemon.log)

    def test_many_files_share_a_line(self):
        self.start()
        for i in range(400):
            self.drop(f'{i}.txt', article(i, 2))
        self.finish(400)
        lines = self.daemon.log.splitlines()
        self.note(f'{len(lines)} lines for 400 files')
        batches = sum(int(n) for n in re.findall(r'Settled (\d+) more files', self.daemon.log))
        self.assertEqual(batches + sum('Published ' in line for line in lines), 400)

    def test_closed_standard_error(self):
        process = subprocess.Popen(f'exec {BINARY} run --root "$1" --config "$2" 0<&- 1>&- 2>&-', shell=True, executable='/bin/bash')
        process.kill()
        process.wait()
        process = subprocess.Popen(['/bin/bash', '-c', 'exec "$@" 0<&- 1>&- 2>&-', 'sh', BINARY, 'run', '--root',
                                    os.fsdecode(self.root), '--config', SHIPPED_CONFIG])
        self.addCleanup(process.kill)
        wait_until(lambda: os.path.isdir(self.path('.state', 'history')), 'the spool')
        self.drop('a.txt', article(1))
        wait_until(lambda: os.path.exists(self.outbox('a.txt.json')), 'a result')
        self.check_outbox()
        process.terminate()
        self.assertEqual(process.wait(PATIENCE), 0)
        self.assertEqual(len(self.history()), 1)

    def test_reader_of_the_log_that_goes_away(self):
        reading, writing = os.pipe()
        process = subprocess.Popen([BINARY, 'run', '--root', os.fsdecode(self.root), '--config', SHIPPED_CONFIG],
                                   stdin=subprocess.DEVNULL, stderr=writing)
        self.addCleanup(process.kill)
        os.close(writing)
        os.close(reading)
        wait_until(lambda: os.path.isdir(self.path('.state', 'history')), 'the spool')
        self.drop('a.txt', article(1))
        wait_until(lambda: os.path.exists(self.outbox('a.txt.json')), 'a result')
        process.terminate()
        self.assertEqual(process.wait(PATIENCE), 0)

    def test_the_manager_is_told(self):
        path = os.path.join(self.home, 'notify')
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
            manager.bind(path)
            manager.settimeout(PATIENCE)
            self.start(env={'NOTIFY_SOCKET': path, 'WATCHDOG_USEC': '400000'}, ready=False)

            def until(word):
                heard = []
                while not heard or word not in heard[-1]:
                    heard.append(manager.recv(4096).decode())
                return heard

            self.assertEqual(until('READY=1')[-1].split('\n')[0], 'READY=1')
            until('WATCHDOG=1')
            until('WATCHDOG=1')
            self.drop('a.txt', article(1))
            self.assertIn('last a.txt', until('1 published')[-1])
            self.daemon.signal(signal.SIGHUP)
            self.assertRegex(until('RELOADING=1')[-1], r'MONOTONIC_USEC=\d+')
            until('READY=1')
            self.daemon.signal(signal.SIGTERM)
            until('STOPPING=1')
        self.finish(1)
