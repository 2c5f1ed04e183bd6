"""The service under intercept.c: its calls enumerated, and something done at one of them."""
import collections
import fcntl
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
BUILD = PROJECT / '.build/proof'
BINARY = os.environ.get('NUTGRAF_BINARY') or str(PROJECT / '.build/release/nutgraf')
# A file system in memory: what a kill leaves does not depend on the disk.
MEMORY = '/dev/shm' if os.access('/dev/shm', os.W_OK) else None


class Unavailable(Exception):
    """Something is missing on this machine; the message says what."""


def compiler(source, *flags):
    """A small C program beside this file, compiled when it is newer than its last build."""
    BUILD.mkdir(parents=True, exist_ok=True)
    program = BUILD / pathlib.Path(source).stem
    source = HERE / source if not os.path.isabs(source) else pathlib.Path(source)
    with open(BUILD / 'lock', 'w') as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if program.exists() and program.stat().st_mtime > source.stat().st_mtime:
            return str(program)
        names = subprocess.run(['cc', '-E', '-dM', '-include', 'sys/syscall.h', '-'], input='', text=True,
                               capture_output=True, check=True).stdout
        rows = re.findall(r'#define __NR_(\w+) (\d+)', names)
        table = ''.join(f'[{number}] = "{name}",\n' for name, number in rows)
        (BUILD / 'call_names.h').write_text(f'static const char *const call_names[] = {{\n{table}}};\n')
        subprocess.run(['cc', '-O2', '-Wall', '-Wextra', f'-I{BUILD}', '-o', f'{program}.new', str(source), *flags],
                       check=True)
        os.replace(f'{program}.new', program)
    return str(program)


def escaped(label):
    """The pattern that matches one label only."""
    return re.sub(r'([\\*?\[\]])', r'\\\1', label)


class Rule:
    """What is done at which calls; see intercept.c."""

    def __init__(self, pattern, action, first=1, last=None):
        self.pattern, self.action, self.first = pattern, action, first
        self.last = first if last is None else last  # 0: for ever

    @property
    def words(self):
        return ['--at', self.pattern, str(self.first), str(self.last), self.action]


def command(root, rules=(), log=None, binary=None, args=('--once',), config=None):
    """The words that run the service on a spool, under intercept.c where there are rules or a log."""
    words = [binary or BINARY, 'run', '--root', os.fsdecode(root), *args]
    if config:
        words += ['--config', config]
    if not rules and not log:
        return words
    head = [compiler('intercept.c'), '--root', os.fsdecode(root)]
    if log:
        head += ['--log', log]
    for rule in rules:
        head += rule.words
    return [*head, '--', *words]


def environment():
    return {k: v for k, v in os.environ.items() if k not in ('JOURNAL_STREAM', 'NOTIFY_SOCKET')}


def run(root, rules=(), log=None, binary=None, args=('--once',), config=None, timeout=60):
    """Runs the service to its end: its status and what it said; status `None` where it had to be ended."""
    process = subprocess.Popen(command(root, rules, log, binary, args, config), stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment())
    timer = threading.Timer(timeout, process.kill)
    timer.start()
    said = process.stderr.read().decode(errors='replace')
    process.wait()
    late = not timer.is_alive()
    timer.cancel()
    return (None if late else process.returncode), said


class Calls:
    """A log of intercept.c."""

    def __init__(self, path):
        self.begun, self.ended, self.done, self.order = [], [], [], []
        with open(path, errors='surrogateescape') as file:
            for line in file:
                line = line.rstrip('\n')
                self.order.append(line)
                if line.startswith('> '):
                    self.begun.append(line[2:])
                elif line.startswith('< '):
                    result, label = line[2:].split(' ', 1)
                    self.ended.append((int(result), label))
                elif line.startswith('! '):
                    self.done.append(line[2:])

    def points(self):
        """Each call from the first one on the spool's root on, as (label, how often it came before and now)."""
        counts, points, is_running = collections.Counter(), [], False
        for label in self.begun:
            counts[label] += 1
            is_running = is_running or label == 'mkdir .'
            if is_running:
                points.append((label, counts[label]))
        return points


def touches_files(label):
    """Whether a call is about a file of the spool (or one that has no name), not memory, threads or time."""
    call, _, about = label.partition(' ')
    return bool(about) and not about.startswith(('/', 'anon_inode', 'pipe', 'socket')) and call not in ('ioctl',)


def changes_files(label):
    """Whether a call changes what is on the disk."""
    return touches_files(label) and label.split(' ')[0] in (
        'mkdirat', 'mkdir', 'renameat2', 'renameat', 'rename', 'linkat', 'unlinkat', 'write', 'pwrite64', 'writev',
        'ftruncate', 'fsync', 'fdatasync', 'syncfs', 'fchmod', 'openat2', 'openat', 'copy_file_range', 'fallocate')


class Place:
    """A folder for one run, gone at its end."""

    def __init__(self, within=MEMORY):
        self.path = tempfile.mkdtemp(prefix='nutgraf-proof.', dir=within)

    def __enter__(self):
        return self.path

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)


if __name__ == '__main__':
    sys.exit('this is a module of Tests/Proof/run')
