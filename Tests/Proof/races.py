"""Hostile inodes, and races with those who put them there."""
import json
import os
import socket
import stat
import subprocess
import threading
import time

from articles import article
from errors import Service
from interception import MEMORY, Place, compiler
from kill import Verdicts
from oracle import Oracle, digest, files_below, read

SECRET = article(999_999)  # were it followed, it would come out as a fine article


class Spool:
    """A spool with a service on it, and a secret beside it that nobody may reach from the inbox."""

    def __init__(self, home):
        self.home = home
        self.oracle = Oracle(f'{home}/spool')
        self.inbox = f'{home}/spool/inbox'
        os.makedirs(self.inbox)
        os.mkdir(f'{home}/outside')
        self.secret = f'{home}/outside/999999.txt'
        with open(self.secret, 'wb') as file:
            file.write(SECRET)
        self.service = Service(self.oracle, home, None)
        self.service.await_end(20, lambda: self.service.is_ready)

    def settle(self, ignoring=lambda path: False):
        """What is wrong in the end."""
        def is_idle():
            folders = [self.inbox, f'{self.home}/spool/.state/work', f'{self.home}/spool/.state/tmp']
            return not [path for folder in folders for path in files_below(folder) if not ignoring(path)]
        problems = []
        if not self.service.await_end(40, is_idle):
            problems.append(f'the service ended: {self.service.said[-800:]}')
        elif not is_idle():
            problems.append(f'not settled: {files_below(self.inbox)[:3]}; {self.service.said[-800:]}')
        if self.service.stop() != 0:
            problems.append('did not end well')
        if not os.path.isfile(self.secret) or read(self.secret) != SECRET:
            problems.append('what lies outside of the spool was touched')
        self.oracle.take()
        for name, content in self.oracle.taken:
            if b'999999' in content:
                problems.append(f'the secret came out as {name!r}')
        for place in ('done', 'failed'):
            for path in files_below(f'{self.home}/spool/{place}'):
                status = os.lstat(path)
                if stat.S_ISREG(status.st_mode) and status.st_size == len(SECRET) and read(path) == SECRET:
                    problems.append(f'the secret came to {path!r}')
        if '<2>' in self.service.said:
            problems.append(f'broken invariant: {self.service.said[-500:]}')
        return problems


def swaps(count, make_one, make_other, one, other):
    """Swaps two things under their names in the inbox until it was done `count` times: what is wrong."""
    program = compiler('swap.c')
    with Place(MEMORY) as home:
        spool = Spool(home)
        one, other = os.path.join(spool.inbox, one), os.path.join(spool.inbox, other)
        done, rounds = 0, 0
        while done < count:
            rounds += 1
            if not os.path.lexists(one):
                make_one(spool, one, rounds)
            if not os.path.lexists(other):
                make_other(spool, other, rounds)
            ended = subprocess.run([program, one, other, str(count - done)], stdout=subprocess.PIPE)
            if ended.returncode not in (0, 3):
                raise AssertionError(f'swap ended with {ended.returncode}')
            done += int(ended.stdout)
            spool.oracle.take()
        for path in (one, other):
            if not os.path.basename(path).startswith('.') or not os.path.lexists(path):
                continue
            if os.path.islink(path):
                os.unlink(path)
            else:  # what the last swap hid, an article or a section with one: it is the service's once it is shown
                os.rename(path, os.path.join(spool.inbox, 'shown'))
        return spool.settle(), rounds


def an_article(spool, path, number):
    part = f'{spool.home}/spool/part'
    with open(part, 'wb') as file:
        file.write(article(number))
    os.rename(part, path)


def a_link(spool, path, number):
    os.symlink(spool.secret, path)


def a_section(spool, path, number):
    os.makedirs(path)
    an_article(spool, f'{path}/{number}.txt', number)


def a_link_to_a_folder(spool, path, number):
    os.symlink(f'{spool.home}/outside', path)


def proof_swaps_with_links(report, is_long):
    """A file and a link to a secret change places 10^5 times, and a section and a link to a folder"""
    count = 100_000 if is_long else 10_000
    verdicts = Verdicts()
    for what, *case in (('file and link', an_article, a_link, '1.txt', '2.txt'),
                        ('file and hidden link', an_article, a_link, '1.txt', '.2'),
                        ('section and link', a_section, a_link_to_a_folder, 'sport', '.hidden')):
        problems, rounds = swaps(count, *case)
        verdicts.add(what, problems)
        report(f'{what}: {count} swaps, {rounds} rounds')
    report(verdicts)


