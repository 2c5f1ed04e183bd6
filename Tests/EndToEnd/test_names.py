"""Names are bytes: every one that Linux takes comes out as it went in."""
import socket
import unicodedata

from articles import article
from harness import *

UGLY = {
    'newline': b'a\nb.txt', 'newline at the end': b'a.txt\n', 'only a newline': b'\n', 'not UTF-8': b'caf\xff\xfe.txt',
    'leading dash': b'-rf', 'two dashes': b'--help', 'spaces': b' a  b ', 'single quote': b"it's", 'double quote': b'a"b"c',
    'percent': b'100%', 'percent code': b'a%2Fb%00%zz', 'comma': b'a,b,,c.in', 'like a claim': b'x,y.pub~.txt', 'tab': b'a\tb',
    'escape': b'\x1b[31mred', 'backslash': b'a\\x41\\', 'star': b'*', 'question': b'a?b[c]', 'shell': b'$(reboot)`x`;|&<>',
    'right to left': 'a\u202etxt.exe'.encode(), 'emoji': '🗞️📰'.encode(), 'NUL looks': b'%00', 'control': b'\x01\x7f',
    'colon': b'a:b', 'equals': b'MESSAGE=x', 'like JSON': b'{"a":1}.json', 'like Markdown': b'a.md', 'like a result': b'x.txt.json',
    'like a reason': b'x.reason.json', 'numbered': b'a.1.json', 'tilde': b'a~b', 'dots': b'a..b...', 'three dots': b'a.....',
    'byte 0x80': b'\x80', 'half a scalar': 'é'.encode()[:1] + b'x', 'surrogate': b'\xed\xa0\x80',
}
LONG = {
    '255 bytes': b'l' * 255, '255 with ending': b'm' * 251 + b'.txt', '254 bytes': b'n' * 254, '251 bytes': b'o' * 251,
    '250 bytes': b'p' * 250, '252 bytes': b'q' * 252, '250 of two bytes': 'é'.encode() * 125,
    '252 of three bytes': '新'.encode() * 84, '252 of four bytes': '𝒳'.encode() * 63, '255 percent signs': b'%' * 255,
    '255 of no UTF-8': b'\xff' * 255, '255 newlines': b'\n' * 255,
}


