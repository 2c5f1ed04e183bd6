"""The order of the calls: nothing goes on before what it rests on is durable.

ext4 and XFS write names in the order in which they were given, so that no power cut on them shows a folder that was
not synced; other file systems need not be so kind. A trace shows it on all.
"""
import collections
import os
import re

import scenarios
from interception import Calls, Place, run
from kill import Verdicts

SYNCS = ('fsync', 'fdatasync')


def violations(calls):
    """What was done too early in a trace, as (result, label) in the order of the ends of the calls."""
    unsynced = collections.Counter()  # folder or kind of file -> what was done to it since its last sync
    wrong = []

    def needs(folder, what, label):
        dirty = [name for name in unsynced if unsynced[name] > 0 and (name == folder or name.startswith(f'{folder}/'))]
        if dirty:
            wrong.append(f'{what} before {", ".join(sorted(dirty))} is durable: {label}')

    for result, label in calls:
        if result < 0:
            continue
        call, _, about = label.partition(' ')
        if call == 'syncfs':
            unsynced.clear()
        elif call in SYNCS:
            if re.fullmatch(r'\.state/tmp/.*\.(part|out)', about):
                unsynced['the bytes of outputs'] -= 1
            elif about.endswith('.jsonl'):
                unsynced['the history'] = 0
            else:
                unsynced[about] = 0
        elif call == 'write' and re.fullmatch(r'\.state/tmp/.*\.(part|out)', about):
            unsynced['the bytes of outputs'] += 1
            unsynced['.state/tmp'] += 1
        elif call == 'write' and about.endswith('.jsonl'):
            for folder in ('outbox', 'failed'):
                needs(folder, 'a line of the history', label)
            unsynced['the history'] += 1
        elif call.startswith('rename'):
            if re.search(r'\.in \.state/work/.*\.(pub|bad)', about):
                needs('the bytes of outputs', 'a decision', label)
                needs('.state/tmp', 'a decision', label)
                unsynced['.state/work'] += 1
            elif about.startswith('.state/tmp/') and re.search(r'\.out (outbox|failed)/', about):
                needs('.state/work', 'a publication', label)
                unsynced[os.path.dirname(re.sub(r'.*\.out (?=outbox/|failed/)', '', about))] += 1
            elif re.match(r'\.state/work/.*\.(pub|bad)~? (done|failed)/', about):
                for folder in ('outbox', 'the history'):
                    needs(folder, 'a retirement', label)
    return wrong


def trace(scenario):
    with Place() as home:
        oracle = scenario.prepare(home)
        log = os.path.join(home, 'log')
        status, said = run(oracle.root, scenario.rules, log, config=scenario.settings(home))
        if status not in (0, 1):
            raise AssertionError(f'ended with {status}: {said[-800:]}')
        return Calls(log).ended


def proof_order_of_calls(report, is_long):
    """Each step is durable before the next one that rests on it; a trace without any of the syncs is found out"""
    verdicts = Verdicts()
    for scenario in scenarios.ALL:
        calls = trace(scenario)
        verdicts.add(scenario.name, violations(calls))
        if scenario is not scenarios.BATCH:
            continue
        for missing in ('.state/tmp', '.state/work', 'outbox', 'outbox/sport', r'.*\.jsonl', r'.*\.out'):
            without = [(result, label) for result, label in calls
                       if not re.fullmatch(f'(fsync|fdatasync) {missing}', label)]
            if len(without) == len(calls):
                verdicts.add(missing, [f'there is no sync of {missing}'])
            elif not violations(without):
                verdicts.add(missing, [f'a trace without the sync of {missing} is not found out'])
            else:
                verdicts.counts['mutants found out'] += 1
    report(verdicts)