def proof_writers_that_go_on(report, is_long):
    """Writers that append to their files after these were claimed, some of whom nothing tells"""
    writers, seconds = (40, 20) if is_long else (12, 3)
    more = b'And officials added more words to it on Monday.\n'
    with Place(MEMORY) as home:
        spool = Spool(home)
        versions, final = {}, {}

        def go_on(number, append):
            """Appends until its time is over, and remembers each state that the file was in."""
            data = article(number)
            end = time.monotonic() + seconds * (number % 4 + 1) / 4
            while time.monotonic() < end:
                data += more
                versions[digest(data)] = number
                append(more)
                time.sleep(0.003 * (number % 7))
            return data

        def keep_open(number):
            """Moved in while it is open: the lease tells, and all that is written counts."""
            path = f'{spool.home}/spool/part-{number}'
            with open(path, 'wb', buffering=0) as file:
                file.write(article(number))
                os.rename(path, f'{spool.inbox}/{number}.txt')
                final[number] = go_on(number, file.write)

        def open_again(number):
            """Opened for each word through another name: what is read must be one of its states, and no mixture."""
            path = f'{spool.home}/spool/part-{number}'
            with open(path, 'wb') as file:
                file.write(article(number))
            versions[digest(article(number))] = number
            os.link(path, f'{spool.inbox}/{number}.txt')

            def append(words):
                with open(path, 'ab', buffering=0) as file:
                    file.write(words)
            go_on(number, append)

        threads = [threading.Thread(target=open_again if number % 2 else keep_open, args=(number,))
                   for number in range(1, writers + 1)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        problems = spool.settle()
        kept = {digest(read(path)) for path in files_below(f'{home}/spool/done')}
        came = [json.loads(content)['nutgraf']['source']['sha256']
                for name, content in spool.oracle.taken if name.endswith(b'.json')]
        for source in came:
            if source not in versions:
                problems.append('what came out was never the whole content of a file')
        for number in range(1, writers + 1):
            if number not in {versions.get(source) for source in came}:
                problems.append(f'{number}.txt never came out')
        for number, data in final.items():
            if digest(data) not in kept:
                problems.append(f'the last version of {number}.txt is not kept')
            if digest(data) not in came:
                problems.append(f'the last version of {number}.txt did not come out')
    verdicts = Verdicts()
    verdicts.add(f'{writers} writers', problems)
    report(f'{writers} writers, {len(came)} versions came out')
    report(verdicts)


def proof_hostile_inodes(report, is_long):
    """Links, FIFOs, sockets, devices, hard links, folders with names of files, files of a terabyte"""
    with Place(MEMORY) as home:
        spool = Spool(home)
        inbox, is_root = spool.inbox, os.geteuid() == 0
        os.symlink('/etc/shadow', f'{inbox}/link.txt')
        os.symlink(spool.secret, f'{inbox}/secret.txt')
        os.symlink('nowhere', f'{inbox}/dangling.txt')
        os.symlink('loop.txt', f'{inbox}/loop.txt')
        os.mkfifo(f'{inbox}/fifo.txt')
        listener = socket.socket(socket.AF_UNIX)
        os.chdir(inbox)
        listener.bind('socket.txt')
        os.chdir('/')
        if is_root:
            os.mknod(f'{inbox}/zero.txt', stat.S_IFCHR | 0o666, os.makedev(1, 5))
            os.mknod(f'{inbox}/block.txt', stat.S_IFBLK | 0o666, os.makedev(7, 99))
        with open(f'{inbox}/terabyte.txt', 'wb') as file:
            file.truncate(1 << 40)
        os.makedirs(f'{inbox}/folder.html/1.txt')
        spool.oracle.drop('folder.html/1.txt/2.txt', article(2))
        problems = spool.settle()
        failed = {os.path.basename(path) for path in files_below(f'{home}/spool/failed')}
        expected = {'link.txt', 'secret.txt', 'dangling.txt', 'loop.txt', 'fifo.txt', 'socket.txt', 'terabyte.txt'}
        expected |= {'zero.txt', 'block.txt'} if is_root else set()
        for name in expected:
            if name not in failed or f'{name}.reason.json' not in failed:
                problems.append(f'{name} is not in failed/ with its reason')
        listener.close()
    verdicts = Verdicts()
    verdicts.add('hostile inodes', problems)
    report(f'{len(expected)} kinds')
    report(verdicts)
