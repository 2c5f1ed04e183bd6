"""The spool's own folders, removed or taken from the service while it runs."""
from articles import article
from harness import *


class Folders(SpoolTest):
    runs_at_once = False
    conf = '[Spool]\nRescan=1s\n'

    def drop_all(self, names):
        for number, name in enumerate(names):
            self.drop(name, article(number, paragraphs=1))

    def status(self):
        return json.loads(self.nutgraf('status', '--json', '--root', os.fsdecode(self.root)).stdout)['service']

    def await_pause(self, words):
        wait_until(lambda: words in self.status().get('pause', {}).get('message', ''),
                   lambda: f'a pause for {words}; {self.scene()}')
        self.assertIn('No files are taken', self.daemon.log)

    def test_folders_that_are_removed_are_made_again(self):
        self.start()
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        self.await_idle()
        for name in ['history', 'tmp', 'work']:
            shutil.rmtree(self.path('.state', name))
            self.drop(f'{name}.txt', article(2))
            self.await_result(f'{name}.txt', within=20)
            self.await_idle()
        self.daemon.stop()

    @takes(26)
    def test_folder_that_is_closed_is_a_pause(self):
        self.start_as_nobody()
        for folder in [('.state', 'work'), ('.state', 'tmp'), ('.state', 'history'), ('done',)]:
            path = self.path(*folder)
            with self.subTest(folder=folder):
                self.drop(f'{folder[-1]}.1.txt', article(1))
                self.await_idle()
                os.chmod(path, 0o500)
                if folder == ('.state', 'history'):
                    for name in os.listdir(path):
                        os.chmod(os.path.join(path, name), 0o400)
                elif folder == ('done',):
                    shutil.rmtree(self.path('done', os.listdir(path)[0]))
                self.drop(f'{folder[-1]}.2.txt', article(2))
                self.await_pause('/'.join(folder))
                os.chmod(path, 0o750)
                if folder == ('.state', 'history'):
                    for name in os.listdir(path):
                        os.chmod(os.path.join(path, name), 0o640)
                self.await_result(f'{folder[-1]}.2.txt')
                wait_until(lambda: not self.status().get('pause'), 'the end of the pause')
        self.await_idle()
        self.daemon.stop()

    @takes(8)
    def test_section_that_cannot_be_retired_holds_nothing_else_up(self):
        self.start_as_nobody()
        day = time.strftime('%Y-%m-%d', time.gmtime())
        os.makedirs(self.path('done', day, 'sport'))
        os.chown(self.path('done', day), 65534, 65534)
        os.makedirs(self.inbox('sport'))
        os.chmod(self.inbox('sport'), 0o777)
        self.drop_all(f'sport/{number}.txt' for number in range(800))
        wait_until(lambda: len(walk(self.outbox('sport'))) == 1600, lambda: self.scene())
        self.drop('plain.txt', article(1000))
        self.await_result('plain.txt', within=20 if IS_SANITIZED else 5)
        self.assertIn(f'done/{day}/sport: Permission denied', self.daemon.log)
        os.chown(self.path('done', day, 'sport'), 65534, 65534)
        self.finish(801)


class Root(SpoolTest):
    """The whole spool is moved while the service works in it."""
    conf = '[Spool]\nRescan=1s\n'

    def test_backup_in_the_place_of_the_spool_has_the_service_started_on_it(self):
        copy, old = self.root + b'.copy', self.root + b'.old'
        shutil.copytree(self.root, copy)
        os.rename(self.root, old)
        os.rename(copy, self.root)
        self.drop('a.txt', article(1))
        self.assertEqual(self.daemon.process.wait(PATIENCE), 75)
        self.assertIn('Another folder stands at', self.daemon.log)
        self.start()
        self.await_result('a.txt')
        self.finish(1)

    @takes(8)
    def test_backup_that_takes_its_time_is_waited_for(self):
        self.start_as_nobody()
        old = self.root + b'.old'
        os.rename(self.root, old)
        os.mkdir(self.root)
        wait_until(lambda: 'was moved away' in self.daemon.log, lambda: self.daemon.log)
        for name in os.listdir(old):
            shutil.copytree(os.path.join(old, name), self.path(name))
        time.sleep(3)  # past some looks at what is still root's
        self.assertIsNone(self.daemon.process.poll(), self.daemon.log)
        for folder, _, files in os.walk(self.root):
            for path in [folder, *(os.path.join(folder, name) for name in files)]:
                os.chown(path, 65534, 65534)
        self.assertEqual(self.daemon.process.wait(PATIENCE), 75)
        self.assertIn('Another folder stands at', self.daemon.log)
        self.start(wrap=AS_NOBODY)
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        self.finish(1)

    @takes(5)
    def test_spool_that_is_moved_away_and_back_goes_on(self):
        os.rename(self.root, self.root + b'.old')
        wait_until(lambda: 'was moved away' in self.daemon.log, lambda: self.scene())
        self.assertFalse(os.path.exists(self.root))
        os.rename(self.root + b'.old', self.root)
        wait_until(lambda: 'again' in self.daemon.log, lambda: self.daemon.log)
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        self.finish(1)
        self.assertEqual(self.daemon.log.count('was moved away'), 1)

    @takes(5)
    def test_spool_that_cannot_be_seen_is_told_of_with_the_cause(self):
        self.start_as_nobody()
        mode = os.stat(self.root).st_mode & 0o7777
        os.chmod(self.root, 0o300)
        wait_until(lambda: 'cannot be seen' in self.daemon.log, lambda: self.scene())
        os.chmod(self.root, mode)
        wait_until(lambda: 'is seen at' in self.daemon.log, lambda: self.daemon.log)
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        self.finish(1)
        self.assertIn('Permission denied; its inbox is not scanned', self.daemon.log)
        self.assertNotIn('was moved away', self.daemon.log)
