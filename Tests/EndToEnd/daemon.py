"""The service as a process: started, asked, signalled, ended."""
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import time

PROJECT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get('NUTGRAF_BINARY') or str(PROJECT / '.build/release/nutgraf')
SHIPPED_CONFIG = str(PROJECT / 'config/nutgraf.conf')
IS_ROOT = os.geteuid() == 0
IS_LONG = os.environ.get('NUTGRAF_LONG') == '1'
# A build with a sanitizer takes twenty times as long and much more memory: what is promised of either is not asked of it.
IS_SANITIZED = os.environ.get('NUTGRAF_SANITIZED') == '1'
# Tests run side by side, so that a time that is promised of an idle machine is given room.
SLOWNESS = float(os.environ.get('NUTGRAF_SLOWNESS', '20' if IS_SANITIZED else '2'))
# What reading of a process in /proc gives that has ended before it was opened, or after.
GONE = (FileNotFoundError, ProcessLookupError)
PATIENCE = 60.0  # seconds that anything may take on a busy machine before a test gives up


def wait_until(condition, what, within=PATIENCE, every=0.01):
    """Polls until the condition is true, and returns what it returned."""
    end = time.monotonic() + within * (5 if IS_SANITIZED else 1)
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError(f'not within {within:g} s: {what() if callable(what) else what}')
        time.sleep(every)


class Daemon:
    """A running `nutgraf run`."""

    def __init__(self, root, config=SHIPPED_CONFIG, args=(), wrap=(), env=None, ready=True, log=None):
        self.root = os.fsencode(root)
        self.log_path = log or tempfile.mktemp(prefix='log.', dir=os.path.dirname(os.fsdecode(self.root)))
        environment = {k: v for k, v in os.environ.items() if k not in ('JOURNAL_STREAM', 'NOTIFY_SOCKET')}
        environment.update(env or {})
        command = [*wrap, BINARY, 'run', '--root', os.fsdecode(self.root), '--config', config, *args]
        with open(self.log_path, 'ab') as log_file:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                            stderr=log_file, env=environment, close_fds=True)
        if ready:
            wait_until(lambda: self.log.count('Ready;') or self.process.poll() is not None, 'the daemon is ready')
            if self.process.poll() is not None:
                raise AssertionError(f'the daemon ended with {self.process.returncode}: {self.log}')

    @property
    def log(self):
        with open(self.log_path, errors='surrogateescape') as file:
            return file.read()

    @property
    def pid(self):
        return self.process.pid

    def workers(self):
        """The worker processes that it has now."""
        try:
            with open(f'/proc/{self.pid}/task/{self.pid}/children') as file:
                children = [int(word) for word in file.read().split()]
        except GONE:
            children = []
        if not children:  # spawned from another thread than the first
            for task in glob_tasks(self.pid):
                try:
                    with open(f'{task}/children') as file:
                        children += [int(word) for word in file.read().split()]
                except GONE:
                    pass
        return [pid for pid in sorted(set(children)) if not is_zombie(pid)]

    def memory(self, what='VmRSS'):
        """Resident memory in MB, now or at most."""
        return memory(self.pid, what)

    def signal(self, number):
        self.process.send_signal(number)

    def stop(self, within=2.0):
        """Stops it as systemd does; it must end well, and soon."""
        if self.process.poll() is None:
            began = time.monotonic()
            self.signal(signal.SIGTERM)
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.kill()
                raise AssertionError(f'did not end {PATIENCE:g} s after SIGTERM')
            took = time.monotonic() - began
            assert took <= within * SLOWNESS, f'took {took:.1f} s to end after SIGTERM'
        assert self.process.returncode == 0, f'ended with {self.process.returncode}: {self.log[-2000:]}'

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()




def glob_tasks(pid):
    try:
        return [f'/proc/{pid}/task/{task}' for task in os.listdir(f'/proc/{pid}/task')]
    except GONE:
        return []


def memory(pid, what='VmRSS'):
    with open(f'/proc/{pid}/status') as file:
        return int(re.search(rf'{what}:\s+(\d+)', file.read()).group(1)) / 1024


def status_fields(pid):
    """The fields of /proc/PID/stat from the third (the state) on; nothing of a process that has gone."""
    try:
        with open(f'/proc/{pid}/stat') as file:
            return file.read().rsplit(')', 1)[1].split()
    except GONE:
        return []


def is_zombie(pid):
    fields = status_fields(pid)
    return not fields or fields[0] in 'ZX'


def bytes_read(pid):
    """What a process has read so far: a worker with a million bytes has a part of a large file, and is not done with it."""
    try:
        with open(f'/proc/{pid}/io') as file:
            return int(re.search(r'rchar: (\d+)', file.read()).group(1))
    except (*GONE, PermissionError):  # the last: it is a zombie
        return 0
