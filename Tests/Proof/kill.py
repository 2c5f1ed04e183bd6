"""SIGKILL at every system call: each once, then a restart, then the oracle."""
import collections
import concurrent.futures
import os

import scenarios
from interception import Calls, Place, Rule, changes_files, escaped, run


def enumerate_points(scenario, binary=None):
    """The calls of an undisturbed run of a scenario, each once; the run itself must be well."""
    for _ in range(3):
        calls = undisturbed(scenario, binary)
        objection = scenario.objection(calls)
        if objection is None:
            return calls.points()
    # On a busy machine threads may not meet as the scenario wants them to; thrice is no accident.
    raise AssertionError(f'{scenario.name}, undisturbed: {objection}')


def undisturbed(scenario, binary):
    with Place() as home:
        oracle = scenario.prepare(home)
        log = os.path.join(home, 'log')
        status, said = run(oracle.root, scenario.rules, log, binary=binary, config=scenario.settings(home))
        problems = oracle.problems()
        if status not in (0, 1) or problems:
            raise AssertionError(f'{scenario.name}, undisturbed: status {status}, {problems}; {said[-2000:]}')
        return Calls(log)


def kill_at(scenario, label, count, action='kill', binary=None):
    """Kills the service at one call: `None` where it never came in three runs, else what was wrong in the end."""
    for _ in range(3):
        problems = kill_once(scenario, label, count, action, binary)
        if problems is not None:
            return problems
    return None


def kill_once(scenario, label, count, action, binary):
    with Place() as home:
        oracle = scenario.prepare(home)
        config = scenario.settings(home)
        status, said = run(oracle.root, [*scenario.rules, Rule(escaped(label), action, count)], binary=binary, config=config)
        if status != 128 + 9:
            # The order of threads differs: this call did not come so often in this run.
            problems = oracle.problems() if status in (0, 1) else [f'ended with {status}: {said[-500:]}']
            return problems or None
        oracle.take()
        status, said = run(oracle.root, scenario.rules, binary=binary, config=config)
        problems = oracle.problems()
        if status not in (0, 1):
            problems.append(f'after the restart it ended with {status}: {said[-500:]}')
        if '<2>' in said:
            problems.append(f'broken invariant: {said[-500:]}')
        return problems


class Verdicts:
    """What came of the points of some scenarios."""

    def __init__(self):
        self.counts = collections.Counter()
        self.wrong = []

    def add(self, where, problems):
        if problems is None:
            self.counts['not run'] += 1
            self.counts[f'not run in {where.split(":")[0]}'] += 1
        elif problems:
            self.counts['bad'] += 1
            self.wrong.append((where, problems))
        else:
            self.counts['good'] += 1


def kill_everywhere(chosen, pick, verdicts, jobs=3, binary=None, stop_at=None):
    """Kills at all points of the scenarios that `pick` lets through."""
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for scenario in chosen:
            points = [(label, count, 'kill') for label, count in enumerate_points(scenario, binary)]
            points += [(label, count, 'kill-after') for label, count, _ in points if changes_files(label)]
            points = pick(points)
            futures = {pool.submit(kill_at, scenario, *point, binary): point for point in points}
            for future in concurrent.futures.as_completed(futures):
                label, count, action = futures[future]
                verdicts.add(f'{scenario.name}: {action} at call {count} of {label}', future.result())
                if stop_at and len(verdicts.wrong) >= stop_at:
                    pool.shutdown(cancel_futures=True)
                    return


def some(points, limit):
    """About `limit` points, those that change the disk, spread evenly."""
    chosen = [point for point in points if changes_files(point[0]) and not point[0].startswith(('open', 'close'))]
    step = max(1, len(chosen) // limit)
    return chosen[::step]


def proof_kill_at_every_call(report, is_long):
    """SIGKILL at each call of the service, and at each call of the recovery from it"""
    verdicts = Verdicts()
    for scenario in scenarios.ALL:
        limit = {'batch': 40, 'recovery-decided': 20}.get(scenario.name, 8)
        pick = list if is_long else lambda points: some(points, limit)
        kill_everywhere([scenario], pick, verdicts)
    report(verdicts)
