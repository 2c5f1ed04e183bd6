"""Every way in which a producer may deliver a file."""
import threading

from articles import article, large_article
from harness import *


class Delivery(SpoolTest):
    def test_by_copy(self):
        source = os.path.join(self.home, 'source.txt')
        with open(source, 'wb') as file:
            file.write(article(1))
        subprocess.run(['cp', source, os.fsdecode(self.inbox('a.txt'))], check=True)
        record = self.await_result('a.txt')
        self.assertEqual(record['nutgraf']['source']['name'], 'a.txt')
        self.assertEqual(record['identifier'], 'urn:sha256:' + sha256(article(1)))
        self.finish(1)

    def test_by_rename(self):
        self.drop('a.txt', article(1))
        record = self.await_result('a.txt')
        self.assertEqual(record['headline'], 'Council delays the harbour plan number 1 after a long night of talks')
        self.assertEqual(record['datePublished'], '2025-02-25')
        self.finish(1)

    def test_by_hard_link(self):
        source = os.path.join(os.fsencode(self.home), b'elsewhere')
        with open(source, 'wb') as file:
            file.write(article(2))
        os.link(source, self.inbox('linked.txt'))
        self.await_result('linked.txt')
        self.finish(1)
        self.assertEqual(read(source), article(2))

    def test_one_file_linked_under_two_names(self):
        source = os.path.join(os.fsencode(self.home), b'elsewhere')
        with open(source, 'wb') as file:
            file.write(article(2))
        os.link(source, self.inbox('one.txt'))
        os.link(source, self.inbox('two.txt'))
        self.assertEqual(self.await_result('one.txt')['articleBody'], self.await_result('two.txt')['articleBody'])
        self.finish(2)

    def test_by_unnamed_file_that_is_linked_in(self):
        file = os.open(self.root, os.O_TMPFILE | os.O_RDWR, 0o644)
        os.write(file, article(3))
        link_unnamed(file, self.inbox('unnamed.txt'))
        os.close(file)
        self.await_result('unnamed.txt')
        self.finish(1)

    def test_wait_for_an_unseen_end_ends_early_by_the_lease(self):
        source = self.path('elsewhere')
        with open(source, 'wb', buffering=0) as file:
            file.write(article(2))
            os.link(source, self.inbox('linked.txt'))
            time.sleep(0.3)
        os.unlink(source)
        self.await_result('linked.txt', within=4)
        self.finish(1)

    def test_slow_writer_is_waited_for(self):
        data = article(4, paragraphs=30)
        with open(self.inbox('slow.txt'), 'wb', buffering=0) as file:
            for start in range(0, len(data), len(data) // 8 + 1):
                file.write(data[start:start + len(data) // 8 + 1])
                time.sleep(0.35)  # a pause of the writer, not of the test
                self.assertFalse(os.path.exists(self.outbox('slow.txt.json')))
        record = self.await_result('slow.txt')
        self.assertEqual(record['nutgraf']['source']['sha256'], sha256(data))
        self.finish(1)

    @takes(14)
    def test_writer_that_pauses_longer_than_any_settle_time_is_waited_for(self):
        data = article(5, paragraphs=10)
        with open(self.inbox('pause.txt'), 'wb', buffering=0) as file:
            file.write(data[:len(data) // 2])
            time.sleep(12)  # longer than SettleUnknown=
            self.assertTrue(os.path.exists(self.inbox('pause.txt')))
            file.write(data[len(data) // 2:])
        self.assertEqual(self.await_result('pause.txt')['nutgraf']['source']['sha256'], sha256(data))
        self.finish(1)

    def test_like_rsync(self):
        temporary = self.inbox('.story.txt.Xy12ab')
        with open(temporary, 'wb') as file:
            file.write(article(6))
        os.rename(temporary, self.inbox('story.txt'))
        self.await_result('story.txt')
        self.finish(1)

    def test_like_a_browser(self):
        with open(self.inbox('story.txt.part'), 'wb') as file:
            file.write(article(6))
            file.flush()
            os.link(self.inbox('story.txt.part'), self.inbox('placeholder.part'))
        os.unlink(self.inbox('placeholder.part'))
        os.rename(self.inbox('story.txt.part'), self.inbox('story.txt'))
        self.await_result('story.txt')
        self.finish(1)

    def test_two_at_once(self):
        threads = [threading.Thread(target=self.drop, args=(f'{i}.txt', article(i), 'write')) for i in (1, 2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for i in (1, 2):
            self.assertIn(f'number {i} ', self.await_result(f'{i}.txt')['headline'])
        self.finish(2)

    def test_three_hundred_at_once(self):
        for i in range(300):
            self.drop(f'{i}.txt', article(i), 'write' if i % 3 else 'rename')
        for i in range(300):
            self.await_result(f'{i}.txt')
        self.finish(300)

    def test_producer_that_takes_its_file_back(self):
        with open(self.inbox('back.txt'), 'wb', buffering=0) as file:
            file.write(article(1))
            time.sleep(0.2)
            os.unlink(self.inbox('back.txt'))
        self.drop('other.txt', article(2))
        self.await_result('other.txt')
        self.finish(1)

    def test_files_that_were_there_before_the_start(self):
        self.daemon.stop()
        self.drop('sport/early.txt', article(1))
        self.drop('early.txt', article(2))
        self.start()
        self.await_result('early.txt')
        self.assertEqual(self.await_result('sport/early.txt')['articleSection'], 'sport')
        self.finish(2)

    def test_writer_that_goes_on_after_a_rename(self):
        """A rename is believed, unless the kernel tells of a writer that still has the file open."""
        data, rest = article(1, 40), article(2)
        part = self.path('part')
        with open(part, 'wb', buffering=0) as file:
            file.write(data)
            os.rename(part, self.inbox('on.txt'))
            self.drop('other.txt', article(3))
            self.await_result('other.txt')
            self.assertTrue(os.path.exists(self.inbox('on.txt')))
            file.write(rest)
        self.assertEqual(self.await_result('on.txt')['nutgraf']['source']['sha256'], sha256(data + rest))
        self.finish(2)


class Sections(SpoolTest):
    conf = '[Spool]\nRescan=3s\n'  # a file that comes between a scan and a watch waits for the next one

    def test_section_made_while_running_with_files_in_it_at_once(self):
        for i in range(20):
            os.mkdir(self.inbox(f'section{i}'))
            for j in range(5):
                with open(self.inbox(f'section{i}/{j}.txt'), 'wb') as file:
                    file.write(article(i * 5 + j))
        for i in range(20):
            for j in range(5):
                self.assertEqual(self.await_result(f'section{i}/{j}.txt', within=20)['articleSection'], f'section{i}')
        self.finish(100)

    def test_nested_sections_made_while_running_with_files_in_them_at_once(self):
        """A file may come between the walk through a new section and the watch on it."""
        count = 0
        for i in range(60):
            folder = f's{i}/a/b'
            os.makedirs(self.inbox(folder))
            time.sleep(0.0005 * (i % 12))
            self.drop(f'{folder}/x.txt', article(i))
            count += 1
        for i in range(60):
            self.await_result(f's{i}/a/b/x.txt', within=25)  # sooner than Rescan=
        self.finish(count)

    def test_whole_tree_moved_in(self):
        tree = os.path.join(self.home, 'tree')
        os.makedirs(tree + '/a/b')
        for name in ('x.txt', 'a/y.txt', 'a/b/z.txt'):
            with open(f'{tree}/{name}', 'wb') as file:
                file.write(article(len(name)))
        os.rename(tree, self.inbox('tree'))
        for name in ('x.txt', 'a/y.txt', 'a/b/z.txt'):
            self.await_result(f'tree/{name}', within=25)
        self.drop('tree/a/b/later.txt', article(9))
        self.await_result('tree/a/b/later.txt', within=25)
        self.finish(4)

    def test_section_renamed_while_running(self):
        os.mkdir(self.inbox('old'))
        self.drop('old/a.txt', article(1))
        self.await_result('old/a.txt')
        os.rename(self.inbox('old'), self.inbox('new'))
        self.drop('new/b.txt', article(2))
        self.assertEqual(self.await_result('new/b.txt', within=25)['articleSection'], 'new')
        self.finish(2)

    def test_section_removed_and_made_again(self):
        for i in range(5):
            os.mkdir(self.inbox('again'))
            self.drop(f'again/{i}.txt', article(i))
            self.await_result(f'again/{i}.txt', within=25)
            os.rmdir(self.inbox('again'))
        self.finish(5)

    def test_four_levels_are_sections_and_the_fifth_is_not(self):
        self.drop('1/2/3/4/deep.txt', article(1))
        self.drop('1/2/3/4/5/deeper.txt', article(2))
        self.assertEqual(self.await_result('1/2/3/4/deep.txt')['articleSection'], '1/2/3/4')
        self.finish(1, waiting=['1/2/3/4/5/deeper.txt'])

    def test_dot_folder_is_no_section(self):
        self.drop('.hidden/a.txt', article(1))
        self.drop('b.txt', article(2))
        self.await_result('b.txt')
        self.finish(1, waiting=['.hidden/a.txt'])

    def test_folder_of_a_saved_page_is_no_section_and_retires_with_the_page(self):
        os.mkdir(self.inbox('page_files'))
        with open(self.inbox('page_files/advert.txt'), 'wb') as file:
            file.write(article(3))
        self.drop('page.html', article(1))
        self.await_result('page.html')
        self.finish(1)
        self.assertFalse(os.path.exists(self.outbox('page_files')))
        self.assertTrue([name for name in walk(self.path('done')) if name.endswith(b'/page_files/advert.txt')])

    def test_folder_named_like_a_pages_own_is_no_section(self):
        # A browser may save the folder before its page, so its name is all that there is to go by.
        self.drop('audio_files/a.txt', article(1))
        self.drop('b.txt', article(2))
        self.await_result('b.txt')
        self.assertEqual(walk(self.inbox()), [b'audio_files/a.txt'])
        shutil.rmtree(self.inbox('audio_files'))
        self.finish(1)

    def test_inbox_replaced_while_running(self):
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        os.rename(self.inbox(), self.path('old-inbox'))
        os.makedirs(self.inbox(), exist_ok=True)
        self.drop('b.txt', article(2))
        self.await_result('b.txt', within=25)
        self.drop('sport/c.txt', article(3))
        self.await_result('sport/c.txt', within=25)
        os.rmdir(self.path('old-inbox'))
        self.finish(3)


class SectionWatches(SpoolTest):
    @takes(15)
    def test_section_is_watched_before_the_scan_passes_it(self):
        self.daemon.stop()
        for i in range(8):
            self.drop(f's{i}/first.txt', article(i))
        for i in range(1500):
            self.drop(f'{i}.txt', article(i, 3))
        self.start()
        for i in range(8):
            self.await_result(f's{i}/first.txt')
            self.drop(f's{i}/second.txt', article(10 + i))
        for i in range(1500):
            self.await_result(f'{i}.txt')
        for i in range(8):
            self.await_result(f's{i}/second.txt', within=10)  # Rescan= is a minute
        self.finish(1516)


class Removal(SpoolTest):
    conf = '[Spool]\nRescan=1s\n'

    def test_inbox_removed_while_running(self):
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        self.await_idle()
        os.rmdir(self.inbox())
        os.makedirs(self.inbox(), exist_ok=True)
        self.drop('b.txt', article(2))
        self.await_result('b.txt', within=6)
        self.finish(2)


class Repeats(SpoolTest):
    def test_the_same_file_again_gives_nothing_new(self):
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        before = {name: read(self.outbox(name)) for name in walk(self.outbox())}
        self.await_idle()
        self.drop('a.txt', article(1))
        wait_until(lambda: len(self.history()) == 2, 'the second one settles')
        entries = self.finish(2)
        self.assertEqual([entry['state'] for entry in entries], ['published', 'duplicate'])
        self.assertEqual({name: read(self.outbox(name)) for name in walk(self.outbox())}, before)

    def test_same_name_with_other_bytes_stands_beside(self):
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        first = read(self.outbox('a.txt.json'))
        self.await_idle()
        self.drop('a.txt', article(2))
        wait_until(lambda: len(self.history()) == 2, 'the second one settles')
        entries = self.finish(2)
        self.assertEqual(read(self.outbox('a.txt.json')), first)
        aside = f'a.txt~{entries[1]["id"]}'
        self.assertIn('number 2 ', json.loads(read(self.outbox(f'{aside}.json')))['headline'])
        self.assertTrue(os.path.exists(self.outbox(f'{aside}.md')))
        self.assertEqual(len(walk(self.outbox())), 4)

    def test_many_of_one_name_at_once(self):
        for i in range(40):
            self.drop('same.txt', article(i % 10))
            wait_until(lambda: not os.path.exists(self.inbox('same.txt')), 'the claim', every=0.001)
        entries = self.finish(40)
        self.assertEqual(len([e for e in entries if e['state'] == 'failed']), 0)
        records = [json.loads(read(self.outbox(n))) for n in walk(self.outbox()) if n.endswith(b'.json')]
        self.assertEqual({r['nutgraf']['source']['sha256'] for r in records}, {sha256(article(i)) for i in range(10)})

    def test_taken_away_it_appears_again(self):
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        self.await_idle()
        content = read(self.outbox('a.txt.json'))
        for name in walk(self.outbox()):
            os.unlink(self.outbox(name))
        self.drop('a.txt', article(1))
        self.await_result('a.txt')
        self.assertEqual(read(self.outbox('a.txt.json')), content)
        entries = self.finish(2)
        self.assertEqual([entry['state'] for entry in entries], ['published', 'published'])

    def test_the_same_failure_twice(self):
        self.drop('a.bin', os.urandom(500))
        self.await_failure('a.bin')
        self.await_idle()
        self.drop('a.bin', os.urandom(600))
        wait_until(lambda: len(self.history()) == 2, 'the second one settles')
        self.assertEqual({e['state'] for e in self.finish(2)}, {'failed'})
        self.assertEqual(len(walk(self.path('failed'))), 4)


class Collisions(SpoolTest):
    """Names that mean a file here and a folder there."""

    conf = '[Spool]\nSettleUnknown=1s\n'

    def test_result_that_stands_where_a_section_is_to_be(self):
        self.drop('x', article(1))
        self.await_result('x')
        self.drop('x.json/y', article(2))
        self.await_waiting_or_done(2)

    def test_file_and_later_a_section_of_that_name(self):
        self.drop('sport', article(1))
        self.await_result('sport')
        self.await_idle()
        self.drop('sport/y', article(2))
        self.await_waiting_or_done(2)

    def test_failed_file_and_later_a_section_of_that_name(self):
        self.drop('sport', os.urandom(300))
        self.await_failure('sport')
        self.await_idle()
        self.drop('sport/y', os.urandom(300))
        self.await_waiting_or_done(2)

    def await_waiting_or_done(self, count):
        try:
            self.await_idle(within=4)
        except AssertionError:
            raise AssertionError(f'stuck in work/: {walk(self.path(".state", "work"))}; log: {self.daemon.log[-1000:]}')
        self.finish(count)
