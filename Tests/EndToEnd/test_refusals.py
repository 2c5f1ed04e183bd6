"""What is not taken, and what is said of it."""
from articles import article
from harness import *


class Sections(SpoolTest):
    runs_at_once = False
    conf = '[Spool]\nRescan=1s\nSettleUnknown=1s\n'

    def nobody(self, command, *words):
        said = subprocess.run([*AS_NOBODY, BINARY, command, *words, '--root', os.fsdecode(self.root)], stdout=subprocess.PIPE)
        return said.stdout.decode()

    def test_section_that_may_not_be_read(self):
        self.start_as_nobody()
        os.makedirs(self.inbox('sport'))
        self.drop('sport/a.txt', article(1))
        os.chmod(self.inbox('sport'), 0o700)
        wait_until(lambda: 'The section sport cannot be scanned' in self.daemon.log, lambda: self.scene())
        wait_until(lambda: 'the section sport, whose files wait:' in self.nobody('status'), lambda: self.nobody('status'))
        self.assertIn('the service cannot read its section', self.nutgraf('why', 'sport/a.txt', '--root', os.fsdecode(self.root)).stdout.decode())
        os.chmod(self.inbox('sport'), 0o777)
        self.await_result('sport/a.txt', within=20)
        wait_until(lambda: 'Unread' not in self.nobody('status'), lambda: self.nobody('status'))
        self.finish(1)

    @takes(6)
    def test_section_whose_files_may_not_be_taken_out(self):
        self.start_as_nobody()
        os.makedirs(self.inbox('sport'))
        os.chmod(self.inbox('sport'), 0o755)
        for number in range(2):
            self.drop(f'sport/{number}.txt', article(number))
        words = "Permission denied; the folder is user 0's, who lets the service take files out of it by chmod g+w"
        wait_until(lambda: words in self.daemon.log, lambda: self.scene())
        time.sleep(4)  # past some tries, so that the next is far away
        os.chmod(self.inbox('sport'), 0o777)
        for number in range(2):
            self.await_result(f'sport/{number}.txt', within=4)  # by the next scan
        self.assertEqual(self.daemon.log.count('as all files beside it, cannot be taken'), 1)
        self.finish(2)

    @takes(6)
    def test_section_that_is_closed_once_more_is_told_of_once_more(self):
        self.start_as_nobody()
        os.makedirs(self.inbox('sport'))
        words = 'as all files beside it, cannot be taken'
        for number in range(2):
            os.chmod(self.inbox('sport'), 0o755)
            self.drop(f'sport/{number}.txt', article(number))
            wait_until(lambda: self.daemon.log.count(words) == number + 1, lambda: self.scene())
            os.unlink(self.inbox(f'sport/{number}.txt'))
            os.chmod(self.inbox('sport'), 0o777)
            time.sleep(2.5)  # until the inbox was scanned
        self.daemon.stop()

    def test_files_that_lie_where_none_is_taken(self):
        self.start()
        self.drop('1/2/3/4/5/deep.txt', article(1))
        self.drop('case_file/x.txt', article(2))
        self.drop('a.txt', article(3))
        self.await_result('a.txt')
        root = os.fsdecode(self.root)
        wait_until(lambda: b'2 files for their names' in self.nutgraf('status', '--root', root).stdout, 'both folders')
        self.assertIn(b'0 in the inbox', self.nutgraf('status', '--root', root).stdout)
        self.assertIn(b'more than 4 folders deep', self.nutgraf('why', '1/2/3/4/5/deep.txt', '--root', root).stdout)
        self.assertIn(b'its folder case_file is no section', self.nutgraf('why', 'case_file/x.txt', '--root', root).stdout)
        self.finish(1, waiting=['1/2/3/4/5/deep.txt', 'case_file/x.txt'])


class Downloads(SpoolTest):
    conf = '[Spool]\nSettleUnknown=1s\n'

    @takes(5)
    def test_empty_file_that_keeps_the_name_of_a_download(self):
        for ending in ['part', 'crdownload']:
            open(self.inbox(f'{ending}.txt'), 'w').close()
            with open(self.inbox(f'{ending}.txt.{ending}'), 'wb') as file:
                file.write(article(1))
        time.sleep(4)  # a slow server
        for ending in ['part', 'crdownload']:
            os.rename(self.inbox(f'{ending}.txt.{ending}'), self.inbox(f'{ending}.txt'))
            self.await_result(f'{ending}.txt', within=5)
        self.finish(2)


