"""What lies in the outbox: the same bytes for the same input, and never half of them."""
import threading

from articles import article
from harness import *


class Outputs(SpoolTest):
    def test_same_input_gives_the_same_bytes_everywhere(self):
        files = {f'{i}.txt': article(i) for i in range(20)} | {'sport/x.txt': article(50), 'ü ñ\n.txt': article(51)}
        outputs = []
        other = os.path.join(self.home, 'quite another place')
        os.mkdir(other)
        for root, environment in ((self.root, {}), (os.path.join(os.fsencode(other), b'spool'),
                                                    {'TZ': 'Asia/Kolkata', 'LC_ALL': 'C', 'LANG': 'tr_TR.UTF-8'})):
            self.root = root
            if environment:
                self.start(env=environment)
            for name, data in reversed(files.items()) if environment else files.items():
                self.drop(name, data)
            for name in files:
                self.await_result(name)
            self.finish(len(files))
            outputs.append({name: read(self.outbox(name)) for name in walk(self.outbox())})
        self.assertEqual(*outputs)
        self.assertEqual(len(outputs[0]), 2 * len(files))

    def test_failures_are_the_same_bytes_but_for_their_id(self):
        self.drop('a', b'\0\1\2')
        first = self.await_failure('a')
        self.await_idle()
        for name in walk(self.path('failed')):
            os.unlink(self.path('failed', name))
        self.drop('a', b'\0\1\2')
        second = self.await_failure('a')
        first.pop('id'), second.pop('id')
        self.assertEqual(first, second)
        self.finish_lenient()

    def finish_lenient(self):
        self.await_idle()
        self.daemon.stop()

    @takes(8)
    def test_no_reader_sees_a_part(self):
        """Whoever sees the JSON finds it whole, and its Markdown whole beside it."""
        ends = threading.Event()
        looks, problems = [0], []

        def look():
            while not ends.is_set():
                for name in os.listdir(self.outbox()):
                    try:
                        content = read(self.outbox(name))
                        if name.endswith(b'.json'):
                            record = json.loads(content)
                            check_record(self, record)
                            markdown = read(self.outbox(name[:-5] + b'.md'))
                            if not markdown.startswith(b'---\n') or not markdown.endswith(b'\n'):
                                problems.append(f'{name!r}: Markdown of {len(markdown)} bytes')
                        elif not name.endswith(b'.md'):
                            problems.append(f'{name!r} is no output')
                        elif not content.endswith(b'\n'):
                            problems.append(f'{name!r} is not whole')
                    except Exception as error:
                        problems.append(f'{name!r}: {error!r}')
                    looks[0] += 1

        reader = threading.Thread(target=look)
        reader.start()
        try:
            for i in range(300):
                self.drop(f'{i}.txt', article(i, 20))
            for i in range(300):
                self.await_result(f'{i}.txt')
        finally:
            ends.set()
            reader.join()
        self.note(f'{looks[0]} looks')
        self.assertEqual(problems, [])
        self.finish(300)

    def test_text_cannot_become_markup(self):
        hostile = (b'A headline with # and [a link](javascript:alert(1)) and <script>alert(1)</script>\n\nBy Jane Miller\n'
                   b'February 25, 2025\n\n---\ntitle: forged\n---\n\n' + article(1)[150:] +
                   b'\n\n# A heading that is none\n\n![picture](http://example.org/x.png) was what the minister said on Tuesday.\n'
                   b'\n```\nThe code was not to be trusted, said the committee after the meeting.\n```\n')
        self.drop('hostile.txt', hostile)
        self.await_result('hostile.txt')
        text = read(self.outbox('hostile.txt.md')).decode()
        front, _, body = text[4:].partition('\n---\n')
        self.assertEqual(text[:4], '---\n')
        for line in front.splitlines():
            self.assertRegex(line, r'^([a-z]+:|  - |  )')
        self.assertNotRegex(front, r'(?m)^title: forged')
        self.assertNotRegex(body, r'(?<!\\)<script')
        self.assertNotRegex(body, r'(?m)^```')
        self.assertNotIn('](javascript', body.replace('\\]', '').replace('\\(', ''))
        self.finish(1)

    def test_originals_are_kept_as_they_were(self):
        self.drop('a.txt', article(1))
        os.makedirs(self.path('x'))
        os.rmdir(self.path('x'))
        self.await_result('a.txt')
        entries = self.finish(1)
        day = entries[0]['time'][:10].encode()
        self.assertEqual(walk(self.path('done')), [day + b'/a.txt'])
        self.assertEqual(read(self.path('done', day, 'a.txt')), article(1))

    def test_history_tells_all(self):
        self.drop('sport/a.txt', article(1))
        self.drop('b.bin', b'\0')
        self.await_result('sport/a.txt')
        self.await_failure('b.bin')
        entries = {entry['name']: entry for entry in self.finish(2)}
        a, b = entries['a.txt'], entries['b.bin']
        self.assertEqual((a['section'], a['state'], a['bytes'], a['sha256']),
                         ('sport', 'published', len(article(1)), sha256(article(1))))
        self.assertEqual(a['outputs'], ['outbox/sport/a.txt.md', 'outbox/sport/a.txt.json'])
        self.assertEqual((b['state'], b['outputs']), ('failed', ['failed/b.bin.reason.json']))
        self.assertTrue(b['reason'])
        self.assertRegex(a['time'], r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$')
