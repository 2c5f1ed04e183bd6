"""An inbox that cannot be watched, or not be read for a while."""
import shutil
import signal

from articles import article
from harness import *


class Unwatched(SpoolTest):
    runs_at_once = False

    def start_failing(self, call, error, when='1+', on=()):
        if not shutil.which('strace'):
            self.skipTest('strace is missing')
        # -D keeps the service our child; the tracer is its grandchild.
        return self.start(wrap=('strace', '-D', '-f', '-qq', '-o', '/dev/null', '-e', f'trace={call}',
                                '-e', f'inject={call}:error={error}:when={when}', *on))

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

    @takes(5)
    def test_scan_that_fails_is_tried_again_soon(self):
        os.makedirs(self.inbox())
        for i in range(3):
            self.drop(f'{i}.txt', article(i))
        self.start_failing('getdents64', 'EIO', '1', on=('-P', os.fsdecode(self.inbox())))
        for i in range(3):  # strace counts calls by thread, so that it may fail more than once
            self.await_result(f'{i}.txt', within=40)
        self.finish(3)


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
