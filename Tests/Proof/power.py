"""Power cuts: the disk as it is at a call of the service, mounted again, recovered and looked over.

Whatever was not made durable is lost or not as the file system likes. An unrelated fsync just before the cut has it
commit names without the bytes behind them, which is what an absent fsync is found by.
"""
import concurrent.futures
import contextlib
import os
import subprocess

import scenarios
from disks import Shelf
from interception import Rule, changes_files, command, environment, run
from kill import Verdicts
from oracle import Oracle, files_below, read

NO_FSYNC = [Rule(f'{call} *', 'skip', 1, 0) for call in ('fsync', 'fdatasync', 'syncfs', 'sync_file_range')]
NO_FSYNC_OF_FILES = [Rule('fsync *.part', 'skip', 1, 0), Rule('fsync *.out', 'skip', 1, 0),
                     Rule('fdatasync *', 'skip', 1, 0), Rule('syncfs *', 'skip', 1, 0)]


class Cut:
    """One instant: the disk's image, and what a consumer had seen in the outbox."""

    def __init__(self, where, image, seen):
        self.where, self.image, self.seen = where, image, seen


def seen_in(root):
    outbox = os.path.join(os.fsencode(root), b'outbox')
    return [(os.path.relpath(path, outbox), read(path)) for path in files_below(outbox)]


def cuts_of(shelf, scenario, kind, flushes, choose, mutation=(), binary=None):
    """Runs a scenario on a disk, and cuts at each of the calls that change it which `choose` lets through."""
    disk = shelf.make(f'disk-{kind}', kind)
    cuts = []
    with shelf.mounted(disk, kind) as mount:
        oracle = scenario.prepare(mount)
        subprocess.run(['sync', '-f', mount], check=True)
        out, told = os.pipe()
        answers, back = os.pipe()
        rules = [*scenario.rules, *mutation]
        rules += [Rule(f'{call}*', 'ask', 1, 0)
                  for call in ('rename', 'link', 'unlink', 'mkdir', 'write ', 'fsync', 'fdatasync', 'syncfs', 'ftruncate')]
        words = command(oracle.root, rules, binary=binary, config=scenario.settings(mount))
        words[1:1] = ['--ask', str(told), str(answers)]
        process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, env=environment(), pass_fds=(told, answers))
        os.close(told)
        os.close(answers)

        def cut(where):
            if flushes:
                with open(os.path.join(mount, 'unrelated'), 'ab') as file:
                    file.write(b'.')
                    file.flush()
                    os.fsync(file.fileno())
            cuts.append(Cut(where, shelf.copy(disk, f'cut-{len(cuts)}'), seen_in(oracle.root)))

        with open(out, errors='surrogateescape') as labels, open(back, 'wb', buffering=0) as answer:
            for number, label in enumerate(labels):
                if changes_files(label.strip()) and choose(number):
                    cut(f'before {label.strip()}')
                with contextlib.suppress(BrokenPipeError):
                    answer.write(b'.')
        process.wait()
        cut('after the end')
    return oracle, cuts


def judge(shelf, scenario, kind, oracle, cut, takes, binary=None):
    """Mounts what the cut left, lets the service recover, and looks it over."""
    with shelf.mounted(cut.image, kind) as mount:
        later = Oracle(os.path.join(mount, 'spool'))
        later.dropped = {source: list(entry) for source, entry in oracle.dropped.items()}
        later.cases = oracle.cases
        # What was seen before the cut counts as taken, whether the consumer removed it or only read it.
        later.taken = [(name, content) for name, content in cut.seen if content != scenarios.FOREIGN]
        if takes:
            for name, content in later.taken:
                with contextlib.suppress(FileNotFoundError):
                    os.unlink(os.path.join(later.root, b'outbox', name))
        status, said = run(later.root, scenario.rules, binary=binary, config=scenario.settings(mount))
        problems = later.problems(repeats=True)
        if status not in (0, 1):
            problems.append(f'after the cut it ended with {status}: {said[-500:]}')
        if '<2>' in said:
            problems.append(f'broken invariant: {said[-500:]}')
    os.unlink(cut.image)
    return problems


def power_cuts(shelf, scenario, kind, flushes, choose, verdicts, mutation=(), binary=None):
    oracle, cuts = cuts_of(shelf, scenario, kind, flushes, choose, mutation, binary)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        futures = [pool.submit(judge, shelf, scenario, kind, oracle, cut, number % 2, binary)
                   for number, cut in enumerate(cuts)]
        for cut, future in zip(cuts, futures):
            mode = 'names committed' if flushes else 'as it is'
            verdicts.add(f'{scenario.name} on {kind}, {mode}, cut {cut.where}', future.result())


def proof_power_cuts(report, is_long):
    """Power cuts on ext4 and XFS at calls that change the disk, as it is and with all names committed"""
    with Shelf() as shelf:
        verdicts = Verdicts()
        for scenario in scenarios.ALL if is_long else [scenarios.BATCH]:
            for kind in ('ext4', 'xfs'):
                for flushes in (False, True):
                    every = 1 if is_long else 16
                    power_cuts(shelf, scenario, kind, flushes, lambda number: number % every == every - 1, verdicts)
        report(verdicts)


def proof_missing_fsyncs_are_caught(report, is_long):
    """Power cuts find a service whose fsyncs do nothing"""
    with Shelf() as shelf:
        for name, mutation in (('no fsync', NO_FSYNC), ('no fsync of files', NO_FSYNC_OF_FILES)):
            for kind in ('ext4', 'xfs') if is_long else ('xfs',):
                verdicts = Verdicts()
                power_cuts(shelf, scenarios.BATCH, kind, True, lambda number: number % (4 if is_long else 10) == 0, verdicts, mutation)
                if not verdicts.wrong:
                    raise AssertionError(f'{name} on {kind} was not caught in {verdicts.counts["good"]} cuts')
                report(f'{name} on {kind}: caught in {verdicts.counts["bad"]} of {sum(verdicts.counts.values())} cuts')