class Names(SpoolTest):
    conf = '[Spool]\nRescan=3s\n'  # sections are made here while it runs

    def test_ugly_names(self):
        for i, name in enumerate(UGLY.values()):
            self.drop(name, article(i))
        for i, (what, name) in enumerate(UGLY.items()):
            record = self.await_result(name)
            self.assertIn(f'number {i} ', record['headline'], what)
            self.assertTrue(os.path.exists(self.outbox(name + b'.md')), what)
            source = record['nutgraf']['source']
            given = base64.b64decode(source['nameBytes']) if 'nameBytes' in source else source['name'].encode()
            self.assertEqual(given, name, what)
        entries = self.finish(len(UGLY))
        self.assertEqual({entry['path'] for entry in entries}, set(UGLY.values()))
        self.assertEqual({os.path.basename(path) for path in walk(self.path('done'))}, set(UGLY.values()))
        for line in self.daemon.log.splitlines():
            self.assertRegex(line, r'^<[0-7]>[^\x00-\x1f\x7f\u202e]*$')

    def test_ugly_names_that_fail(self):
        for name in UGLY.values():
            self.drop(name, os.urandom(64) + b'\0\1\2')
        for name in UGLY.values():
            wait_until(lambda: os.path.lexists(self.path('failed', name)), lambda: f'{name!r} in failed/; {self.scene()}')
        entries = self.finish(len(UGLY))
        self.assertEqual({entry['path'] for entry in entries}, set(UGLY.values()))
        self.assertEqual(len(walk(self.path('failed'))), 2 * len(UGLY))

    def test_long_names(self):
        for i, name in enumerate(LONG.values()):
            self.drop(name, article(i))
        wait_until(lambda: len(self.history()) == len(LONG), self.scene)
        entries = self.finish(len(LONG))
        self.assertEqual({entry['state'] for entry in entries}, {'published'})
        self.assertEqual({os.path.basename(path) for path in walk(self.path('done'))}, set(LONG.values()))
        results = [name for name in walk(self.outbox()) if name.endswith(b'.json')]
        self.assertEqual(len(results), len(LONG))
        for name in results:
            self.assertLessEqual(len(name), 255)
            if not name.startswith(b'\xff'):
                name.decode()  # cut at the boundary of a scalar

    def test_long_names_twice_with_other_bytes(self):
        for round in range(2):
            for i, name in enumerate(LONG.values()):
                self.drop(name, article(i + 100 * round))
            wait_until(lambda: len(self.history()) == len(LONG) * (round + 1), self.scene)
            self.await_idle()
        entries = self.finish(2 * len(LONG))
        self.assertEqual({entry['state'] for entry in entries}, {'published'})
        self.assertEqual(len(walk(self.outbox())), 4 * len(LONG))

    def test_long_names_that_fail(self):
        for name in LONG.values():
            self.drop(name, os.urandom(64) + b'\0\1\2')
        wait_until(lambda: len(self.history()) == len(LONG), self.scene)
        self.finish(len(LONG))
        self.assertEqual(len(walk(self.path('failed'))), 2 * len(LONG))

    def test_long_names_that_differ_at_the_end_only(self):
        names = [b'x' * 254 + letter for letter in (b'a', b'b', b'c')]
        for i, name in enumerate(names):
            self.drop(name, article(i))
        wait_until(lambda: len(self.history()) == 3, self.scene)
        self.finish(3)
        self.assertEqual(len(walk(self.outbox())), 6)

    def test_results_of_a_long_name_share_a_stem(self):
        self.drop(b'x' * 255, article(1))
        wait_until(lambda: len(self.history()) == 1, self.scene)
        self.finish(1)
        self.assertEqual(len({name.rpartition(b'.')[0] for name in walk(self.outbox())}), 1)

    def test_long_path_of_sections(self):
        path = b'/'.join([b's' * 200, b't' * 255, 'ü'.encode() * 120, b'%' * 200, b'n' * 255])
        self.drop(path, article(1))
        wait_until(lambda: len(self.history()) == 1, self.scene)
        entries = self.finish(1)
        self.assertEqual(entries[0]['state'], 'published')
        self.assertEqual([name.rpartition(b'/')[0] for name in walk(self.outbox())], [path.rpartition(b'/')[0]] * 2)

    def test_ugly_sections(self):
        for i, (what, name) in enumerate(UGLY.items()):
            self.drop(name + b'/a.txt', article(i))
        for i, (what, name) in enumerate(UGLY.items()):
            self.assertIn(f'number {i} ', self.await_result(name + b'/a.txt')['headline'], what)
        self.finish(len(UGLY))

    def test_twins_of_two_normal_forms(self):
        name = 'Gürtel é.txt'
        composed, decomposed = (unicodedata.normalize(form, name).encode() for form in ('NFC', 'NFD'))
        self.assertNotEqual(composed, decomposed)
        self.drop(composed, article(1))
        self.drop(decomposed, article(2))
        self.assertIn('number 1 ', self.await_result(composed)['headline'])
        self.assertIn('number 2 ', self.await_result(decomposed)['headline'])
        self.finish(2)

    def test_ignored_names_stay(self):
        names = ['.hidden', 'x.part', 'x~', 'x.tmp', 'x.filepart', 'x.crdownload', 'X.PART', '.x.swp', 'Thumbs.db', 'desktop.ini',
                 '~$letter.docx', '._x.txt', '.goutputstream-AB12', '.~lock.x.odt#']
        for name in names:
            self.drop(name, article(1), 'write')
        self.drop('real.txt', article(2))
        self.await_result('real.txt')
        self.finish(1, waiting=names)


