"""What the service tells the log and the manager."""
import socket

from articles import article
from harness import *


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
