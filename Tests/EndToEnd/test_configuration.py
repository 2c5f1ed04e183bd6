"""What the configuration says, and what is said of mistakes in it."""
from articles import article
from harness import *


class Configuration(SpoolTest):
    runs_at_once = False

    def refused(self, text, *words):
        path = self.config(text)
        done = self.nutgraf('run', '--root', os.fsdecode(self.root), '--config', path)
        lines = done.stderr.decode().splitlines()
        self.assertEqual((done.returncode, len(lines)), (78, 1), done.stderr)
        for word in words:
            self.assertIn(word.replace('PATH', path), lines[0])
        checked = self.nutgraf('check-config', '--config', path)
        self.assertEqual(checked.returncode, 78)
        self.assertIn(lines[0].removeprefix('<3>'), checked.stderr.decode())
        self.assertFalse(os.path.exists(self.root), 'nothing is made')

    def test_unknown_key(self):
        self.refused('# a comment\n[Spool]\nSetle=2s\n', 'PATH:3', 'Setle=', 'Settle=', '[Spool]')

    def test_key_of_another_section(self):
        self.refused('[Spool]\nSentences=2\n', 'PATH:2', '[Summary]')

    def test_unknown_section(self):
        self.refused('[Spol]\n', 'PATH:1', '[Spol]', '[Spool]')

    def test_wrong_values(self):
        for text in ('[Spool]\nSettle=soon\n', '[Spool]\nSettle=-1s\n', '[Spool]\nMaximumSize=16MB\n', '[Summary]\nSentences=0\n',
                     '[Summary]\nWords=many\n', '[Workers]\nWorkers=65\n', '[Workers]\nAddressSpace=1K\n', '[Spool]\nRescan=0\n',
                     '[Normalization]\nAmbiguousZones=IST=5\n', '[Spool]\nSettle=99999999999s\n',
                     '[Spool]\nMaximumSize=99999999999999999999\n'):
            self.refused(text, 'PATH:2', 'is not allowed; give')

    def test_broken_lines(self):
        self.refused('[Spool]\nwhat is this\n', 'PATH:2')
        self.refused('Settle=1s\n', 'PATH:1', 'before the first section')

    def test_missing_file(self):
        done = self.nutgraf('run', '--root', os.fsdecode(self.root), '--config', '/nowhere.conf')
        self.assertEqual(done.returncode, 78)
        self.assertIn(b'/nowhere.conf', done.stderr)

    def test_not_utf8(self):
        path = os.path.join(self.home, 'bad.conf')
        with open(path, 'wb') as file:
            file.write(b'[Spool]\n# \xff\n')
        self.assertEqual(self.nutgraf('check-config', '--config', path).returncode, 78)

    def test_byte_order_mark(self):
        path = self.config('\ufeff[Spool]\nSettle=2s\n')
        said = self.nutgraf('check-config', '--config', path)
        self.assertEqual(said.returncode, 0, said.stderr)
        self.assertIn(b'Settle=2s', said.stdout)

    def test_shipped_file_is_the_default(self):
        shipped = self.nutgraf('check-config', '--config', SHIPPED_CONFIG)
        self.assertEqual(shipped.returncode, 0, shipped.stderr)
        self.assertEqual(shipped.stdout, self.nutgraf('check-config', '--config', self.config('')).stdout)
        self.assertNotIn(SHIPPED_CONFIG.encode(), shipped.stdout, 'no value comes from it')
        with open(SHIPPED_CONFIG) as file:
            uncommented = re.sub(r'^#(?=[A-Z][A-Za-z]*=)', '', file.read(), flags=re.M)
        again = self.nutgraf('check-config', '--config', self.config(uncommented))
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertEqual(self.values(shipped.stdout), self.values(again.stdout))

    def values(self, printed):
        """What check-config printed, without the origins."""
        return [line for line in printed.decode().splitlines() if not line.startswith('#') and not line.endswith('=')]

    def test_printed_file_means_the_same(self):
        text = ('[Spool]\nSettle=1min 30s\nMaximumSize=512K\nIgnore=\nIgnore=*.bak\n[Summary]\nWords=50\n[Workers]\nIdle=1h\n'
                '[Normalization]\nAmbiguousZones=\nAmbiguousZones=IST=+02:00\n')
        first = self.nutgraf('check-config', '--config', self.config(text))
        self.assertEqual(first.returncode, 0, first.stderr)
        again = self.nutgraf('check-config', '--config', self.config(first.stdout.decode()))
        self.assertEqual(self.values(first.stdout), self.values(again.stdout))

    def test_drop_ins_change_what_the_main_file_says(self):
        path = self.config('[Spool]\nSettle=2s\nRescan=30s\n[Summary]\nSentences=2\n')
        os.mkdir(path + '.d')
        for name, text in (('20-b.conf', '[Summary]\nSentences=4\n'), ('10-a.conf', '[Summary]\nSentences=1\n[Spool]\nSettle=\n'),
                           ('30-c.conf.bak', '[Summary]\nSentences=9\n')):
            with open(os.path.join(path + '.d', name), 'w') as file:
                file.write(text)
        printed = self.nutgraf('check-config', '--config', path).stdout.decode()
        self.assertIn(f'# {path}.d/20-b.conf:2\nSentences=4\n', printed)
        self.assertIn(f'# {path}.d/10-a.conf:4\nSettle=1s\n', printed)
        self.assertIn(f'# {path}:3\nRescan=30s\n', printed)
        self.assertIn('# default\nSettleUnknown=10s\n', printed)
        with open(os.path.join(path + '.d', '15-bad.conf'), 'w') as file:
            file.write('[Spool]\nSetle=1s\nRescan=0\n')
        done = self.nutgraf('check-config', '--config', path)
        self.assertEqual((done.returncode, done.stdout), (78, b''))
        self.assertEqual([line.split(': ')[1] for line in done.stderr.decode().splitlines()],
                         [f'{path}.d/15-bad.conf:2', f'{path}.d/15-bad.conf:3'])

    def test_configured_length(self):
        self.config_path = self.config('[Summary]\nSentences=1\n')
        self.start()
        self.drop('a.txt', article(1))
        self.assertEqual(len(self.await_result('a.txt')['nutgraf']['summary']), 1)
        self.finish(1)

    def test_reload(self):
        self.config_path = self.config('[Summary]\nSentences=1\n')
        self.start()
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        with open(self.config_path, 'w') as file:
            file.write('[Summary]\nSentences=2\n[Spool]\nIgnore=*.bak\n')
        self.daemon.signal(signal.SIGHUP)
        wait_until(lambda: 'Read the configuration again' in self.daemon.log, 'reloaded')
        self.drop('b.txt', article(1))
        self.drop('b.bak', article(2))
        self.assertEqual(len(self.await_result('b.txt')['nutgraf']['summary']), 2)

        with open(self.config_path, 'w') as file:
            file.write('[Summary]\nSentences=3\nNonsense=1\n')
        self.daemon.signal(signal.SIGHUP)
        wait_until(lambda: 'the old configuration stays' in self.daemon.log, 'refused')
        self.assertIn(f'{self.config_path}:3', self.daemon.log)
        self.drop('c.txt', article(1))
        self.assertEqual(len(self.await_result('c.txt')['nutgraf']['summary']), 2)
        self.finish(3, waiting=['b.bak'])

    def test_files_that_are_no_longer_ignored_are_found_by_a_reload(self):
        self.config_path = self.config('[Spool]\nIgnore=*.bak\n')
        self.start()
        self.drop('a.bak', article(1))
        with open(self.config_path, 'w') as file:
            file.write('')
        self.daemon.signal(signal.SIGHUP)
        self.await_result('a.bak', within=20)
        self.finish(1)
