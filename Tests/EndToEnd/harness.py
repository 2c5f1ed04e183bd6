"""What every end-to-end test needs: a spool of its own, the real binary on it, and an oracle that looks at all of it."""
import base64
import contextlib
import ctypes
import errno
import functools
import hashlib
import json
import os
import pathlib
import re
import shutil
import signal
import stat
import subprocess
import tempfile
import threading
import time
import unittest
import zlib

from daemon import *
from daemon import SLOWNESS, glob_tasks, is_zombie, memory  # noqa: F401


#: Marks tests of what is promised of time or memory, which a build with a sanitizer cannot hold.
of_the_release = unittest.skipIf(IS_SANITIZED, 'a build with a sanitizer keeps no promise of time and memory')


class KnownBug(Exception):
    """A test failed as it is known to; `reason` says what is wrong with the service."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


class MendedBug(AssertionError):
    """A test that was known to fail passed: its mark is to be taken away."""


def known_bug(reason, sometimes=False):
    """Marks a test that fails for a bug of the service, and fails once the bug is mended.

    sometimes: the bug is a race, and does not show each time.
    """
    def decorate(test):
        @functools.wraps(test)
        def run(self):
            try:
                test(self)
            except unittest.SkipTest:
                raise
            except Exception as error:
                raise KnownBug(reason) from error
            if not sometimes:
                raise MendedBug(f'this passes now; take its known_bug mark away ({reason})')
            self.note(f'passed this time, in spite of: {reason}')
        return run
    return decorate


def takes(seconds):
    """Says how long a test takes, so that the longest begin first."""
    def decorate(test):
        test.seconds = seconds
        return test
    return decorate


def walk(folder):
    """The paths of all that lies below a folder and is no folder, relative to it, as bytes."""
    found = []
    for path, _, files in os.walk(os.fsencode(folder)):
        for name in files:
            found.append(os.path.relpath(os.path.join(path, name), os.fsencode(folder)))
        # os.walk counts links to folders as folders
        with contextlib.suppress(FileNotFoundError):  # a folder may go while it is looked at
            for entry in os.scandir(path):
                if entry.is_symlink() and entry.is_dir():
                    found.append(os.path.relpath(entry.path, os.fsencode(folder)))
    return sorted(set(found))


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def link_unnamed(file, path):
    """linkat(2) of an O_TMPFILE descriptor."""
    libc = ctypes.CDLL(None, use_errno=True)
    source = f'/proc/self/fd/{file}'.encode()
    if libc.linkat(-100, source, -100, os.fsencode(path), 0x400) != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


# What runs a command as a user who is not above the modes of folders.
AS_NOBODY = ('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups')


class Test(unittest.TestCase):
    """A test with a folder of its own, whose name says nothing and whose parent anybody may enter."""

    def setUp(self):
        self.notes = []
        self.home = tempfile.mkdtemp(prefix='nutgraf-test.')
        os.chmod(self.home, 0o755)
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.daemons = []

    def tearDown(self):
        for daemon in self.daemons:
            daemon.kill()

    def note(self, text):
        """Something to be printed beside the test's line."""
        self.notes.append(text)

    def config(self, text):
        """The path of a configuration file with that content."""
        path = tempfile.mktemp(prefix='conf.', dir=self.home)
        with open(path, 'w') as file:
            file.write(text)
        os.chmod(path, 0o644)
        return path

    def nutgraf(self, *args, input=b'', **more):
        """Runs a command to its end."""
        more.setdefault('timeout', 300)
        return subprocess.run([BINARY, *args], input=input, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)

    def needs_root(self, why):
        if not IS_ROOT:
            self.skipTest(f'needs root: {why}')


