"""What the service is interrupted at: spools prepared so that a run takes every way that a file can go."""
import functools
import os
import pathlib
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'EndToEnd'))
from articles import article  # noqa: E402
from interception import Rule, run  # noqa: E402
from oracle import ARTICLE, FOREIGN, REJECT, Oracle  # noqa: E402

LONG = b'a very long name that leaves no room for anything behind it ' * 4


def saved_page(number):
    """An article as a browser saves it."""
    paragraphs = article(number).decode().strip().split('\n\n')
    body = ''.join(f'<p>{text}</p>\n' for text in paragraphs[1:])
    return (f'<!DOCTYPE html><html><head><title>{paragraphs[0]}</title></head><body><article>'
            f'<h1>{paragraphs[0]}</h1>\n{body}</article></body></html>\n').encode()


def mailbox(*numbers):
    """Articles as the mails of one file."""
    return b''.join(
        b'From desk@example.org Mon May  6 10:00:00 2024\nMessage-ID: <%d@example.org>\nMIME-Version: 1.0\n'
        b'Subject: Number %d\n\n%s\n' % (number, number, article(number)) for number in numbers)


@functools.cache
def large():
    """An article of 2 MB."""
    return article(3, 8_000)


class Scenario:
    """A spool to begin with, and how the service is run on it."""

    name = ''
    config = None
    rules = ()  # what goes wrong in every run of it

    def prepare(self, home):
        """Fills `home`/spool; returns the oracle that knows what was dropped."""
        raise NotImplementedError

    def objection(self, calls):
        """What of its calls shows that a run did not take the ways that the scenario is there for."""
        return None

    def settings(self, home):
        """The path of the configuration, or `None`."""
        if self.config is None:
            return None
        path = os.path.join(home, 'conf')
        with open(path, 'w') as file:
            file.write(self.config)
        return path


class Batch(Scenario):
    """Files that wait at the start: articles, one in a section, one with a long name, one whose place is taken, one
    of two articles, and one that is none."""

    name = 'batch'

    def prepare(self, home):
        root = os.path.join(home, 'spool')
        oracle = Oracle(root)
        os.makedirs(os.path.join(root, 'outbox'))
        oracle.drop('1.txt', article(1))
        oracle.drop('sport/2.txt', article(2))
        oracle.drop(LONG[:236] + b' 3.txt', article(3))
        oracle.drop('4.bin', bytes(range(256)) * 3, REJECT)
        oracle.drop('5.txt', article(5))
        oracle.drop('mails', mailbox(61, 62), cases=[61, 62])
        with open(os.path.join(root, 'outbox/5.txt.json'), 'wb') as file:
            file.write(FOREIGN)
        return oracle


class Plain(Scenario):
    """Two articles and a file that is none, with nothing in their way."""

    name = 'plain'

    def prepare(self, home):
        oracle = Oracle(os.path.join(home, 'spool'))
        oracle.drop('1.txt', article(1))
        oracle.drop('sport/2.txt', article(2))
        oracle.drop('4.bin', bytes(range(256)) * 3, REJECT)
        return oracle


class Page(Scenario):
    """A saved page with its folder, and an article with a failure of the same name before it."""

    name = 'page'

    def prepare(self, home):
        root = os.path.join(home, 'spool')
        oracle = Oracle(root)
        oracle.drop('page 6_files/picture.png', b'no picture')
        oracle.dropped.clear()
        oracle.drop('page 6.html', saved_page(6))
        oracle.drop('7', b'\0\1\2 no article 7', REJECT)
        return oracle


class Staged(Scenario):
    """Two batches: the outputs of the second are made durable while the first one is committed."""

    name = 'staged'
    config = '[Workers]\nWorkers=2\n'
    rules = (Rule('fsync .state/work', 'hold', 1),)

    def prepare(self, home):
        oracle = Oracle(os.path.join(home, 'spool'))
        oracle.drop('1.txt', article(1))
        oracle.drop('sport/2.txt', article(2))
        # Its worker needs longer for it than the first batch waits for company.
        oracle.drop('3.txt', large())
        return oracle

    def objection(self, calls):
        """What is wrong with a run in which no batch was staged while another was committed."""
        begin = calls.order.index('> fsync .state/work')
        end = next(i for i, entry in enumerate(calls.order) if entry.startswith('< ') and entry.endswith(' fsync .state/work'))
        if any(entry.startswith('> ') and '.json.out' in entry for entry in calls.order[begin:end]):
            return None
        return 'no batch was staged while another was committed'


class Deaths(Scenario):
    """Workers that die of every article, until it has cost three of them."""

    name = 'deaths'
    # A worker says that it has begun; the next read fails, and the one after that is of its last words.
    rules = tuple(Rule('read pipe', 'late-error=5', number) for number in (2, 5, 8))

    def prepare(self, home):
        oracle = Oracle(os.path.join(home, 'spool'))
        oracle.drop('1.txt', article(1, paragraphs=140), REJECT)  # so that no answer is there at once
        return oracle


class Recovery(Scenario):
    """What a kill at one call of another scenario left."""

    def __init__(self, name, before, pattern, first=1):
        self.name, self.before, self.rule = name, before, Rule(pattern, 'kill', first)
        self.config, self.rules = before.config, before.rules

    def prepare(self, home):
        oracle = self.before.prepare(home)
        root = os.path.join(home, 'spool')
        run(root, [*self.rules, self.rule], config=self.settings(home))
        return oracle


BATCH = Batch()
STAGED = Staged()
ALL = [
    BATCH,
    Page(),
    STAGED,
    Deaths(),
    Recovery('recovery-staged', BATCH, 'renameat2 .state/work/*.in .state/work/*.pub*', 2),
    Recovery('recovery-decided', BATCH, 'renameat2 .state/tmp/*.json.out outbox/*', 2),
    Recovery('recovery-published', BATCH, 'renameat2 .state/work/*.pub done/*', 2),
    Recovery('recovery-of-two-batches', STAGED, 'renameat2 .state/tmp/*.json.out outbox/*', 1),
]
