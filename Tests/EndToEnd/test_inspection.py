"""The commands that look at a spool and put files back."""
import pty
import select
import unicodedata

from articles import article
from harness import *
from inspection import InspectionTest


class Inspection(InspectionTest):
    def test_status(self):
        self.settle(a_txt=article(1), bad_bin=b'\0\1')
        self.drop('left.part', b'x')
        words = self.run_on('status')
        for part in ('Nutgraf runs', f'process {self.daemon.pid}', '1 in failed/', 'a.txt', 'not-text', '0 in the inbox'):
            self.assertIn(part, words)
        told = json.loads(self.run_on('status', '--json'))
        self.assertEqual((told['running'], told['failedFiles'], told['inbox']), (True, 1, 0))
        self.daemon.kill()
        self.assertIn(f'does not run (nutgraf run --root {os.fsdecode(self.root)})', self.run_on('status', status=3))
        self.assertIn('a.txt', self.run_on('list'))
        self.assertIn('published', self.run_on('why', 'a.txt'))

    def test_list_and_why(self):
        self.settle(a_txt=article(1), bad_bin=b'\0\1')
        lines = self.run_on('list').splitlines()
        self.assertEqual(len(lines), 2)
        self.assertIn('see the byte at offset 0', self.run_on('list', '--failed'))
        self.assertEqual(self.run_on('list', '--since', '2999-01-01'), '')
        self.assertEqual(len(self.run_on('list', '--since', '1h').splitlines()), 2)
        rows = [json.loads(line) for line in self.run_on('list', '--json').splitlines()]
        self.assertEqual({row['file'] for row in rows}, {'a.txt', 'bad.bin'})
        for row in rows:
            self.assertIn(row['file'], self.run_on('why', row['id']))
        self.assertIn('nutgraf retry', self.run_on('why', 'bad.bin'))
        self.run_on('why', 'nothing.txt', status=1)

    def on_terminal(self, *words, columns=80):
        """What a command writes to a terminal of that width."""
        control, terminal = pty.openpty()
        self.addCleanup(os.close, control)
        process = subprocess.Popen([BINARY, words[0], '--root', os.fsdecode(self.root), *words[1:]], stdin=terminal, stdout=terminal, stderr=terminal,
                                   env={**os.environ, 'COLUMNS': str(columns), 'TERM': 'xterm', 'NO_COLOR': '1'})
        os.close(terminal)
        said = b''
        try:
            while chunk := os.read(control, 65536):
                said += chunk
        except OSError:
            pass  # the terminal's end
        process.wait()
        return said.decode(errors='surrogateescape').replace('\r\n', '\n')

    def test_lines_fit_a_terminal_whatever_the_names_are(self):
        long = 'Minister rejects the plan for a new harbour after its costs have doubled since the first draft, page two'
        good = [f'{long}.html', f'sport/cup/{long}.html', 'مصر تعلن عن خطة جديدة لتطوير الموانئ بعد ارتفاع التكاليف.txt',
                '外交部長が新しい港の計画を拒否した後の長い夜の話し合い.txt', 'e\u0301' * 60 + '.txt', '👍🏽' * 30 + '.txt', 'x\x1b[31m\n\u202ered.txt']
        for i, name in enumerate(good):
            self.drop(name, article(i))
        for name in (f'{long}.pdf', 'x' * 240 + '.bin', 'مصر.bin'):
            self.drop(name, b'%PDF-1.4\0\1\2')
        self.await_idle()
        self.drop('left alone.part', b'')
        for name in ('waits ' * 30 + '.txt',):
            self.drop(name, b'')
        wide = 0
        for columns in (60, 80, 120):
            for words in (['status'], ['list'], ['list', '--failed'], ['list', '--waiting'], ['forget', '--dry-run', good[0]]):
                for line in self.on_terminal(*words, columns=columns).splitlines():
                    width = sum(0 if unicodedata.category(c) in ('Mn', 'Me', 'Cf', 'Sk') else 2 if unicodedata.east_asian_width(c) in 'WF' else 1
                                for c in line)
                    self.assertLessEqual(width, columns, (words, line))
                    wide = max(wide, width)
            for words in (['why', good[1]], ['why', good[6]], ['show', good[3]], ['status'], ['list']):
                self.assertNotRegex(self.on_terminal(*words, columns=columns), '[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]', words)
        self.assertGreater(wide, 100, 'a wide terminal is used')

    def test_status_files_are_replaced_whole(self):
        """A reader that looks all the time never sees a part, nor none."""
        ends = threading.Event()
        seen, failures = set(), []

        def look():
            while not ends.is_set():
                try:
                    seen.add(json.loads(read(self.path('.state', 'status.json')))['counts']['published'])
                    metrics = read(self.path('.state', 'nutgraf.prom')).decode()
                    if not metrics.startswith('# HELP nutgraf_info ') or 'nutgraf_commit_seconds_count{' not in metrics.splitlines()[-1]:
                        failures.append(metrics[-200:])
                except (OSError, ValueError) as error:
                    failures.append(str(error))

        wait_until(lambda: os.path.exists(self.path('.state', 'nutgraf.prom')), 'its files')
        reader = threading.Thread(target=look)
        reader.start()
        for i in range(60):
            self.drop(f'{i}.txt', article(i))
            time.sleep(0.06)
        self.await_idle()
        wait_until(lambda: 60 in seen, 'the last count')
        ends.set()
        reader.join()
        self.assertEqual(failures, [])
        self.assertGreater(len(seen), 2)

    def test_reload(self):
        self.daemon.stop()
        self.run_on('reload', status=3)
        path = self.config('[Summary]\nSentences=1\n')
        self.start(config=path)
        self.settle(a_txt=article(1))
        with open(path, 'w') as file:
            file.write('[Summary]\nSentences=4\nWords=600\nSentences=4\n')
        self.assertEqual(self.run_on('reload'), '', 'it finds the configuration that the service has')
        wait_until(lambda: 'Read the configuration again' in self.daemon.log, 'it reads')
        self.settle(b_txt=article(2))
        counts = [len(self.await_result(name)['nutgraf']['summary']) for name in ('a.txt', 'b.txt')]
        self.assertEqual(counts, [1, 4])
        with open(path, 'w') as file:
            file.write('[Summary]\nSentenses=2\nWords=many\n')
        done = self.nutgraf('reload', '--root', os.fsdecode(self.root))
        self.assertEqual((done.returncode, len(done.stderr.splitlines())), (78, 2), done.stderr)
        wait_until(lambda: 'the old configuration stays' in self.daemon.log, 'it refuses')
        self.assertIn('the old configuration is in force', self.run_on('status', '--config', path))

    def test_status_after_a_restart_tells_of_this_run(self):
        self.settle(a_txt=article(1))
        wait_until(lambda: 'This run:  1 published' in self.run_on('status'), 'its counts')
        self.daemon.kill()
        self.assertIn('Last run:', self.run_on('status', status=3))
        time.sleep(1.1)
        self.start()
        wait_until(lambda: 'This run:  0 published' in self.run_on('status'), 'its own counts')

    def test_a_full_disk_is_told_of(self):
        self.needs_root('mount')
        self.daemon.stop()
        if subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=700k', 'nutgraf-test', self.root]).returncode:
            self.skipTest('no tmpfs can be mounted')
        self.addCleanup(subprocess.run, ['umount', '-lq', self.root])
        self.addCleanup(lambda: self.daemon.kill())
        self.start()
        self.settle(a_txt=article(1))

        def fill():
            with open(self.path('fill'), 'ab', buffering=0) as file:
                try:
                    while True:
                        file.write(b'x' * 4096)
                except OSError as error:
                    self.assertEqual(error.errno, errno.ENOSPC)

        fill()
        os.truncate(self.path('fill'), os.path.getsize(self.path('fill')) - 2 * 4096)
        self.drop('b.txt', article(2))
        fill()
        wait_until(lambda: 'Paused:' in self.run_on('status', status=None), lambda: self.daemon.log)
        told = self.run_on('status', status=1)
        self.assertIn('No space left on device', told)
        self.assertEqual(json.loads(self.run_on('status', '--json', status=1))['service']['pause']['reason'], 'no-space')
        self.assertIn('takes no files', self.run_on('why', 'b.txt'))
        os.truncate(self.path('fill'), 0)
        self.await_result('b.txt')
        wait_until(lambda: 'Paused:' not in self.run_on('status', status=None), 'it goes on')
        self.daemon.stop()

    def test_show(self):
        self.settle(a_txt=article(1))
        self.assertIn('harbour plan number 1', self.run_on('show', 'a.txt'))
        self.assertEqual(json.loads(self.run_on('show', 'outbox/a.txt.md', '--json'))['@type'], 'NewsArticle')
        os.unlink(self.outbox('a.txt.json'))
        done = self.nutgraf('show', '--root', os.fsdecode(self.root), 'a.txt')
        self.assertEqual(done.returncode, 1)
        self.assertIn(b'was taken away', done.stderr)
        self.assertIn(b'done/', done.stderr)

    def test_names_of_any_bytes(self):
        names = [b'x\x1b[31my.txt', b'a\nb.txt', b'q\xff.txt', '新聞.txt'.encode(), b'-n', b'back\\slash.txt']
        for i, name in enumerate(names):
            self.drop(name, article(i))
        self.await_idle()
        for command in ('status', 'list'):
            self.assertNotIn('\x1b', self.run_on(command))
        rows = [json.loads(line) for line in self.run_on('list', '--json').splitlines()]
        for row in rows:
            self.assertIn(row['id'], self.run_on('why', '--', row['file']), 'as it is printed')
        for name in names:
            self.assertIn('published', self.run_on('why', '--', name), 'as it is')

    def test_escapes_in_an_article_do_not_reach_a_terminal(self):
        text = article(1).replace(b'Council', b'Council\x1b]0;owned\x07\xc2\x9b2J', 1)
        self.settle(a_txt=text)
        shown = self.run_on('show', 'a.txt')
        for mark in ('\x1b', '\x07', '\x9b'):
            self.assertNotIn(mark, shown)

    def test_retry(self):
        self.settle(bad_bin=b'\0\1', worse_bin=b'\0\2')
        self.run_on('retry', status=64)
        self.run_on('retry', 'nothing', status=1)
        self.assertIn('1 file put back', self.run_on('retry', 'bad.bin'))
        wait_until(lambda: len(self.history()) == 3, 'it failed again')
        self.await_idle()
        self.assertIn('2 files put back', self.run_on('retry', '--all'))
        wait_until(lambda: len(self.history()) == 5, 'both failed again')
        self.await_idle()
        # One that fails again before its old record is gone leaves that its name, and goes beside it.
        names = [re.sub(b'~[0-9a-z]{26}', b'', name) for name in walk(self.path('failed'))]
        self.assertEqual(sorted(names), [b'bad.bin', b'bad.bin.reason.json', b'worse.bin', b'worse.bin.reason.json'])

    def test_redo_with_other_settings(self):
        self.settle(a_txt=article(1), b_txt=article(2))
        self.daemon.stop()
        os.unlink(self.outbox('a.txt.json'))
        os.unlink(self.outbox('a.txt.md'))
        self.assertIn('2 files put back', self.run_on('redo', '--all'))
        self.start(config=self.config('[Summary]\nSentences=1\n[Spool]\nUpdate=replace\n'))
        self.await_idle()
        for name in ('a.txt', 'b.txt'):
            self.assertEqual(len(self.await_result(name)['nutgraf']['summary']), 1)
        self.assertEqual(walk(self.outbox()), [b'a.txt.json', b'a.txt.md', b'b.txt.json', b'b.txt.md'])

    def test_redo_of_several_versions(self):
        config = self.config('[Spool]\nUpdate=replace\n')
        self.daemon.stop()
        self.start(config=config)
        for number in (1, 2):
            self.settle(a_txt=article(number))
        older, newer = (json.loads(line)['id'] for line in reversed(self.run_on('list', '--json').splitlines()))
        day = os.listdir(self.path('done'))[0]
        aside = self.path('done', os.fsdecode(day), f'a.txt~{newer}')
        self.assertRegex(self.run_on('why', older), r'lies in done/[0-9-]+/a\.txt\n')
        self.assertRegex(self.run_on('why', newer), rf'lies in done/[0-9-]+/a\.txt~{newer}\n')
        self.daemon.stop()
        for words in (('a.txt',), ('--all',)):
            self.assertIn('1 file put back', self.run_on('redo', *words))
            self.assertEqual(read(self.inbox('a.txt')), article(2))
            os.rename(self.path('inbox', 'a.txt'), aside)
        self.assertIn('1 file put back', self.run_on('redo', older))
        self.assertEqual(read(self.inbox('a.txt')), article(1))

    def test_redo_where_nothing_would_come_of_it(self):
        self.settle(a_txt=article(1))
        path = self.config('[Spool]\nDuplicates=skip\n')
        self.run_on('redo', '--all', '--config', path, status=78)

    def test_add(self):
        file = os.path.join(self.home, 'story.txt')
        with open(file, 'wb') as out:
            out.write(article(1))
        said = self.run_on('add', '--wait', '--section', 'sport/cup', file)
        places = said.splitlines()
        self.assertEqual([os.path.basename(place) for place in places], ['story.txt.md', 'story.txt.json'])
        self.assertTrue(all(os.path.exists(place) for place in places))
        done = self.nutgraf('add', '--root', os.fsdecode(self.root), '--wait', '--name', 'bad', '-', input=b'\0\1')
        self.assertEqual(done.returncode, 1)
        self.assertIn(b'not-text', done.stderr)
        self.run_on('add', '--name', 'x.part', file, status=1)
        self.run_on('add', '--name', 'sport/x.txt', file, status=64)
        self.run_on('add', '--section', '../x', file, status=64)
        self.run_on('add', '/nowhere', status=1)
        self.await_idle()

    @takes(12)
    def test_a_service_that_hangs_is_told_of(self):
        self.daemon.stop()
        config = self.config('[Spool]\nRescan=1s\n')
        self.start(config=config)
        self.settle(a_txt=article(1))
        self.daemon.signal(signal.SIGSTOP)
        try:
            time.sleep(2)
            self.assertNotIn('Silent:', self.run_on('status', '--config', config))
            wait_until(lambda: 'Silent:' in self.run_on('status', '--config', config, status=None), 'it is told')
            self.run_on('status', '--config', config, status=1)
            written = os.path.join(self.home, 'b.txt')
            with open(written, 'wb') as file:
                file.write(article(2))
            self.assertIn('--patience is for --wait', self.nutgraf(
                'add', '--root', os.fsdecode(self.root), '--patience', '1', os.fsdecode(written)).stderr.decode())
            self.assertEqual(os.listdir(self.path('inbox')), [], 'a mistake delivers nothing')
            done = self.nutgraf('add', '--root', os.fsdecode(self.root), '--wait', '--patience', '1', os.fsdecode(written))
            self.assertEqual(done.returncode, 75, done.stderr)
            self.assertIn(b'no result of b.txt yet', done.stderr)
        finally:
            self.daemon.signal(signal.SIGCONT)
        self.await_result('b.txt')
        wait_until(lambda: 'Silent:' not in self.run_on('status', '--config', config, status=None), 'it speaks again')

    @unittest.skipUnless(IS_ROOT, 'needs root to be somebody else')
    def test_who_may_not_is_told_the_mend(self):
        self.settle(a_txt=article(1))
        for command, mend in (('list', b'group nutgraf'), ('retry', b'sudo -u nutgraf'), ('forget', b'sudo -u nutgraf')):
            words = [command, '--root', os.fsdecode(self.root)] + ([] if command == 'list' else ['a.txt'])
            os.chmod(self.path('failed'), 0o700)
            os.chmod(self.path('.state'), 0o700)
            done = self.nutgraf(*words, user=65534, group=65534, extra_groups=[])
            self.assertEqual(done.returncode, 77, (words, done.stderr))
            self.assertIn(mend, done.stderr)

    def test_watch_on_a_terminal(self):
        control, terminal = pty.openpty()
        watch = subprocess.Popen([BINARY, 'watch', '--root', os.fsdecode(self.root)], stdin=terminal, stdout=terminal,
                                 stderr=terminal, env={**os.environ, 'COLUMNS': '60', 'TERM': 'xterm'})
        os.close(terminal)
        self.addCleanup(watch.kill)
        time.sleep(0.5)
        self.drop('a\x1b[2J.txt', article(1))
        self.drop('bad.bin', b'\0')
        seen = b''
        end = time.monotonic() + PATIENCE
        while (b'bad.bin' not in seen or b'a\\x1B' not in seen) and time.monotonic() < end:
            if select.select([control], [], [], 0.2)[0]:
                seen += os.read(control, 65536)
        watch.send_signal(signal.SIGINT)
        self.assertEqual(watch.wait(10), 0)
        self.assertIn(b'a\\x1B[2J.txt', seen)
        self.assertNotIn(b'\x1b[2J', seen)
        self.assertIn(b'\x1b[31m', seen, 'what failed is red')


    @takes(8)
    def test_watch_shows_how_a_backlog_is_worked_off(self):
        self.daemon.stop()
        # Enough work for some seconds on a fast machine: what the service says of itself is a second old at worst.
        for i in range(1500):
            self.drop(f'{i}.txt', article(i, 150))
        control, terminal = pty.openpty()
        watch = subprocess.Popen([BINARY, 'watch', '--root', os.fsdecode(self.root)], stdin=terminal, stdout=terminal, stderr=subprocess.DEVNULL,
                                 env={**os.environ, 'COLUMNS': '70', 'TERM': 'xterm', 'NO_COLOR': '1'})
        os.close(terminal)
        self.addCleanup(os.close, control)
        self.addCleanup(watch.kill)
        time.sleep(0.5)
        self.start(config=self.config('[Workers]\nWorkers=1\n'), wrap=('nice', '-n', '10'))
        seen = b''
        end = time.monotonic() + PATIENCE
        while seen.count(b'published') < 1500 and time.monotonic() < end:
            if select.select([control], [], [], 0.2)[0]:
                seen += os.read(control, 65536)
        watch.send_signal(signal.SIGINT)
        self.assertEqual(watch.wait(10), 0)
        bars = re.findall(rb'\[#*-*\] \d+ %, \d+ left[^\r\n\x1b]*', seen)
        self.assertTrue(bars, seen[-500:])
        self.assertTrue(all(len(bar) < 70 for bar in bars), bars)
        self.assertNotIn(b'\x1b[3', seen, 'no colours')
