"""Every system call fails: each once with each errno that it may have, and each kind of call for ever.

Once: the service must go on by itself and settle every file. For ever: it must live (or end with a clear status at its
start), stop when it is told to, quarantine no article, and settle all once the calls work again.
"""
import concurrent.futures
import contextlib
import errno
import os
import re
import signal
import subprocess
import time

import scenarios
from interception import Calls, Place, Rule, changes_files, command, environment, escaped, run, touches_files
from kill import Verdicts, enumerate_points
from oracle import SAVED_PAGE, files_below

ERRORS = {
    'open': 'EIO EMFILE ENFILE ENOMEM ESTALE EINTR',
    'write': 'EIO ENOSPC EDQUOT EINTR short',
    'read': 'EIO ESTALE EINTR',
    'getdents': 'EIO ESTALE',
    'fsync': 'EIO ENOSPC EDQUOT EROFS',
    'rename': 'EIO ENOSPC EDQUOT EROFS EBUSY ENOMEM',
    'link': 'EIO ENOSPC EDQUOT EROFS',
    'unlink': 'EIO EROFS EBUSY',
    'mkdir': 'EIO ENOSPC EDQUOT EROFS',
    'stat': 'EIO ESTALE ENOMEM',
    'access': 'EIO ESTALE',
    'ftruncate': 'EIO EROFS',
    'close': 'late-EIO late-EINTR',
    'flock': 'EINTR ENOLCK',
    'inotify': 'ENOSPC ENOMEM EMFILE',
    'pipe2': 'EMFILE ENFILE',
    'lseek': 'EIO',
    'fchmod': 'EPERM EROFS',
    'fcntl': 'EAGAIN EACCES',
}
# Calls of the runtime, for memory, threads and time, without which it cannot live: then a restart has to do.
RUNTIME = {'mmap': 'ENOMEM', 'clone3': 'EAGAIN', 'epoll_ctl': 'ENOMEM', 'eventfd2': 'EMFILE', 'timerfd_create': 'EMFILE',
           'signalfd4': 'EMFILE', 'mprotect': 'ENOMEM', 'madvise': 'EIO', 'timerfd_settime': 'EINVAL', 'futex': 'EINTR',
           'epoll_wait': 'EINTR', 'rt_sigprocmask': 'EINVAL'}
NAMES = {'openat': 'open', 'openat2': 'open', 'pwrite64': 'write', 'pread64': 'read', 'getdents64': 'getdents',
         'fdatasync': 'fsync', 'syncfs': 'fsync', 'renameat': 'rename', 'renameat2': 'rename', 'linkat': 'link',
         'unlinkat': 'unlink', 'mkdirat': 'mkdir', 'newfstatat': 'stat', 'fstat': 'stat', 'statx': 'stat',
         'faccessat2': 'access', 'faccessat': 'access', 'inotify_init1': 'inotify', 'inotify_add_watch': 'inotify',
         'statfs': 'stat', 'fstatfs': 'stat', 'copy_file_range': 'write', 'fallocate': 'write'}


def actions(label):
    """What may go wrong with a call."""
    call = label.split(' ')[0]
    if label == 'futex wake':
        return  # it has no errors that a right program can meet
    words = ERRORS.get(NAMES.get(call, call), '').split()
    if call not in ('pipe2', 'inotify_init1') and not touches_files(label) and call != 'inotify_add_watch':
        words = RUNTIME.get(call, '').split()
    for word in words:
        if word == 'short':
            yield word, word
        elif word.startswith('late-'):
            yield word, f'late-error={getattr(errno, word[5:])}'
        else:
            yield word, f'error={getattr(errno, word)}'


def is_runtime(label):
    return label.split(' ')[0] in RUNTIME