class Pages(SpoolTest):
    def page(self, number):
        body = b''.join(b'<p>' + line for line in article(number).splitlines()[2:])
        return b'<html><title>Council</title><article><h1>Council delays plan %d</h1>%s</article></html>' % (number, body)

    def drop_page(self, number, count):
        self.drop('page_files/frame.html', self.page(99))
        self.drop('Page_files/style.css', b'p{}')
        self.drop('page.html', self.page(number))
        self.drop('Page.HTM', self.page(number + 50))
        wait_until(lambda: len(self.history()) == count, lambda: self.scene())
        self.await_idle()

    def test_pages_that_come_again_keep_their_folders(self):
        root = os.fsdecode(self.root)
        self.drop_page(1, 2)
        self.drop_page(2, 4)
        self.assertEqual(self.nutgraf('redo', '--all', '--root', root).stdout, b'2 files put back into the inbox\n')
        wait_until(lambda: len(self.history()) == 6, lambda: self.scene())
        self.await_idle()
        self.assertEqual({entry['path'] for entry in self.history()}, {b'page.html', b'Page.HTM'})
        self.assertEqual(len([path for path in walk(self.path('done')) if path.endswith(b'/frame.html')]), 2)
        self.daemon.stop()

    def test_pages_of_one_name_that_are_tried_again_keep_each_its_own_folder(self):
        root = os.fsdecode(self.root)
        for number in range(2):
            self.drop(f'page_files/{number}.css', b'p{}')
            self.drop('page.html', b'%d' % number)
            wait_until(lambda: len(self.history()) == number + 1, lambda: self.scene())
            self.await_idle()
        self.drop('page_files/in-hand.css', b'p{}')  # the page that it belongs to is in hand
        said = self.nutgraf('retry', '--all', '--root', root)
        self.assertEqual(said.stdout, b'0 files put back into the inbox\n')
        self.assertIn(b'/inbox/page_files is in the way of the folder of page.html; ask again', said.stderr)
        self.assertEqual(walk(self.inbox()), [b'page_files/in-hand.css'])
        self.assertEqual(len([path for path in walk(self.path('failed')) if path.endswith(b'.css')]), 2)
        self.daemon.stop()


class Start(SpoolTest):
    runs_at_once = False

    def test_root_on_the_spool_of_a_service_of_another_user(self):
        self.needs_root('to be another user than root')
        os.makedirs(self.path('.state'))
        os.chown(self.path('.state'), 65534, 65534)
        said = self.nutgraf('run', '--once', '--root', os.fsdecode(self.root))
        self.assertEqual(said.returncode, 78)
        self.assertIn(b"the spool is user 65534's; run this as that user", said.stderr)
        self.assertEqual(os.listdir(self.path('.state')), [])

    def test_foreign_inbox_that_is_not_there_yet(self):
        inbox = os.path.join(self.home, 'server')
        conf = self.config(f'[Spool]\nInbox={inbox}\n')
        said = self.nutgraf('run', '--root', os.fsdecode(self.root), '--config', conf)
        self.assertEqual(said.returncode, 75)
        self.assertIn(f'Inbox= names cannot be used now: open {inbox}: No such file', said.stderr.decode())

    def test_few_descriptors(self):
        for count in range(4, 20):
            said = subprocess.run(['prlimit', f'--nofile={count}', BINARY, 'run', '--once', '--root', os.fsdecode(self.root)],
                                  stderr=subprocess.PIPE)
            self.assertIn(said.returncode, [0, 75, 127], (count, said))
            self.assertTrue(said.returncode == 0 or said.stderr, count)


class NoSpool(Test):
    def test_folder_that_is_no_spool(self):
        for words in [['list'], ['retry', '--all'], ['status'], ['why', 'a'], ['hook', '--once', '--state', self.home, '/bin/true']]:
            said = self.nutgraf(*words, '--root', self.home)
            self.assertEqual(said.returncode, 66, (words, said))
            self.assertIn(b'no service has worked there yet', said.stderr)

    def test_hook_without_its_program(self):
        os.mkdir(f'{self.home}/inbox')
        said = self.nutgraf('hook', '--once', '--state', self.home, '--root', self.home, f'{self.home}/program')
        self.assertEqual(said.returncode, 66)
        self.assertIn(f'run {self.home}/program: No such file'.encode(), said.stderr)


class Duplicates(SpoolTest):
    conf = '[Spool]\nDuplicates=skip\n'

    def test_the_earlier_result_of_the_same_bytes_is_named(self):
        self.drop('first.txt', article(1))
        self.await_result('first.txt')
        self.await_idle()
        added = os.path.join(self.home, 'second.txt')
        with open(added, 'wb') as file:
            file.write(article(1))
        words = 'its bytes were published before as outbox/first.txt.json'
        said = self.nutgraf('add', '--wait', '--root', os.fsdecode(self.root), added)
        self.assertEqual(said.returncode, 0, said)
        self.assertIn(f'second.txt: {words}', said.stderr.decode())
        self.assertIn(f'second.txt has no result of its own: {words}',
                      self.nutgraf('show', '--root', os.fsdecode(self.root), 'second.txt').stderr.decode())
        self.finish(2)
