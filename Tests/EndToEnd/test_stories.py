"""The same story once more, changed."""
import random
import signal

from articles import article
from harness import *


def update(number, new=99):
    """The article's next version: another headline, a new paragraph before the others, the last ones gone."""
    header, *paragraphs = article(number, paragraphs=12).decode().split('\n\n')
    fresh = article(new).decode().split('\n\n')[2]
    return '\n\n'.join(['Talks on the harbour end early', paragraphs[0], fresh, *paragraphs[1:10]]).encode() + b'\n'


def other(number):
    """An article that has no phrase in common with any other; those of article() have their stock phrases."""
    chance = random.Random(number)
    words = [''.join(chance.choices('abdeiklmnorstu', k=chance.randint(3, 9))) for _ in range(300)]
    lines = [' '.join(words[i:i + 30]).capitalize() + '.' for i in range(0, 300, 30)]
    return '\n\n'.join([f'Council delays plan {number} after a long night of talks', *lines]).encode() + b'\n'


class Stories(SpoolTest):
    conf = '[Stories]\nShare=50\n'

    def similar(self, name):
        entries = {entry['name']: entry for entry in self.history()}
        link = entries[name].get('similar')
        names = {entry['id']: entry['name'] for entry in entries.values()}
        return link and (names[link['id']], names[link['story']], link['share'])

    def publish(self, name, data):
        self.drop(name, data)
        self.await_result(name)
        self.await_idle()

    def test_update_is_linked_to_the_earlier_result_in_history_and_journal_but_not_in_the_record(self):
        self.publish('a.txt', article(1, paragraphs=12))
        self.publish('other.txt', other(2))
        self.publish('b.txt', update(1))
        self.assertIsNone(self.similar('a.txt'))
        self.assertIsNone(self.similar('other.txt'))
        name, story, share = self.similar('b.txt')
        self.assertEqual((name, story), ('a.txt', 'a.txt'))
        self.assertGreater(share, 0.5)
        self.assertLessEqual(share, 1)
        words = r'Published b\.txt; \d+ % of its text is that of result \w{26}'
        wait_until(lambda: re.search(words, self.daemon.log), lambda: self.scene())
        told = self.nutgraf('why', '--root', os.fsdecode(self.root), 'b.txt').stdout.decode()
        self.assertRegex(told, r'\d+ % of its text is that of a\.txt \(\w{26}\)')
        ids = [entry['id'] for entry in self.history()]
        for name in ('b.txt.json', 'b.txt.md'):
            self.assertFalse([i for i in ids if i.encode() in read(self.outbox(name))])
        self.finish(3)

    def test_earlier_results_are_known_after_a_kill_and_the_story_goes_on(self):
        self.publish('a.txt', article(1, paragraphs=12))
        self.publish('b.txt', update(1))
        self.daemon.kill()
        for i in range(20):
            self.drop(f'{i}.txt', other(100 + i))
        self.drop('c.txt', update(1, new=98))
        self.start()
        self.await_result('c.txt')
        self.await_idle()
        name, story, _ = self.similar('c.txt')
        self.assertIn(name, ('a.txt', 'b.txt'))
        self.assertEqual(story, 'a.txt')
        self.assertEqual([i for i in range(20) if self.similar(f'{i}.txt')], [])
        self.finish(23)

    def test_setting_turns_it_off_and_on_while_it_runs(self):
        def reload(text):
            count = self.daemon.log.count('Read the configuration again')
            with open(self.config_path, 'w') as file:
                file.write(text)
            self.daemon.signal(signal.SIGHUP)
            wait_until(lambda: self.daemon.log.count('Read the configuration again') > count, 'the reload')

        self.publish('a.txt', article(1, paragraphs=12))
        reload('[Stories]\nRemember=0\n')
        self.publish('b.txt', update(1))
        self.assertIsNone(self.similar('b.txt'))
        reload('[Stories]\nRemember=1000\n')
        self.publish('c.txt', update(1))
        self.assertEqual(self.similar('c.txt')[0], 'b.txt')
        self.finish(3)