class Service:
    """A service that is not told to end when it is done, perhaps with failing calls."""

    def __init__(self, oracle, home, config, rules=(), calls=None):
        self.root = oracle.root
        self.log = os.path.join(home, 'said')
        with open(self.log, 'ab') as log:
            self.earlier = log.tell()
            self.process = subprocess.Popen(command(self.root, rules, calls, args=(), config=config), stdin=subprocess.DEVNULL,
                                            stdout=subprocess.DEVNULL, stderr=log, env=environment())

    @property
    def said(self):
        with open(self.log, errors='replace') as file:
            return file.read()

    @property
    def is_ready(self):
        with open(self.log, 'rb') as file:
            file.seek(self.earlier)
            return b'Ready;' in file.read()

    def is_settled(self):
        folders = [os.path.join(self.root, *names) for names in ((b'inbox',), (b'.state', b'work'), (b'.state', b'tmp'))]
        return self.is_ready and not any(
            not SAVED_PAGE.search(path) for folder in folders for path in files_below(folder))

    def await_end(self, within, until=None):
        """Waits until the service ended, or what it waits for has come; whether it lives."""
        end = time.monotonic() + within
        while time.monotonic() < end and self.process.poll() is None:
            if until and until():
                return True
            time.sleep(0.05)
        return self.process.poll() is None

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            return self.process.wait(20)
        self.process.kill()
        self.process.wait()
        return None


def fail_once(scenario, label, count, action):
    """One call fails once: what is wrong then; `None` where it never came."""
    with Place() as home:
        oracle = scenario.prepare(home)
        config = scenario.settings(home)
        log = os.path.join(home, 'log')
        service = Service(oracle, home, config, [*scenario.rules, Rule(escaped(label), action, count)])
        lives = service.await_end(25, service.is_settled)
        problems = []
        if not lives:
            status = service.process.returncode
            if not is_runtime(label) and ('Ready;' in service.said or status < 0 or status >= 128):
                problems.append(f'ended with {status}: {service.said[-600:]}')
            service = Service(oracle, home, config, scenario.rules)
            service.await_end(25, service.is_settled)
        if not service.is_settled():
            problems.append(f'did not go on by itself: {service.said[-600:]}')
        status = service.stop()
        if status != 0:
            problems.append(f'ended with {status} when told to stop: {service.said[-300:]}')
        problems += oracle.problems(waiting=bool(problems))
        return problems


def fail_for_ever(scenario, pattern, action, seconds=2.0):
    """A kind of call always fails: what is wrong while it does, and when it works again."""
    with Place() as home:
        oracle = scenario.prepare(home)
        config = scenario.settings(home)
        service = Service(oracle, home, config, [*scenario.rules, Rule(pattern, action, 1, 0)])
        lives = service.await_end(seconds)
        problems = []
        said = service.said
        status = service.process.returncode if not lives else service.stop()
        if not is_runtime(pattern) and (status is None or status < 0 or status >= 128 or (lives and status != 0)):
            problems.append(f'ended with {status}: {said[-600:]}')
        if not lives and 'Ready;' in said and not is_runtime(pattern):
            problems.append(f'ended by itself with {status}: {said[-600:]}')
        if lives and said.count('\n') > 60:
            problems.append(f'{said.count(chr(10))} lines in {seconds:g} s: {said[-600:]}')
        problems += oracle.problems(waiting=True) if lives else []
        status, said = run(oracle.root, scenario.rules, config=config)
        if status == 75:  # what an earlier run put off is tried again in a while
            status, said = run(oracle.root, scenario.rules, config=config)
        if status not in (0, 1):
            problems.append(f'when all works again it ended with {status}: {said[-600:]}')
        problems += oracle.problems()
        return problems


def kinds(points):
    """The calls of a run, those that differ in the file's own name taken together."""
    found = {}
    for label, _ in points:
        call, *paths = label.split(' ', 1)
        about = paths[0] if paths else ''
        about = re.sub(r'ID[^/]*?(\.(\w+))?(?=( |$))', lambda match: f'ID*{match[1] or ""}', about)
        about = re.sub(r'(inbox|outbox|failed|done)/[^ ]*?(\.reason\.json|\.json|\.md)?(?= |$)',
                       lambda match: f'{match[1]}/*{match[2] or ""}', about)
        pattern = f'{call} {about}'.strip()
        found.setdefault(pattern, label)
    return found


