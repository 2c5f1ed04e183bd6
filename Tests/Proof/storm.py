"""Kill storm: SIGKILL at random moments under load, a start after each, and a consumer that takes all at once."""
import os
import random
import threading
import time

import scenarios
from articles import article
from errors import Service
from interception import Place
from kill import Verdicts
from oracle import REJECT, Oracle


class Load(threading.Thread):
    """Drops files in every way of delivery, spread over some seconds."""

    def __init__(self, oracle, count, seconds, chance):
        super().__init__(daemon=True)
        self.oracle, self.count, self.seconds, self.chance = oracle, count, seconds, chance
        self.error = None

    def run(self):
        try:
            began = time.monotonic()
            for number in range(self.count):
                section = f'section-{number % 3}/' if number % 5 == 0 else ''
                name = scenarios.LONG[:220].decode() + f' {number}.txt' if number % 17 == 3 else f'{number}.txt'
                data, kind = article(number, 1 + number % 4), 'article'
                if number % 11 == 7:
                    data, kind = bytes([number % 256, 0, 1]) * 50 + b'%d' % number, REJECT
                self.oracle.drop(section + name, data, kind, in_place=number % 4 == 1)
                ahead = began + self.seconds * number / self.count - time.monotonic()
                if ahead > 0.2:
                    time.sleep(self.chance.random() * 2 * ahead)
        except OSError as error:
            self.error = error


class Consumer(threading.Thread):
    """Takes what is in the outbox as soon as it is there."""

    def __init__(self, oracle):
        super().__init__(daemon=True)
        self.oracle = oracle
        self.ends = threading.Event()

    def run(self):
        while not self.ends.is_set():
            self.oracle.take()
            time.sleep(0.001)


def storm(files, seconds, seed):
    """Kills every 5 to 500 ms until all is dropped and settled: how often, the starts' slowest, and what is wrong."""
    chance = random.Random(seed)
    with Place() as home:
        oracle = Oracle(os.path.join(home, 'spool'))
        os.makedirs(os.path.join(oracle.root, b'inbox'))
        load, consumer = Load(oracle, files, seconds, chance), Consumer(oracle)
        consumer.start()
        load.start()
        kills, problems = 0, []
        service = Service(oracle, home, None)
        while load.is_alive():
            time.sleep(0.005 + chance.random() ** 2 * 0.495)
            if service.process.poll() is not None:
                problems.append(f'ended by itself with {service.process.returncode}: {service.said[-500:]}')
            service.process.kill()
            service.process.wait()
            kills += 1
            service = Service(oracle, home, None)
        if not service.await_end(120, service.is_settled) or not service.is_settled():
            problems.append(f'did not settle all: {service.said[-1000:]}')
        if service.stop() != 0:
            problems.append('did not end well')
        consumer.ends.set()
        consumer.join()
        if load.error:
            problems.append(f'the producer: {load.error}')
        if '<2>' in service.said:
            problems.append(f'broken invariant: {service.said[service.said.index("<2>"):][:500]}')
        return kills, problems + oracle.problems()


def proof_kill_storm(report, is_long):
    """Kills at random moments under load, with a consumer that takes results at once; for an hour in the long set"""
    verdicts = Verdicts()
    files, seconds, whole = (10_000, 200, 3600) if is_long else (400, 4, 0)
    began, kills, storms = time.monotonic(), 0, 0
    while True:
        seed = int.from_bytes(os.urandom(3), 'big')
        more, problems = storm(files, seconds, seed)
        kills += more
        storms += 1
        verdicts.add(f'seed {seed}', problems)
        if problems or time.monotonic() - began >= whole:
            break
    report(f'{kills} kills, {storms * files} files, last seed {seed}')
    report(verdicts)
