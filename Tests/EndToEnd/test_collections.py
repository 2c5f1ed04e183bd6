"""Files of several articles: mailboxes, feeds, wire messages."""
import resource

from articles import article
from harness import *


def mailbox(*numbers):
    """Articles as the mails of one file; 0 is a mail without a text."""
    return b''.join(
        b'From desk@example.org Mon May  6 10:00:00 2024\nMessage-ID: <%d@example.org>\nMIME-Version: 1.0\n'
        b'Subject: Number %d\n\n%s\n' % (number, number, article(number) if number else b'') for number in numbers)


def feed(count):
    """A feed of so many entries."""
    entries = ''.join(
        f'<item><title>Entry {n}</title><pubDate>Tue, 03 Sep 2024 07:30:00 GMT</pubDate>'
        f'<description>The mayor of town number {n} said on Monday that the old bridge will be closed.</description></item>'
        for n in range(1, count + 1))
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>All news</title>{entries}</channel></rss>'.encode()


class Collections(SpoolTest):
    def outputs(self, stem):
        return sorted(name for name in walk(self.outbox()) if name.startswith(stem))

    def contents(self, name):
        return json.loads(read(self.outbox(name + '.json')))

    def test_every_article_is_a_result_and_the_contents_come_last(self):
        self.drop('sport/mails', mailbox(1, 0, 3))
        self.await_result('sport/mails')
        self.assertEqual(self.outputs(b'sport/'), [b'sport/mails.' + ending for ending in
                                                   (b'1.json', b'1.md', b'3.json', b'3.md', b'json', b'md')])
        contents = self.contents('sport/mails')
        self.assertEqual(contents['@type'], 'ItemList')
        self.assertEqual(contents['numberOfItems'], 2)
        self.assertEqual([item['position'] for item in contents['itemListElement']], [1, 3])
        self.assertEqual([part['position'] for part in contents['nutgraf']['rejected']], [2])
        for item in contents['itemListElement']:
            record = json.loads(read(self.outbox(f'sport/mails.{item["position"]}.json')))
            check_record(self, record)
            self.assertEqual(record['identifier'], item['item']['identifier'])
            self.assertEqual(record['identifier'], f'{contents["identifier"]}#{item["position"]}')
            self.assertEqual(record['headline'], item['item']['headline'])
        self.assertIn(b'number 3 after', read(self.outbox('sport/mails.md')))
        self.await_idle()
        self.assertEqual(self.history()[0]['outputs'], ['outbox/sport/mails.md', 'outbox/sport/mails.json'])
        self.daemon.stop()

    def test_a_feed_of_a_thousand_entries_is_one_file(self):
        self.drop('feed.xml', feed(1000))
        self.await_result('feed.xml')
        self.assertEqual(len(self.outputs(b'feed.xml')), 2002)
        self.assertEqual(self.contents('feed.xml')['name'], 'All news')
        self.drop('more.xml', feed(1001))
        record = self.await_failure('more.xml', 'too-many-articles')
        self.assertIn('1001', record['message'])
        self.await_idle()
        self.daemon.stop()

    def test_many_feeds_at_once_do_not_use_up_the_descriptors(self):
        hard = resource.prlimit(self.daemon.pid, resource.RLIMIT_NOFILE)[1]
        resource.prlimit(self.daemon.pid, resource.RLIMIT_NOFILE, (1024, hard))
        self.daemon.signal(signal.SIGSTOP)
        for number in range(40):
            self.drop(f'{number}.xml', feed(60))
        self.daemon.signal(signal.SIGCONT)
        for number in range(40):
            self.await_result(f'{number}.xml')
        self.await_idle()
        self.assertEqual(len(walk(self.outbox())), 40 * 122)
        self.assertNotIn('open files', self.daemon.log)
        self.daemon.stop()

    def test_a_file_that_is_called_like_a_result_harms_none(self):
        self.drop('a', mailbox(1, 2))
        self.await_result('a')
        first = read(self.outbox('a.1.json'))
        self.drop('a.1', article(7))
        self.await_idle()
        self.assertEqual(read(self.outbox('a.1.json')), first)
        aside = [name for name in walk(self.outbox()) if name.startswith(b'a.1~') and name.endswith(b'.json')]
        self.assertEqual(len(aside), 1)
        self.assertIn(b'number 7 after', read(self.outbox(aside[0])))
        self.daemon.stop()

    def test_another_version_stands_beside_the_first_as_a_whole(self):
        self.drop('a', mailbox(1, 2))
        self.await_result('a')
        self.await_idle()
        self.drop('a', mailbox(1, 3))
        self.await_idle()
        aside = sorted(re.sub(rb'~\w{26}', b'~', name) for name in walk(self.outbox()) if b'~' in name)
        self.assertEqual(aside, [b'a~.' + ending for ending in (b'1.json', b'1.md', b'2.json', b'2.md', b'json', b'md')])
        self.daemon.stop()

    def test_the_longest_names_have_results(self):
        name = 'm' * 255
        self.drop(name, mailbox(1, 2))
        self.await_idle()
        names = walk(self.outbox())
        self.assertEqual(len(names), 6)
        self.assertEqual(max(map(len, names)), 255)
        self.daemon.stop()

    def test_commands_know_the_articles_of_a_file(self):
        self.drop('a', mailbox(1, 2))
        self.await_result('a')
        self.drop('a.1', article(7))
        self.await_idle()
        root = os.fsdecode(self.root)
        listed = self.nutgraf('show', '--root', root, 'a').stdout.decode()
        self.assertRegex(listed, r'1\. Council delays.*number 1 [\s\S]*2\. Council delays.*number 2 ')
        self.assertIn('case 2 is planned', self.nutgraf('show', '--root', root, 'outbox/a.2.json').stdout.decode())
        self.assertIn('case 7 is planned', self.nutgraf('show', '--root', root, 'a.1').stdout.decode())
        said = self.nutgraf('forget', '--root', root, 'a').stdout.decode()
        self.assertIn('removed outbox/a.2.md', said)
        left = walk(self.outbox())
        self.assertEqual(len(left), 2, left)
        self.assertIn(b'number 7 after', read(self.outbox(left[0])) + read(self.outbox(left[1])))
        self.daemon.stop()

    def test_filter_and_summarize_give_all_of_them(self):
        line = json.dumps({'id': 1, 'name': 'feed.xml', 'text': feed(3).decode()}).encode() + b'\n'
        answer = json.loads(self.nutgraf('filter', input=line).stdout)
        self.assertEqual([record['identifier'][-2:] for record in answer['articles']], ['#1', '#2', '#3'])
        self.assertEqual(self.nutgraf('summarize', input=feed(3)).stdout.decode().count('old bridge'), 3)
        said = self.nutgraf('summarize', input=mailbox(1, 0, 3))
        self.assertEqual(said.stdout.decode().count('\n\nCouncil delays'), 1)
        self.assertEqual(said.stderr.decode().count('standard input, part 2: There is no text in it.'), 1)

    def test_an_update_takes_no_place_of_a_file_of_another_name(self):
        self.daemon.stop()
        self.start(config=self.config('[Spool]\nUpdate=replace\n'))
        self.drop('a', mailbox(1, 2))
        self.await_result('a')
        self.drop('a.2', article(7))
        self.await_idle()
        self.assertIn(b'number 2 after', read(self.outbox('a.2.json')))
        self.drop('a', mailbox(1, 3))
        self.await_idle()
        self.assertIn(b'number 3 after', read(self.outbox('a.2.json')))
        self.assertEqual(len([name for name in walk(self.outbox()) if b'~' in name]), 2)
        self.daemon.stop()

    def test_commands_that_change_something_mean_no_part_of_another_file(self):
        self.drop('a', mailbox(1, 2))
        self.await_result('a')
        self.drop('a.2', article(7))
        self.await_idle()
        root = os.fsdecode(self.root)
        self.assertEqual(self.nutgraf('forget', '--root', root, 'a.2').returncode, 0)
        self.assertEqual(self.outputs(b'a'), [b'a.' + ending for ending in
                                              (b'1.json', b'1.md', b'2.json', b'2.md', b'json', b'md')])
        for command in ('forget', 'redo'):
            said = self.nutgraf(command, '--root', root, 'a.2')
            self.assertNotEqual(said.returncode, 0, (command, said.stdout))
        self.assertTrue(os.path.exists(self.outbox('a.json')))
        self.daemon.stop()

    def test_a_disk_that_is_full_is_given_back(self):
        self.needs_root('mounts a small disk')
        self.daemon.stop()
        small = os.path.join(os.fsdecode(self.home), 'small')
        os.mkdir(small)
        subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', small], check=True)
        self.addCleanup(subprocess.run, ['umount', '-l', small])
        self.root = os.path.join(os.fsencode(small), b'spool')
        self.start()
        self.drop('feed.xml', feed(1000))
        wait_until(lambda: 'No space' in self.daemon.log, lambda: self.daemon.log)
        wait_until(lambda: not os.listdir(self.path('.state', 'tmp')), lambda: str(len(os.listdir(self.path('.state', 'tmp')))))
        subprocess.run(['mount', '-o', 'remount,size=64m', small], check=True)
        self.await_result('feed.xml')
        self.assertEqual(len(self.outputs(b'feed.xml')), 2002)
        self.daemon.stop()