def proof_every_call_fails_once(report, is_long):
    """Each call of the service fails once with each errno that it may have, and the service goes on by itself"""
    verdicts = Verdicts()
    chosen = scenarios.ALL[:5] if is_long else [scenarios.BATCH]
    with concurrent.futures.ThreadPoolExecutor(12) as pool:
        futures = {}
        for scenario in chosen:
            cases = [(label, count, *action) for label, count in enumerate_points(scenario) for action in actions(label)]
            if scenario.name == 'deaths':
                # Which read is a worker's last is told by its number, and one that cannot be watched is none of those three.
                cases = [case for case in cases if case[0] != 'epoll_ctl']
            if not is_long:
                cases = [case for case in cases if changes_files(case[0])]
                cases = cases[3::max(1, len(cases) // 40)]
            for label, count, word, action in cases:
                futures[pool.submit(fail_once, scenario, label, count, action)] = (
                    f'{scenario.name}: {word} at call {count} of {label}')
        for future in concurrent.futures.as_completed(futures):
            verdicts.add(futures[future], future.result())
    report(verdicts)


def proof_every_call_fails_for_ever(report, is_long):
    """Each kind of call always fails, and then works again"""
    verdicts = Verdicts()
    with concurrent.futures.ThreadPoolExecutor(12) as pool:
        futures = {}
        for scenario in scenarios.ALL[:1] if is_long else [scenarios.BATCH]:
            found = kinds(enumerate_points(scenario))
            cases = [(pattern, *action) for pattern, label in found.items() for action in actions(label)
                     if action[0] not in ('EINTR', 'short')]
            if not is_long:
                cases = [case for case in cases if changes_files(case[0])]
                cases = cases[3::max(1, len(cases) // 24)]
            for pattern, word, action in cases:
                futures[pool.submit(fail_for_ever, scenario, pattern, action)] = f'{scenario.name}: {word} always at {pattern}'
        for future in concurrent.futures.as_completed(futures):
            verdicts.add(futures[future], future.result())
    report(verdicts)


def proof_failed_sync_is_not_trusted_again(report, is_long):
    """What rests on an fsync that failed is made anew before the next one, and is out in the end"""
    verdicts = Verdicts()
    for folder in ('.state/tmp', '.state/work', 'outbox', 'outbox/sport', 'failed'):
        with Place() as home:
            oracle = scenarios.BATCH.prepare(home)
            calls = os.path.join(home, 'calls')
            service = Service(oracle, home, None, [Rule(f'fsync {folder}', f'error={errno.EIO}')], calls)
            service.await_end(25, service.is_settled)
            service.stop()
            problems = [*trusted_again(Calls(calls).ended, folder), *oracle.problems()]
            verdicts.add(f'EIO at fsync {folder}', problems)
    report(verdicts)


def trusted_again(calls, folder):
    """The names of a folder that are neither given anew nor gone after its fsync failed, when it succeeds."""
    given, missing, has_failed = set(), None, False
    for result, label in calls:
        call, _, about = label.partition(' ')
        if call == 'fsync' and about == folder:
            if result < 0:
                has_failed, missing = True, set(given)
            elif missing:
                return [f'{name} is trusted to an fsync after one that failed' for name in sorted(missing)]
            given.clear()
        if result < 0:
            continue
        old, new = names_changed(call, about, folder)
        if missing is not None:
            missing -= {old, new}
        given.discard(old)
        # Nothing rests on a claim that is durable.
        if new and not new.endswith('.in'):
            given.add(new)
    return [] if has_failed else [f'no fsync of {folder} failed']


def names_changed(call, about, folder):
    """The name that a call takes out of a folder, and the one that it puts there; claims are called ID in all."""
    place = re.escape(folder)
    if call.startswith('rename'):
        old, new = re.match(rf'{place}/([^/]*) (?=[.a-z]+/)', about), re.search(rf' {place}/([^/]*)$', about)
        return old and old[1], new and new[1]
    name = re.fullmatch(rf'{place}/([^/]*)', about)
    if name and call == 'unlinkat':
        return name[1], None
    return None, name[1] if name and call == 'write' else None
