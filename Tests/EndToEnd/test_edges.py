"""Corners: lost events, foreign things in the way, crowds."""
from articles import article
from harness import *


class Edges(SpoolTest):
    @takes(5)
    def test_lost_events_are_made_up_for_by_a_scan(self):
        with open('/proc/sys/fs/inotify/max_queued_events') as file:
            queue = int(file.read())
        if queue > 100_000:
            self.skipTest(f'the queue holds {queue} events')
        self.daemon.signal(signal.SIGSTOP)
        wait_until(lambda: re.search(r'State:\s+T', read(f'/proc/{self.daemon.pid}/status').decode()), 'it stands still')
        for i in range(queue * 2 // 3):  # made and closed: two events each, and names that are no work
            with open(self.inbox(f'.{i}'), 'w'):
                pass
        self.drop('lost.txt', article(1))
        self.drop('sport/lost.txt', article(2))
        self.daemon.signal(signal.SIGCONT)
        self.await_result('lost.txt', within=20)
        self.await_result('sport/lost.txt', within=20)
        self.assertIn('Events of the inbox were lost', self.daemon.log)
        for name in os.listdir(self.inbox()):
            if name.startswith(b'.'):
                os.unlink(self.inbox(name))
        self.finish(2)

    def test_foreign_things_in_the_outbox_are_left_alone(self):
        secret = os.path.join(self.home, 'secret')
        with open(secret, 'w') as file:
            file.write('as it was')
        os.mkdir(self.outbox('a.json'))
        os.symlink(secret, self.outbox('b.json'))
        os.symlink(secret, self.outbox('c.md'))
        with open(self.outbox('d.md'), 'w') as file:
            file.write('foreign')
        os.mkfifo(self.outbox('e.json'))
        for i, name in enumerate('abcde'):
            self.drop(name, article(i))
        wait_until(lambda: len(self.history()) == 5, self.scene)
        self.await_idle()
        self.assertEqual(read(secret), b'as it was')
        self.assertEqual(read(self.outbox('d.md')), b'foreign')
        records = [name for name in walk(self.outbox()) if re.fullmatch(rb'[a-e]~[0-9a-z]{26}\.json', name)]
        self.assertEqual(len(records), 5)
        for name in records:
            check_record(self, json.loads(read(self.outbox(name))))
            self.assertTrue(os.path.exists(self.outbox(name[:-5] + b'.md')))
        self.daemon.stop()

    def test_section_folder_in_the_outbox_that_is_a_link_is_not_followed(self):
        outside = os.path.join(self.home, 'outside')
        os.mkdir(outside)
        os.symlink(outside, self.outbox('sport'))
        self.drop('sport/a.txt', article(1))
        self.assertEqual(self.await_result('sport~/a.txt')['articleSection'], 'sport')
        self.assertEqual(os.listdir(outside), [])
        os.unlink(self.outbox('sport'))
        self.finish(1)

    def test_outbox_moved_away_while_running(self):
        os.rename(self.outbox(), self.path('taken'))
        os.mkdir(self.outbox())
        self.drop('a.txt', article(1))
        self.await_result('a.txt', within=5)

    def test_outbox_removed_while_running(self):
        os.rmdir(self.outbox())
        os.mkdir(self.outbox())
        self.drop('a.txt', article(1))
        self.await_result('a.txt', within=5)

    def test_outbox_removed_and_made_again_loses_nothing_over_a_restart(self):
        os.rmdir(self.outbox())
        os.mkdir(self.outbox())
        self.drop('a.txt', article(1))
        wait_until(lambda: 'a.txt' in self.daemon.log, 'it says something')
        self.daemon.stop()
        self.start()
        self.await_result('a.txt', within=20)
        self.finish(1)

    def test_failed_file_that_is_mended_and_moved_back(self):
        self.drop('a.txt', b'Too short')
        self.await_failure('a.txt')
        self.await_idle()
        with open(self.path('failed', 'a.txt'), 'wb') as file:
            file.write(article(1))
        os.rename(self.path('failed', 'a.txt'), self.inbox('a.txt'))
        self.await_result('a.txt')
        self.await_idle()
        self.assertEqual([entry['state'] for entry in self.history()], ['failed', 'published'])
        self.daemon.stop()

    def test_consumer_that_takes_while_the_same_file_comes_again_and_again(self):
        for i in range(60):
            self.drop('same.txt', article(1))
            self.await_result('same.txt')
            os.unlink(self.outbox('same.txt.json'))
            os.unlink(self.outbox('same.txt.md'))
            self.await_idle()
        entries = self.finish(60, taken_away=True)
        self.assertEqual({entry['state'] for entry in entries}, {'published'})

    @of_the_release
    def test_chmod_and_touch_while_it_is_worked_on(self):
        from articles import large_article
        self.drop('a.txt', large_article(1, 3_000_000))
        wait_until(lambda: self.daemon.workers(), 'a worker', every=0.001)
        work = self.path('.state', 'work')
        for name in os.listdir(work):
            os.utime(os.path.join(work, name))
        self.await_result('a.txt')
        self.await_idle()
        self.assertEqual(len([n for n in walk(self.outbox()) if n.endswith(b'.json')]), 1)
        # A large file is read while it is sent: what changes before the answer is there is read anew, and published once.
        self.assertEqual([e['state'] for e in self.history()], ['published'])
        self.daemon.stop()

    def test_crowd(self):
        if not IS_LONG:
            self.skipTest('20,000 files: with --long')
        began = time.monotonic()
        for i in range(20_000):
            self.drop(f'{i % 4}/{i}.txt', article(i, 2))
        wait_until(lambda: len(walk(self.outbox())) == 40_000, self.scene, within=600, every=1)
        self.note(f'{20_000 / (time.monotonic() - began):.0f} files a second, {self.daemon.memory():.0f} MB resident')
        self.finish(20_000)
