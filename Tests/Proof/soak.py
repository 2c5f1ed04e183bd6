"""Soak: mixed load and faults for minutes, with memory and descriptors that must stay flat."""
import os
import random
import re
import shutil
import signal
import statistics
import threading
import time

from articles import article
from errors import Service
from interception import MEMORY, Place
from kill import Verdicts
from oracle import REJECT, Oracle
from scenarios import saved_page
from storm import Consumer


class Mixed(threading.Thread):
    """Everything that producers do, at about `rate` files a second, until the time is over."""

    def __init__(self, oracle, rate, seconds, chance):
        super().__init__(daemon=True)
        self.oracle, self.rate, self.seconds, self.chance = oracle, rate, seconds, chance
        self.count = 0
        self.error = None

    def run(self):
        try:
            end = time.monotonic() + self.seconds
            while time.monotonic() < end:
                for _ in range(self.chance.choice([1, 1, 1, 5, 40])):
                    self.drop(self.count)
                    self.count += 1
                    time.sleep(self.chance.random() * 2 / self.rate)
        except OSError as error:
            self.error = error

    def drop(self, number):
        kind = number % 20
        name, in_place = f'{number}.txt', number % 3 == 0
        if kind == 3:
            self.oracle.drop(name, bytes([0, number % 251]) * 40 + b'%d' % number, REJECT, in_place)
        elif kind == 5:
            self.oracle.drop(f'page {number}.html', saved_page(number))
        elif kind == 7:
            self.oracle.drop(f'section/{number % 7}/{name}', article(number, 2), in_place=in_place)
        elif kind == 9 and number % 100 == 9:
            self.oracle.drop(name, article(number, 1000))
        elif kind == 11:
            self.oracle.drop('long ' * 44 + f'{number}.txt', article(number, 2))
        else:
            self.oracle.drop(name, article(number, 1 + number % 6), in_place=in_place)


class Faults(threading.Thread):
    """What an administrator and bad luck do to a service that runs."""

    def __init__(self, service, root, chance):
        super().__init__(daemon=True)
        self.service, self.root, self.chance = service, root, chance
        self.ends = threading.Event()
        self.done = 0

    def run(self):
        acts = [self.reload, self.kill_worker, self.stop_worker, self.close_outbox, self.ugly_files]
        while not self.ends.wait(0.5 + self.chance.random()):
            self.chance.choice(acts)()
            self.done += 1

    def reload(self):
        self.service.process.send_signal(signal.SIGHUP)

    def workers(self):
        found = []
        pid = self.service.process.pid
        for task in os.listdir(f'/proc/{pid}/task'):
            try:
                with open(f'/proc/{pid}/task/{task}/children') as file:
                    found += [int(word) for word in file.read().split()]
            except OSError:
                pass
        return found

    def signal_worker(self, number, then=None):
        workers = self.workers()
        if workers:
            worker = self.chance.choice(workers)
            try:
                os.kill(worker, number)
                if then:
                    time.sleep(0.2)
                    os.kill(worker, then)
            except ProcessLookupError:
                pass

    def kill_worker(self):
        # Seldom enough that no article is met three times.
        if self.done % 3 == 0:
            self.signal_worker(signal.SIGKILL)

    def stop_worker(self):
        self.signal_worker(signal.SIGSTOP, signal.SIGCONT)

    def close_outbox(self):
        """Away for a moment; for root, modes keep nobody out."""
        outbox = os.path.join(self.root, b'outbox')
        os.rename(outbox, outbox + b'-away')
        time.sleep(0.1)
        for name in os.listdir(outbox) if os.path.isdir(outbox) else []:
            target = os.path.join(outbox + b'-away', name)
            if os.path.isfile(os.path.join(outbox, name)):
                os.rename(os.path.join(outbox, name), target)
        if os.path.isdir(outbox):
            self.merge(outbox, outbox + b'-away')
        else:
            os.rename(outbox + b'-away', outbox)

    def merge(self, outbox, away):
        """What lies in the folder that was away goes into the one that the service made in its place."""
        for path, _, names in os.walk(away):
            below = os.path.normpath(os.path.join(outbox, os.path.relpath(path, away)))
            os.makedirs(below, exist_ok=True)
            for name in names:
                os.rename(os.path.join(path, name), os.path.join(below, name))
        shutil.rmtree(away)

    def ugly_files(self):
        os.symlink('/etc/shadow', os.path.join(self.root, b'inbox', b'.link-%d' % self.done))
        os.unlink(os.path.join(self.root, b'inbox', b'.link-%d' % self.done))


def state(pid):
    """Resident MB and open descriptors."""
    with open(f'/proc/{pid}/status') as file:
        memory = int(re.search(r'VmRSS:\s+(\d+)', file.read()).group(1)) / 1024
    return memory, len(os.listdir(f'/proc/{pid}/fd'))


def soak(seconds, rate, seed):
    chance = random.Random(seed)
    with Place(MEMORY) as home:
        oracle = Oracle(os.path.join(home, 'spool'))
        os.makedirs(os.path.join(oracle.root, b'inbox'))
        config = os.path.join(home, 'soak.conf')
        with open(config, 'w') as file:
            file.write('[Stories]\nRemember=2000\n')  # else the list of earlier results grows all the time, as it should
        service = Service(oracle, home, config)
        service.await_end(20, lambda: service.is_ready)
        load, consumer = Mixed(oracle, rate, seconds, chance), Consumer(oracle)
        faults = Faults(service, oracle.root, random.Random(seed + 1))
        for thread in (consumer, load, faults):
            thread.start()
        samples, problems = [], []
        while load.is_alive():
            if service.process.poll() is not None:
                problems.append(f'ended by itself with {service.process.returncode}: {service.said[-800:]}')
                break
            samples.append(state(service.process.pid))
            time.sleep(0.25)
        faults.ends.set()
        faults.join()
        load.join()
        if not problems:
            service.await_end(60, service.is_settled)
            if not service.is_settled():
                problems.append(f'did not settle all: {service.said[-800:]}')
        if service.stop() != 0:
            problems.append('did not end well')
        consumer.ends.set()
        consumer.join()
        if load.error:
            problems.append(f'the producer: {load.error}')
        problems += oracle.problems()
        part = max(1, len(samples) // 5)
        early, late = samples[part:2 * part], samples[-part:]
        memory = [statistics.median(sample[0] for sample in part) for part in (early, late)]
        descriptors = [statistics.median(sample[1] for sample in part) for part in (early, late)]
        if memory[1] > memory[0] * 1.1 + 2:
            problems.append(f'memory grew from {memory[0]:.1f} to {memory[1]:.1f} MB')
        if descriptors[1] > descriptors[0] + 4:
            problems.append(f'descriptors grew from {descriptors[0]:g} to {descriptors[1]:g}')
        told = (f'{load.count} files and {faults.done} faults in {seconds} s; {memory[0]:.1f} then {memory[1]:.1f} MB, '
                f'{descriptors[0]:g} then {descriptors[1]:g} descriptors; seed {seed}')
        return told, problems


def proof_soak(report, is_long):
    """Mixed load and faults for a while, with memory and descriptors that stay flat"""
    verdicts = Verdicts()
    told, problems = soak(600 if is_long else 6, 60, int.from_bytes(os.urandom(3), 'big'))
    report(told)
    verdicts.add('soak', problems)
    report(verdicts)
