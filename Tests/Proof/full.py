"""Disks that are full, in bytes and in files, and disks whose fsync really fails."""
import os
import re
import subprocess
import time

from articles import article
from disks import Mount, do, need
from errors import Service
from interception import MEMORY, Place, Unavailable, run
from kill import Verdicts
from oracle import Oracle

RESUMES_WITHIN = 30.0


def fill(path):
    """Takes all bytes of a disk, to the last one."""
    with open(path, 'wb', buffering=0) as file:
        for size in (1 << 16, 4096, 512):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                pass


def take_all_names(folder):
    os.mkdir(folder)
    try:
        for number in range(100_000):
            open(os.path.join(folder, str(number)), 'w').close()
    except OSError:
        pass


def resumes(options, full, empty, files, is_killed):
    """Fills a disk under a service, drops files, and makes room again: what is wrong, and when it went on."""
    with Place() as home, Mount('nutgraf-proof', f'{home}/disk', '-t', 'tmpfs', '-o', options) as disk:
        oracle = Oracle(f'{disk}/spool')
        os.makedirs(f'{disk}/spool/inbox')
        oracle.drop('0.txt', article(0))
        service = Service(oracle, home, None)
        service.await_end(20, service.is_settled)
        for number in range(1, files + 1):
            data = article(number)
            oracle.expect(f'{number}.txt', data)
            with open(f'{disk}/spool/inbox/.{number}', 'wb') as file:
                file.write(data)
        full(f'{disk}/full')
        for number in range(1, files + 1):
            os.rename(f'{disk}/spool/inbox/.{number}', f'{disk}/spool/inbox/{number}.txt')
        problems = []
        lives = service.await_end(3)
        if is_killed:
            service.process.kill()
            service.process.wait()
            service = Service(oracle, home, None)
            lives = service.await_end(2)
        if not lives:
            problems.append(f'ended with {service.process.returncode} while the disk was full: {service.said[-500:]}')
            service = Service(oracle, home, None)
        if service.is_settled():
            problems.append('the disk was not full')
        lines = service.said.count('\n')
        problems += oracle.problems(waiting=True)
        empty(f'{disk}/full')
        began = time.monotonic()
        service.await_end(RESUMES_WITHIN + 15, service.is_settled)
        took = time.monotonic() - began
        if not service.is_settled():
            problems.append(f'did not go on: {service.said[-800:]}')
        elif took > RESUMES_WITHIN:
            problems.append(f'went on after {took:.0f} s only')
        if service.stop() != 0:
            problems.append('did not end well')
        if lines > 12:
            problems.append(f'{lines} lines about {files} files on a full disk: {service.said[:1500]}')
        return problems + oracle.problems(), took


def proof_full_disk(report, is_long):
    """No bytes and no inodes left on a small disk, with and without a kill, and then room again"""
    need()
    verdicts = Verdicts()
    cases = [('bytes', 'size=3m', fill, os.unlink), ('inodes', 'size=8m,nr_inodes=200', take_all_names,
                                                    lambda path: subprocess.run(['rm', '-r', path], check=True))]
    for what, options, full, empty in cases if is_long else cases[1:]:
        for is_killed in (False, True) if is_long else (True,):
            problems, took = resumes(options, full, empty, 40, is_killed)
            verdicts.add(f'no {what} left{", killed meanwhile" if is_killed else ""}', problems)
            report(f'{what}{" and a kill" if is_killed else ""}: went on after {took:.1f} s')
    report(verdicts)


def failing_fsync(files):
    """An ext4 whose blocks have no place any more when they are written back."""
    with Place(MEMORY) as home, Mount('nutgraf-proof', f'{home}/below', '-t', 'tmpfs', '-o', 'size=6m') as below:
        image = f'{below}/image'
        with open(image, 'wb') as file:
            file.truncate(32 << 20)
        do('mkfs.ext4', '-q', '-O', '^has_journal', image)
        problems = []
        with Mount(image, f'{home}/disk', '-o', 'loop,errors=continue') as disk:
            oracle = Oracle(f'{disk}/spool')
            os.makedirs(f'{disk}/spool/inbox')
            for number in range(files):
                oracle.drop(f'{number}.txt', article(number))
            subprocess.run(['sync', '-f', disk], check=True)
            fill(f'{below}/full')
            service = Service(oracle, home, None)
            lives = service.await_end(6)
            failed = len(re.findall('(fsync|fdatasync|syncfs) [^:]*: ', service.said))
            if not lives:
                problems.append(f'ended with {service.process.returncode}: {service.said[-800:]}')
            if not failed:
                problems.append(f'no fsync failed: {service.said[-800:]}')
            problems += oracle.problems(waiting=True)
            os.unlink(f'{below}/full')
            if lives:
                service.await_end(RESUMES_WITHIN + 15, service.is_settled)
                if not service.is_settled():
                    problems.append(f'did not go on: {service.said[-800:]}')
                if service.stop() != 0:
                    problems.append('did not end well')
            # What was said to be durable is on the disk, and not in memory alone.
            subprocess.run(['sync', '-f', disk], stderr=subprocess.DEVNULL)
        # The kernel may have lost blocks of directories, too, of which no fsync told: then a start says what is to be done.
        with Mount(image, f'{home}/disk', '-o', 'loop'):
            status, said = run(oracle.root)
            if status != 0 and 'fsck' not in said:
                problems.append(f'started on a damaged file system, it ended with {status}: {said[-500:]}')
        subprocess.run(['e2fsck', '-fy', image], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with Mount(image, f'{home}/disk', '-o', 'loop'):
            problems += oracle.problems()
            status, said = run(oracle.root)
            if status != 0:
                problems.append(f'started again on it, it ended with {status}: {said[-500:]}')
        return problems, failed


def proof_failing_fsync(report, is_long):
    """fsync fails with EIO since the disk under the disk has no room"""
    if not is_long:
        raise Unavailable("takes half a minute; in the long set")
    need("mkfs.ext4", "e2fsck", "losetup")
    verdicts = Verdicts()
    problems, failed = failing_fsync(60)
    verdicts.add('an fsync that fails', problems)
    report(f'{failed} failures told')
    report(verdicts)