class SpoolTest(Test):
    """A test of the service on a spool of its own, `self.root`, which is looked over at the end."""

    runs_at_once = True  # whether a daemon runs when the test begins
    conf = None  # the text of its configuration

    def setUp(self):
        super().setUp()
        self.root = os.path.join(os.fsencode(self.home), b'spool')
        self.config_path = self.config(self.conf) if self.conf is not None else SHIPPED_CONFIG
        if self.runs_at_once:
            self.daemon = self.start()

    def start(self, **more):
        more.setdefault('config', self.config_path)
        daemon = Daemon(self.root, **more)
        self.daemons.append(daemon)
        self.daemon = daemon
        return daemon

    def start_failing(self, call, error, when='1+', on=()):
        """Starts a service whose calls fail."""
        if not shutil.which('strace'):
            self.skipTest('strace is missing')
        # -D keeps the service our child; the tracer is its grandchild.
        return self.start(wrap=('strace', '-D', '-f', '-qq', '-o', '/dev/null', '-e', f'trace={call}',
                                '-e', f'inject={call}:error={error}:when={when}', *on))

    def start_as_nobody(self):
        """A service that is not above the modes of folders."""
        self.needs_root('for a service of another user')
        for daemon in self.daemons:
            daemon.stop()
        os.makedirs(self.inbox(), exist_ok=True)
        for folder, _, files in os.walk(self.root):
            for path in [folder, *(os.path.join(folder, name) for name in files)]:
                os.chown(path, 65534, 65534)
        return self.start(wrap=AS_NOBODY)

    # ---- dropping

    def path(self, *names):
        return os.path.join(self.root, *(os.fsencode(name) for name in names))

    def inbox(self, name=b''):
        return os.path.join(self.root, b'inbox', os.fsencode(name))

    def outbox(self, name=b''):
        return os.path.join(self.root, b'outbox', os.fsencode(name))

    def drop(self, name, data, how='rename'):
        """Delivers a file into the inbox, by rename or by writing it in place."""
        name = os.fsencode(name)
        os.makedirs(os.path.dirname(self.inbox(name)), exist_ok=True)
        if how == 'write':
            with open(self.inbox(name), 'wb') as file:
                file.write(data)
            return
        part = self.path(b'part.%d.%d' % (threading.get_ident(), time.monotonic_ns()))  # on the same file system
        with open(part, 'wb') as file:
            file.write(data)
        os.rename(part, self.inbox(name))

    # ---- what came of it

    def await_result(self, name, within=PATIENCE):
        """The record of a dropped file, once it is there."""
        path = self.outbox(os.fsencode(name) + b'.json')
        wait_until(lambda: os.path.exists(path), lambda: f'{name!r} in the outbox; {self.scene()}', within)
        with open(path, 'rb') as file:
            return json.loads(file.read())

    def await_failure(self, name, reason=None, within=PATIENCE):
        """The reason of a dropped file's failure, once it is there."""
        name = os.fsencode(name)
        path = self.path('failed', name + b'.reason.json')
        wait_until(lambda: os.path.exists(path) and os.path.lexists(self.path('failed', name)),
                   lambda: f'{name!r} in failed/; {self.scene()}', within)
        with open(path, 'rb') as file:
            record = json.loads(file.read())
        if reason:
            self.assertEqual(record['reason'], reason)
        self.assertTrue(record['message'])
        return record

    def is_idle(self):
        return not walk(self.path('.state', 'work')) and not walk(self.path('.state', 'tmp'))

    def await_idle(self, waiting=(), within=PATIENCE):
        """Until the inbox holds nothing but `waiting`, and the service nothing at all."""
        waiting = sorted(os.fsencode(name) for name in waiting)
        wait_until(lambda: walk(self.inbox()) == waiting and self.is_idle(),
                   lambda: f'idle; {self.scene()}', within)

    def scene(self):
        """What lies where, for a message."""
        return (f'inbox {walk(self.inbox())[:5]}, work {walk(self.path(".state", "work"))[:5]}, '
                f'log:\n{self.daemon.log[-3000:]}')

    def history(self):
        """Every settled file, each line checked."""
        folder = self.path('.state', 'history')
        entries = []
        for name in sorted(os.listdir(folder)):
            for _ in range(5):
                with open(os.path.join(folder, name), 'rb') as file:
                    content = file.read()
                if not content or content.endswith(b'\n'):
                    break
                time.sleep(0.02)  # it was read while a line was written
            if not content:
                continue
            self.assertTrue(content.endswith(b'\n'), 'the history ends in half a line')
            for line in content[:-1].split(b'\n'):
                match = re.fullmatch(rb'(.*),"crc32":"([0-9a-f]{8})"\}', line, re.DOTALL)
                self.assertTrue(match, f'a line of the history without its check: {line!r}')
                self.assertEqual(zlib.crc32(match[1]), int(match[2], 16), 'a line of the history with a wrong check')
                entry = json.loads(line)
                entry['path'] = (f'{entry["section"]}/'.encode() if 'section' in entry else b'') + (
                    base64.b64decode(entry['nameBytes']) if 'nameBytes' in entry else entry['name'].encode())
                entries.append(entry)
        return entries

    def check(self, count=None, waiting=(), taken_away=False):
        """The oracle: every promise about what lies where, once the service is idle.

        count: how many files were dropped and are not waiting.
        waiting: what is left in the inbox.
        taken_away: whether results were taken out of the outbox, so that they cannot be asked for.
        """
        self.await_idle(waiting)
        entries = self.history()
        ids = [entry['id'] for entry in entries]
        self.assertEqual(len(ids), len(set(ids)), 'two lines of the history for one file')
        if count is not None:
            self.assertEqual(len(entries), count, f'settled files: {[(e["path"], e["state"]) for e in entries][:20]}')

        # Each settled original lies in exactly one of done/ and failed/, and nothing else does.
        originals = [b'done/' + path for path in walk(self.path('done'))]
        failed = [b'failed/' + path for path in walk(self.path('failed'))]
        reasons = [path for path in failed if path.endswith(b'.reason.json') and self.is_reason(path)]
        originals += [path for path in failed if path not in reasons]
        originals = [path for path in originals if not re.search(rb'_files/', path)]
        self.assertEqual(len(originals), len(entries), f'originals {originals[:10]}, history {ids[:10]}')
        self.assertEqual(len(reasons), sum(entry['state'] == 'failed' for entry in entries))
        hashes = sorted(sha256(read(self.path(path))) for path in originals if self.is_regular(path))
        known = sorted(entry['sha256'] for entry in entries if 'sha256' in entry)
        for value in known:
            self.assertIn(value, hashes)
        if not taken_away:
            for entry in entries:
                for output in entry['outputs']:
                    if entry['state'] != 'failed' and entry['path'].isascii() and '\\' not in output:
                        self.assertTrue(os.path.exists(self.path(output)), f'no {output}')
            self.check_outbox({entry['sha256'] for entry in entries if 'sha256' in entry})
        return entries

    def is_regular(self, path):
        return stat.S_ISREG(os.lstat(self.path(path)).st_mode)

    def is_reason(self, path):
        try:
            return 'reason' in json.loads(read(self.path(path)))
        except (ValueError, OSError):
            return False

    def check_outbox(self, hashes=None):
        """Every record is whole, of a dropped file, with its Markdown beside it, and nothing else lies there."""
        names = walk(self.outbox())
        for name in names:
            mode = stat.S_IMODE(os.stat(self.outbox(name)).st_mode)
            self.assertEqual(mode, 0o640, f'mode of {name!r}')
            is_cut = re.search(rb'~[0-9a-f]{12}\.(md|json)$', name) or len(os.path.basename(name)) > 250
            if name.endswith(b'.md'):
                if not is_cut:
                    self.assertIn(name[:-3] + b'.json', names)
                continue
            self.assertTrue(name.endswith(b'.json'), f'{name!r} in the outbox')
            if not is_cut:
                self.assertIn(name[:-5] + b'.md', names)
            record = json.loads(read(self.outbox(name)))
            check_record(self, record)
            if hashes is not None:
                self.assertIn(record['nutgraf']['source']['sha256'], hashes)

    def finish(self, count=None, waiting=(), taken_away=False):
        """Looks everything over and stops the service."""
        entries = self.check(count, waiting, taken_away)
        self.daemon.stop()
        return entries


def check_record(test, record):
    """Every sentence of the summary stands in the body where it says, and the abstract is made of them."""
    paragraphs = record['articleBody'].split('\n\n')
    sentences = record['nutgraf']['summary']
    for sentence in sentences + record['nutgraf'].get('sentences', []):
        found = paragraphs[sentence['paragraph']][sentence['start']:sentence['end']]
        test.assertEqual(found, sentence['text'], 'a sentence is not where it says')
    test.assertEqual(record.get('abstract', ''), ' '.join(sentence['text'] for sentence in sentences))
    test.assertEqual(record['@type'], 'NewsArticle')


def read(path):
    with open(path, 'rb') as file:
        return file.read()


__all__ = [name for name in dir() if not name.startswith('_')]
