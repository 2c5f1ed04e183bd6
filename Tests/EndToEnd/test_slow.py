"""Large files, a long history and a slow file system: nobody else waits for them."""
import shutil
import socket

from articles import article, large_article
from harness import *


class Slow(SpoolTest):
    runs_at_once = False

    def start_delayed(self, call, milliseconds, *on, **more):
        """Starts a service whose calls take longer."""
        if not shutil.which('strace'):
            self.skipTest('strace is missing')
        # -D keeps the service our child; the tracer is its grandchild.
        return self.start(wrap=('strace', '-D', '-f', '-qq', '-o', '/dev/null', '-e', f'trace={call}',
                                '-e', f'inject={call}:delay_enter={milliseconds * 1000}', *on), **more)

    def bytes_read_by_service(self):
        """How many bytes the thread has read that all else waits for."""
        for task in glob_tasks(self.daemon.pid):
            if read(f'{task}/comm') == b'nutgraf-service\n':
                return int(re.search(rb'rchar: (\d+)', read(f'{task}/io'))[1])
        raise AssertionError('no thread of that name')

    def test_large_file_is_hashed_beside_all_else(self):
        self.config_path = self.config('[Spool]\nDuplicates=skip\n')
        self.start()
        text = large_article(1, 4 << 20)
        for name in ['a.txt', 'twin.txt']:
            self.drop(name, text)
        wait_until(lambda: len(self.history()) == 2, lambda: self.scene())
        before = self.bytes_read_by_service()
        self.drop('again.txt', text)
        entries = self.check(3)
        self.assertLess(self.bytes_read_by_service() - before, 1 << 20)
        self.daemon.stop()
        self.assertEqual([entry['state'] for entry in entries], ['published', 'duplicate', 'duplicate'])

    @takes(6)
    def test_end_does_not_wait_for_the_reader_of_the_history(self):
        path = self.path('.state', 'history', '2020-01.jsonl')
        os.makedirs(os.path.dirname(path))
        with open(path, 'wb') as file:
            file.write((b'x' * 999 + b'\n') * 20_000)
        self.config_path = self.config('[Spool]\nDuplicates=skip\n')
        self.start_delayed('read', 300, '-P', os.fsdecode(path))  # 80 pieces
        self.daemon.stop()

    @takes(10)
    def test_forgetting_does_not_wait_for_a_foreign_inbox_that_hangs(self):
        source = self.foreign_inbox()

        def put(name):
            with open(os.path.join(source, name), 'wb') as file:
                file.write(article(1))

        self.start_delayed('read', 9_000, '-P', os.path.join(source, 'slow.txt'))
        put('a.txt')
        self.await_result('a.txt')
        self.await_idle()
        put('slow.txt')
        time.sleep(3)  # until it is copied
        done = self.nutgraf('forget', '--root', os.fsdecode(self.root), '--config', self.config_path, '--patience', '4', 'a.txt')
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertFalse(os.path.exists(self.outbox('a.txt.json')))
        self.daemon.kill()

    @takes(12)
    def test_watchdog_is_fed_where_a_foreign_inbox_hangs(self):
        source = self.foreign_inbox()
        for number in range(8):
            with open(os.path.join(source, f'{number}.txt'), 'wb') as file:
                file.write(article(number))
        self.assertLess(self.longest_silence('newfstatat,getdents64', 3_000, '-P', source, files=0), 2 * SLOWNESS)

    @takes(15)
    def test_stop_and_status_do_not_wait_for_a_foreign_inbox_that_hangs(self):
        source = self.foreign_inbox()
        self.start_delayed('getdents64', 15_000, '-P', source)
        status = self.path('.state', 'status.json')
        wait_until(lambda: os.path.exists(status), 'the first status', within=6)  # a moment after the word that it is ready
        before = json.loads(read(status))['written']
        wait_until(lambda: json.loads(read(status))['written'] != before, 'it is told how things stand', within=6)
        self.daemon.signal(signal.SIGTERM)
        # The process goes when strace lets go of the thread that it holds up.
        wait_until(lambda: 'Stopped; ' in self.daemon.log, lambda: self.scene(), within=2 * SLOWNESS)
        self.daemon.process.wait()

    def foreign_inbox(self):
        """A folder outside of the spool, from which a service that starts takes files."""
        source = os.path.join(self.home, 'source')
        os.mkdir(source)
        self.config_path = self.config(f'[Spool]\nInbox={source}\nSettleUnknown=1s\nRescan=1s\n')
        return source

    def longest_silence(self, *delayed, files=256, come_later=0, seconds=10):
        """Seconds without a word to the watchdog, while files are worked off by a service whose calls take longer."""
        os.makedirs(self.inbox(), exist_ok=True)
        for number in range(files):
            self.drop(f'{number}.txt', article(number, 1))
        path = os.path.join(self.home, 'notify')
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
            manager.bind(path)
            manager.settimeout(PATIENCE)
            self.start_delayed(*delayed, ready=False, env={'NOTIFY_SOCKET': path, 'WATCHDOG_USEC': '1000000'})
            while b'READY=1' not in manager.recv(4096):
                pass
            for number in range(come_later):
                self.drop(f'later{number}.txt', article(number, 1))
            began = last = time.monotonic()
            longest = 0
            while last - began < seconds:
                if b'WATCHDOG=1' in manager.recv(4096):
                    longest, last = max(longest, time.monotonic() - last), time.monotonic()
        self.daemon.kill()
        self.note(f'silent for {longest:.1f} s at most')
        return longest

    @takes(12)
    def test_watchdog_is_fed_where_each_call_on_the_inbox_takes_long(self):
        self.assertLess(self.longest_silence('newfstatat', 30, '-P', os.fsdecode(self.inbox())), 2 * SLOWNESS)

    @takes(30)
    def test_watchdog_is_fed_however_long_that_goes_on(self):
        os.makedirs(self.inbox())
        with open(self.inbox('open.txt'), 'w') as file:  # looked at again from time to time
            file.write('A writer is at it.')
            file.flush()
            self.assertLess(self.longest_silence('newfstatat', 20, '-P', os.fsdecode(self.inbox()), files=0, come_later=2500, seconds=25),
                            2 * SLOWNESS)

    @takes(12)
    def test_watchdog_is_fed_where_each_file_of_a_commit_takes_long(self):
        self.assertLess(self.longest_silence('sync_file_range', 40), 2 * SLOWNESS)
