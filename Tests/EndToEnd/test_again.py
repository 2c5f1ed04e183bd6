"""The same bytes, or the same name, once more."""
import os
import signal
import time

from articles import article, large_article
from harness import *


# What keeps a worker busy for longer than a test needs to drop another file.
LONG_WORK = 500_000 if IS_SANITIZED else 8 << 20


class Skip(SpoolTest):
    conf = '[Spool]\nDuplicates=skip\n'

    def take_away(self, name):
        for ending in ('json', 'md'):
            os.unlink(self.outbox(f'{name}.{ending}'))

    def test_same_bytes_are_published_once_whatever_they_are_called(self):
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        self.take_away('a.txt')
        self.drop('a.txt', article(1))
        self.drop('b.txt', article(1))
        wait_until(lambda: self.daemon.log.count('its bytes were published before') == 2, lambda: self.scene())
        self.drop('c.txt', article(2))
        self.await_result('c.txt')
        entries = self.finish(4, taken_away=True)
        self.assertEqual(sorted(entry['state'] for entry in entries),
                         ['duplicate', 'duplicate', 'published', 'published'])
        self.assertEqual(walk(self.outbox()), [b'c.txt.json', b'c.txt.md'])

    def test_many_of_the_same_bytes_at_once(self):
        for i in range(60):
            self.drop(f'.{i}', article(i % 3))
        for i in range(60):
            os.rename(self.inbox(f'.{i}'), self.inbox(f'{i}.txt'))
        entries = self.finish(60)
        self.assertEqual(sum(entry['state'] == 'published' for entry in entries), 3)

    def test_what_was_published_is_known_after_a_kill(self):
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        self.await_idle()
        self.daemon.kill()
        self.take_away('a.txt')
        self.drop('again.txt', article(1))
        self.start()
        wait_until(lambda: 'its bytes were published before' in self.daemon.log, lambda: self.scene())
        self.finish(2, taken_away=True)

    @takes(4)
    def test_history_that_could_not_be_read_is_read_again(self):
        for i in range(2):
            self.drop(f'{i}.txt', article(i))
            self.await_result(f'{i}.txt')
        self.await_idle()
        self.daemon.stop()
        old = self.path('.state', 'history', '2020-01.jsonl')
        open(old, 'w').close()
        self.config_path = self.config('[Spool]\nDuplicates=skip\nRescan=1s\n')
        self.start_failing('read', 'EIO', when=1, on=('-P', os.fsdecode(old)))
        wait_until(lambda: 'may be published again' in self.daemon.log, lambda: self.daemon.log)
        self.drop('meanwhile.txt', article(0))
        self.await_result('meanwhile.txt')
        time.sleep(2.5)  # it is read again by now
        self.drop('again.txt', article(1))
        self.drop('once-more.txt', article(0))
        entries = self.finish(5)
        self.assertEqual([entry['state'] for entry in entries], ['published'] * 3 + ['duplicate'] * 2)

    def test_setting_may_change_while_it_runs(self):
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        self.take_away('a.txt')
        with open(self.config_path, 'w') as file:
            file.write('[Spool]\nDuplicates=process\n')
        self.daemon.signal(signal.SIGHUP)
        wait_until(lambda: 'Read the configuration again' in self.daemon.log, 'the reload')
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        self.finish(2)


class Replace(SpoolTest):
    conf = '[Spool]\nUpdate=replace\n'

    def test_file_of_any_size_where_a_result_is_to_go(self):
        os.truncate(os.open(self.outbox('a.txt.json'), os.O_CREAT | os.O_WRONLY, 0o640), 200 << 30)
        self.drop('a.txt', article(1))
        wait_until(lambda: os.path.getsize(self.outbox('a.txt.json')) < 1 << 20, lambda: self.scene())
        self.finish(1)

    def test_reason_of_any_size(self):
        os.truncate(os.open(self.path('failed', 'y.reason.json'), os.O_CREAT | os.O_WRONLY, 0o640), 200 << 30)
        for command in [['status'], ['list', '--failed']]:
            said = self.nutgraf(*command, '--root', os.fsdecode(self.root))
            self.assertEqual(said.stderr, b'')
            self.assertIn(b'failed', said.stdout.lower())
        os.unlink(self.path('failed', 'y.reason.json'))
        self.finish(0)

    def test_the_newest_of_several_versions_in_hand_at_once_stays(self):
        self.drop('a.txt', large_article(1, LONG_WORK))
        wait_until(lambda: not os.path.exists(self.inbox('a.txt')), 'the claim')
        self.drop('a.txt', article(2))
        entries = self.finish(2)
        self.assertEqual([entry['state'] for entry in entries], ['published'] * 2)
        self.assertIn('number 2 ', self.await_result('a.txt')['headline'])
        self.assertEqual(walk(self.outbox()), [b'a.txt.json', b'a.txt.md'])

    def test_a_version_that_is_written_while_it_waits_is_read_whole(self):
        self.drop('a.txt', large_article(1, LONG_WORK))
        wait_until(lambda: not os.path.exists(self.inbox('a.txt')), 'the claim')
        self.drop('a.txt', article(2))
        time.sleep(0.05)
        text = article(3, 30)
        with open(self.inbox('a.txt'), 'wb', buffering=0) as file:  # the same inode, as cp does it
            file.write(text[:3000])
            wait_until(lambda: self.history(), 'the first version')
            time.sleep(0.7)
            file.write(text[3000:])
        wait_until(lambda: len(self.history()) == 2, lambda: self.scene())
        self.await_idle()
        record = self.await_result('a.txt')
        self.assertIn('number 3 ', record['headline'])
        self.assertIn('about case 3 is planned', record['articleBody'])
        self.daemon.stop()

    def test_versions_that_a_kill_left_come_out_in_their_order(self):
        self.daemon.stop()
        self.start(config=self.config('[Spool]\nUpdate=keep\n'))
        self.drop('a.txt', large_article(1, LONG_WORK))
        wait_until(lambda: not os.path.exists(self.inbox('a.txt')), 'the claim')
        self.drop('a.txt', article(2))
        wait_until(lambda: not os.path.exists(self.inbox('a.txt')), 'the second claim', every=0.0005)
        self.daemon.kill()
        self.start(config=self.config('[Spool]\nUpdate=replace\n'))
        wait_until(lambda: len(self.history()) == 2, lambda: self.scene())
        self.await_idle()
        self.assertIn('number 2 ', self.await_result('a.txt')['headline'])
        self.finish(2)

    def test_newer_result_takes_the_place_of_the_earlier(self):
        self.drop('a.txt', article(1))
        first = self.await_result('a.txt')
        self.drop('a.txt', article(2))
        wait_until(lambda: self.await_result('a.txt')['headline'] != first['headline'], lambda: self.scene())
        self.await_idle()
        self.assertEqual(walk(self.outbox()), [b'a.txt.json', b'a.txt.md'])
        self.drop('a.txt', article(2))
        wait_until(lambda: 'its result is in the outbox already' in self.daemon.log, lambda: self.scene())
        self.daemon.stop()
