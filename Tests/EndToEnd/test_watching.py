"""An inbox that cannot be watched, or not be read for a while."""
import contextlib
import signal

from articles import article
from harness import *


class Unwatched(SpoolTest):
    runs_at_once = False

    @takes(8)
    def test_no_inotify_instance_is_left(self):
        self.start_failing('inotify_init1', 'EMFILE')
        self.assertIn('raise the sysctl fs.inotify.max_user_instances', self.daemon.log)
        self.drop('a.txt', article(1))
        self.await_result('a.txt', within=10)
        self.finish(1)
        self.assertEqual(self.daemon.log.count('max_user_instances'), 1)

    @takes(8)
    def test_no_watch_is_left_for_a_section(self):
        self.start_failing('inotify_add_watch', 'ENOSPC', '3+')
        os.mkdir(self.inbox('sport'))
        self.drop('sport/a.txt', article(1))
        self.await_result('sport/a.txt', within=30)
        self.drop('sport/b.txt', article(2))
        self.await_result('sport/b.txt', within=30)
        self.finish(2)
        self.assertEqual(self.daemon.log.count('raise the sysctl fs.inotify.max_user_watches'), 1)

    @takes(8)
    def test_watches_are_had_again_as_soon_as_there_are_some(self):
        self.start_failing('inotify_add_watch', 'ENOSPC', '3..4')  # of the inbox, when it starts and in the first scan
        again = 'All folders of the inbox are watched again'
        wait_until(lambda: again in self.daemon.log, again, within=20)
        began = time.monotonic()
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        self.assertLess(time.monotonic() - began, 4, 'it is seen, and not found by a look each 5 s')
        self.finish(1)
        self.assertEqual(self.daemon.log.count(again), 1)

    @takes(5)
    def test_scan_that_fails_is_tried_again_soon(self):
        os.makedirs(self.inbox())
        for i in range(3):
            self.drop(f'{i}.txt', article(i))
        self.start_failing('getdents64', 'EIO', '1', on=('-P', os.fsdecode(self.inbox())))
        for i in range(3):  # strace counts calls by thread, so that it may fail more than once
            self.await_result(f'{i}.txt', within=40)
        self.finish(3)


class Sections(SpoolTest):
    """Sections that go away, or become something else, while they are looked at."""
    runs_at_once = False

    def watched(self):
        """The inodes that the service watches."""
        folder = f'/proc/{self.daemon.pid}'
        descriptor = next(name for name in os.listdir(f'{folder}/fd') if self.is_inotify(f'{folder}/fd/{name}'))
        with open(f'{folder}/fdinfo/{descriptor}') as file:
            return {int(line.split('ino:')[1].split()[0], 16) for line in file if line.startswith('inotify')}

    def is_inotify(self, path):
        try:
            return os.readlink(path) == 'anon_inode:inotify'
        except FileNotFoundError:
            return False  # closed meanwhile

    @takes(8)
    def test_a_section_moved_out_of_the_inbox_is_not_watched_any_more(self):
        self.start()
        os.makedirs(self.inbox('2026/11'))
        inodes = {os.stat(self.inbox(name)).st_ino for name in ('2026', '2026/11')}
        wait_until(lambda: inodes <= self.watched(), 'the section is watched')
        os.rename(self.inbox('2026'), self.path('archive'))
        wait_until(lambda: not inodes & self.watched(), 'it is not watched any more')
        os.rename(self.path('archive'), self.inbox('2026'))
        wait_until(lambda: inodes <= self.watched(), 'the section is watched again')
        self.drop('2026/11/a.txt', article(1))
        self.await_result('2026/11/a.txt')
        self.finish(1)

    @takes(5)
    def test_a_folder_that_becomes_a_link_leaves_the_inbox_watched(self):
        self.start()
        os.mkdir(self.path('elsewhere'))
        # The service may have it in hand for a moment, or be done with the link already.
        for _ in range(300):
            with contextlib.suppress(FileNotFoundError, FileExistsError, NotADirectoryError):
                os.mkdir(self.inbox('sport'))
                os.rmdir(self.inbox('sport'))
                os.symlink(self.path('elsewhere'), self.inbox('sport'))
                os.unlink(self.inbox('sport'))
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        self.assertNotIn('looked through every few seconds', self.daemon.log)
        self.daemon.stop()


class Order(SpoolTest):
    runs_at_once = False

    def test_files_at_the_start_are_worked_off_in_the_order_of_their_arrival(self):
        os.makedirs(self.inbox())
        names = [f'{i * 7919 % 1000}.txt' for i in range(1000)]
        for i, name in enumerate(names):
            self.drop(name, article(i))
            if i % 50 == 0:
                time.sleep(0.005)  # the clock of change times ticks every few milliseconds
        self.start()
        entries = self.finish(1000)
        places = {name: place for place, name in enumerate(names)}
        order = [places[entry['name']] for entry in entries]
        farthest = max(abs(place - at) for at, place in enumerate(order))
        self.note(f'a file comes out at most {farthest} places from where it came in')
        self.assertLess(farthest, 350)


class Crowded(SpoolTest):
    runs_at_once = False

    def test_a_large_inbox_is_watched_all_the_same(self):
        """A folder of a megabyte is watched only after READY: what came before is found, what comes after is seen."""
        os.makedirs(self.inbox())
        for i in range(30_000):
            os.close(os.open(self.inbox(f'{i} is no file that the service would take for an article.part'), os.O_CREAT))
        self.assertGreater(os.stat(self.inbox()).st_size, 1 << 20)
        self.start()
        for name in ('a.txt', 'b.txt'):
            began = time.monotonic()
            self.drop(name, article(1))
            self.await_result(name)
            self.note(f'{name} took {time.monotonic() - began:.2f} s')
        self.assertLess(time.monotonic() - began, 4, 'the second was seen')
        self.daemon.stop()
