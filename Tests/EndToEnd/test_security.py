"""What somebody who may drop files can try with what is in them; names, links and kinds are in test_names."""
import subprocess

from harness import *

NASTY = {
    'terminal': 'Council \x1b[31mdelays\x1b]0;owned\x07 the harbour plan \x9b2J after talks',
    'markup': 'Council <script>alert(1)</script> delays <img src=x onerror=alert(1)> plan',
    'markdown': 'Council [delays](javascript:alert(1)) the `plan` ![x](http://evil.example/x.png) # now',
    'front matter': 'Council: delays "the" plan\\',
    'direction': 'Council \u202edelays\u2066 the harbour plan after talks',
}
BODY = ('The minister rejected the plan for the harbour on Monday because the costs had doubled since the first draft. '
        'A spokesman announced a new contract after months of dispute, while hundreds protested outside the hall.\n\n')


def dump(headline):
    return f'{headline}\n\nBy Jane Miller\nFebruary 25, 2025\n\n{BODY * 4}'.encode()


class Security(SpoolTest):
    def test_nasty_headlines_mean_themselves(self):
        for name, headline in NASTY.items():
            self.drop(f'{name}.txt', dump(headline))
        for name in NASTY:
            record = self.await_result(f'{name}.txt')
            raw = read(self.outbox(f'{name}.txt.json'))
            page = read(self.outbox(f'{name}.txt.md')).decode()
            self.assertNotRegex(raw, rb'[\x00-\x09\x0b-\x1f\x7f]', name)
            self.assertNotRegex(page, '[\x00-\x09\x0b-\x1f\x7f-\x9f]', name)
            self.assertIn('Council', record['headline'], name)
            body = page.partition('\n---\n')[2]
            self.assertNotRegex(body, r'(?<!\\)<(script|img)', name)
            self.assertNotRegex(body, r'(?<!\\)\]\((javascript|http://evil)', name)
        self.finish(len(NASTY))

    def test_front_matter_is_not_left_by_a_headline(self):
        self.drop('x.txt', dump('Council delays plan: "yes" # no --- {a: b} [c] & *d'))
        self.await_result('x.txt')
        page = read(self.outbox('x.txt.md')).decode()
        front = page.split('---\n')[1]
        for line in front.splitlines():
            self.assertRegex(line, r'^([a-zA-Z]+:( .*)?|  ?- .*|  [a-zA-Z]+: .*)$')
        self.finish(1)

    def test_nothing_of_an_article_is_in_the_log(self):
        self.drop('secret.txt', dump('Council delays the harbour plan SECRETWORD after talks'))
        self.drop('secret.bin', b'SECRETWORD\0\1\2' * 50)
        self.await_result('secret.txt')
        self.await_failure('secret.bin')
        self.finish(2)
        self.assertNotIn('SECRETWORD', self.daemon.log)

    def test_the_terminal_gets_no_escapes(self):
        for name, headline in NASTY.items():
            path = os.path.join(self.home, 'article.txt')
            with open(path, 'wb') as file:
                file.write(dump(headline))
            said = subprocess.run([BINARY, 'summarize', path], capture_output=True, check=True)
            self.assertNotRegex(said.stdout.decode(), '[\x00-\x09\x0b-\x1f\x7f-\x9f]', name)

    def test_an_error_about_a_file_has_no_escapes(self):
        path = os.path.join(self.home, 'a\x1b[31m\n.bin')
        with open(path, 'wb') as file:
            file.write(b'\0\1\2' * 50)
        said = subprocess.run([BINARY, 'summarize', path], capture_output=True)
        self.assertEqual(said.returncode, 1)
        self.assertNotRegex(said.stderr.decode(errors='replace'), '[\x00-\x09\x0b-\x1f\x7f-\x9f]')

    def test_a_path_in_a_name_stays_a_name(self):
        outside = os.path.join(self.home, 'outside.txt.json')
        names = ['a..%2F..%2Foutside.txt', '%2E%2E%2Foutside.txt', '\\..\\..\\outside.txt', '~root', '&#46;&#46;&#47;x']
        for name in names:
            self.drop(name, dump('Council delays the harbour plan after talks'))
        for name in names:
            self.await_result(name)
        self.await_idle()
        self.assertFalse(os.path.exists(outside))
        self.assertEqual({os.path.basename(path) for path in walk(self.path('done'))}, {name.encode() for name in names})
        self.finish(len(names))

    def test_sections_that_look_like_paths_out_stay_in(self):
        before = set(os.listdir(self.home))
        taken, ignored = ['%2e%2e', 'a%2F..%2F..', 'a ..'], ['..%2F..', '...', '.. ']
        for section in taken + ignored:
            self.drop(f'{section}/a.txt', dump('Council delays the harbour plan after talks'))
        for section in taken:
            self.await_result(f'{section}/a.txt')
        self.assertEqual(set(os.listdir(self.home)), before)
        self.assertEqual({path.partition(b'/')[0] for path in walk(self.outbox())}, {name.encode() for name in taken})

    def test_a_hard_link_gives_no_more_than_the_service_may_read(self):
        self.needs_root('another user')
        secret = os.path.join(self.home, 'secret')
        with open(secret, 'wb') as file:
            file.write(dump('Council delays the harbour plan after talks'))
        os.chmod(secret, 0o600)
        setting = '/proc/sys/fs/protected_hardlinks'
        if read(setting).strip() != b'1':
            self.skipTest(f'{setting} is not 1')
        os.chmod(self.inbox(), 0o777)
        os.chmod(self.home, 0o755)
        said = subprocess.run(['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', 'ln', secret, os.fsdecode(self.inbox('stolen.txt'))],
                              capture_output=True)
        self.assertNotEqual(said.returncode, 0)
        self.assertFalse(os.path.lexists(self.inbox('stolen.txt')))

    def test_a_worker_is_killed_first_and_has_nothing_but_its_pipes(self):
        self.drop('a.txt', dump('Council delays the harbour plan after talks'))
        self.await_result('a.txt')
        worker = self.daemon.workers()[0]
        with open(f'/proc/{worker}/oom_score_adj') as file:
            self.assertEqual(file.read().strip(), '1000')
        kinds = {os.readlink(f'/proc/{worker}/fd/{fd}').split(':')[0] for fd in os.listdir(f'/proc/{worker}/fd') if int(fd) != 2}
        self.assertEqual(kinds, {'pipe'})
        self.finish(1)