class Kinds(SpoolTest):
    """What is no regular file, or no article."""

    def test_link_is_never_followed(self):
        os.symlink('/etc/passwd', self.inbox('link'))
        self.await_failure('link', 'not-a-regular-file')
        self.assertEqual(os.readlink(self.path('failed', 'link')), b'/etc/passwd')
        for name in walk(self.root):
            if os.path.isfile(self.path(name)) and not os.path.islink(self.path(name)):
                self.assertNotIn(b'root:', read(self.path(name)))
        self.finish(1)

    def test_dangling_link(self):
        os.symlink('/nowhere/at/all', self.inbox('dangling.txt'))
        self.await_failure('dangling.txt', 'not-a-regular-file')
        self.finish(1)

    def test_link_to_a_folder_is_no_section(self):
        outside = os.path.join(self.home, 'outside')
        os.mkdir(outside)
        with open(outside + '/secret.txt', 'wb') as file:
            file.write(article(1))
        os.symlink(outside, self.inbox('folder'))
        self.await_failure('folder', 'not-a-regular-file')
        self.assertEqual(os.listdir(outside), ['secret.txt'])
        self.finish(1)

    def test_link_to_a_file_of_the_inbox(self):
        self.drop('.real', article(1))
        os.symlink('.real', self.inbox('alias'))
        self.await_failure('alias', 'not-a-regular-file')
        self.finish(1, waiting=['.real'])

    def test_section_that_becomes_a_link(self):
        outside = os.path.join(self.home, 'outside')
        os.mkdir(outside)
        with open(outside + '/secret.txt', 'wb') as file:
            file.write(article(1))
        for _ in range(30):
            os.mkdir(self.inbox('swap'))
            self.drop('swap/.x', b'')
            os.unlink(self.inbox('swap/.x'))
            os.rmdir(self.inbox('swap'))
            os.symlink(outside, self.inbox('swap'))
            wait_until(lambda: not os.path.lexists(self.inbox('swap')), 'the link is taken')
        self.await_idle()
        self.assertEqual(os.listdir(outside), ['secret.txt'])
        self.assertEqual(walk(self.outbox()), [])
        self.daemon.stop()

    def test_fifo_blocks_nobody(self):
        os.mkfifo(self.inbox('fifo'))
        self.drop('a.txt', article(1))
        self.await_failure('fifo', 'not-a-regular-file')
        self.await_result('a.txt')
        self.finish(2)

    def test_socket(self):
        with socket.socket(socket.AF_UNIX) as server:
            here = os.getcwd()
            server.bind(os.fsdecode(self.inbox('s')) if len(self.inbox('s')) < 100 else here)
            self.await_failure('s', 'not-a-regular-file')
        self.finish(1)

    def test_device(self):
        self.needs_root('mknod')
        os.mknod(self.inbox('zero'), stat.S_IFCHR | 0o666, os.makedev(1, 5))
        self.await_failure('zero', 'not-a-regular-file')
        self.finish(1)

    @takes(11)
    def test_empty_file_is_waited_for_and_fails(self):
        began = time.monotonic()
        self.drop('empty.txt', b'', 'write')
        self.await_failure('empty.txt', 'empty')
        self.assertGreater(time.monotonic() - began, 9)
        self.finish(1)

    def test_empty_file_that_is_filled_later(self):
        self.drop('late.txt', b'', 'write')
        time.sleep(2)
        self.drop('late.txt', article(1), 'write')
        self.await_result('late.txt')
        self.finish(1)

    def test_random_bytes(self):
        import random
        chance = random.Random(7)
        for size in (1, 2, 3, 100, 5000, 100_000):
            self.drop(f'random{size}', chance.randbytes(size))
        for size in (1, 2, 3, 100, 5000, 100_000):
            self.await_failure(f'random{size}')
        self.finish(6)

    def test_no_article(self):
        for name, content in {'blank': b' \n\n\t\n', 'word': b'Hello', 'zeros': bytes(3000), 'menu': b'Home\nSport\nWeather\n' * 20,
                              'one line': b'x' * 200_000, 'newlines': b'\n' * 200_000}.items():
            self.drop(name, content)
        for name in ('blank', 'word', 'zeros', 'menu', 'one line', 'newlines'):
            self.await_failure(name)
        self.finish(6)

    @takes(5)
    def test_hundred_megabytes(self):
        with open(self.path('part'), 'wb') as file:
            file.truncate(100 << 20)
        os.rename(self.path('part'), self.inbox('sparse'))
        record = self.await_failure('sparse', 'too-large')
        self.assertIn(str(100 << 20), record['message'])
        chunk = article(1, 300)
        with open(self.inbox('real'), 'wb') as file:
            while file.tell() < 100 << 20:
                file.write(chunk)
        self.await_failure('real', 'too-large')
        self.assertLess(self.daemon.memory(), 100)
        self.finish(2)

    def test_failed_name_in_a_section(self):
        self.drop('sport/x.bin', bytes(range(256)))
        self.await_failure('sport/x.bin')
        self.finish(1)


class Sizes(SpoolTest):
    conf = '[Spool]\nMaximumSize=4K\n'

    def test_file_above_the_limit(self):
        exact = article(1, 30)[:4095] + b'\n'
        self.drop('exact.txt', exact)
        self.drop('above.txt', exact + b'x')
        self.await_result('exact.txt')
        record = self.await_failure('above.txt', 'too-large')
        self.assertIn('MaximumSize=', record['message'])
        self.assertIn('4096', record['message'])
        self.finish(2)


class Unreadable(SpoolTest):
    runs_at_once = False

    def test_file_that_may_not_be_read_waits_for_its_owner(self):
        wrap = ()
        if IS_ROOT:  # then as somebody else
            os.mkdir(self.root)
            os.chown(self.root, 65534, 65534)
            wrap = ('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups')
        self.start(wrap=wrap)
        part = os.path.join(self.home, 'part')
        with open(part, 'wb') as file:
            file.write(article(1))
        os.chmod(part, 0)
        os.rename(part, self.inbox('locked.txt'))
        wait_until(lambda: 'locked.txt cannot be taken' in self.daemon.log, lambda: self.scene())
        self.drop('open.txt', article(2))
        self.await_result('open.txt')
        self.assertTrue(os.path.exists(self.inbox('locked.txt')))
        self.assertEqual(self.daemon.log.count('cannot be taken'), 1)
        os.chmod(self.inbox('locked.txt'), 0o644)
        self.await_result('locked.txt', within=20)
        self.finish(2)
