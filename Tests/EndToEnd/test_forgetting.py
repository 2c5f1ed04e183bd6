"""The command that takes a story down."""
from articles import article
from harness import *
from inspection import InspectionTest, glob_one


class Forgetting(InspectionTest):
    def story_is_nowhere(self, *words):
        for folder, _, names in os.walk(self.root):
            for name in names:
                content = os.fsencode(name) + read(os.path.join(folder, name))
                for word in words:
                    self.assertNotIn(word, content, (folder, name))

    def test_forget_while_the_service_runs(self):
        self.settle(a_txt=article(11), b_txt=article(12))
        self.drop('copy.txt', article(11))
        self.await_idle()
        said = self.run_on('forget', 'a.txt')
        self.assertIn('removed outbox/copy.txt.json', said)
        self.story_is_nowhere(b'copy.txt', sha256(article(11)).encode(), b'plan number 11 ')
        self.drop('c.txt', article(13))
        self.await_result('c.txt')
        self.await_idle()
        states = [json.loads(line)['state'] for line in read(glob_one(self.path('.state', 'history'))).splitlines()]
        self.assertEqual(states, ['published' if s != 'forgotten' else s for s in states])
        self.assertEqual(states.count('forgotten'), 2)
        self.run_on('forget', 'a.txt', status=1)
        self.daemon.stop()
        self.start()
        self.assertNotIn('torn', self.daemon.log)

    def test_a_running_service_knows_nothing_of_what_is_forgotten(self):
        self.daemon.stop()
        self.start(config=self.config('[Spool]\nDuplicates=skip\n'))
        self.settle(a_txt=article(11), b_txt=article(12))
        self.settle(again_txt=article(11))
        self.assertFalse(os.path.exists(self.outbox('again.txt.json')), 'the same bytes come out once')
        self.run_on('forget', 'a.txt')
        self.assertEqual(os.listdir(self.path('.state', 'forget')), [])
        last = json.loads(read(self.path('.state', 'status.json')))['last']
        self.assertEqual([result['file'] for result in last], ['b.txt'])
        self.assertRegex(self.daemon.log, r'A story was taken down; forgot 2 drops of it: \w{26} \w{26}')
        # Anew, and like nothing that was there before.
        self.settle(anew_txt=article(11), once_more_txt=article(12))
        self.await_result('anew.txt')
        self.assertFalse(os.path.exists(self.outbox('once.more.txt.json')))
        self.assertNotIn('"similar"', [line for line in read(glob_one(self.path('.state', 'history'))).decode().splitlines() if 'anew.txt' in line][0])

    def test_forget_says_when_the_service_does_not_answer(self):
        self.settle(a_txt=article(1))
        forget = subprocess.Popen([BINARY, 'forget', '--root', os.fsdecode(self.root), '--patience', '1', 'a.txt'],
                                  stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
        self.addCleanup(forget.stderr.close)
        self.daemon.signal(signal.SIGSTOP)
        try:
            self.assertEqual(forget.wait(PATIENCE), 75)
        finally:
            self.daemon.signal(signal.SIGCONT)
        self.assertIn(b'does not answer', forget.stderr.read())

    def test_the_last_word_of_a_service_names_nothing_that_was_forgotten(self):
        self.settle(a_txt=article(1), b_txt=article(2))
        self.daemon.signal(signal.SIGSTOP)
        forget = subprocess.Popen([BINARY, 'forget', '--root', os.fsdecode(self.root), 'a.txt'], stdout=subprocess.DEVNULL)
        wait_until(lambda: os.listdir(self.path('.state', 'forget')), 'it is asked')
        self.daemon.kill()
        self.assertEqual(forget.wait(PATIENCE), 0)
        self.story_is_nowhere(b'a.txt')

    def test_forget_under_load(self):
        """No line of the history is lost while others are overwritten."""
        for i in range(30):
            self.drop(f'gone{i}.txt', article(i))
        for i in range(200):
            self.drop(f'kept{i}.txt', article(1000 + i))
            if i % 20 == 19:
                self.run_on('forget', *[f'gone{j}.txt' for j in range(i // 20 * 3, i // 20 * 3 + 3)])
        self.await_idle()
        lines = [json.loads(line) for line in read(glob_one(self.path('.state', 'history'))).splitlines()]
        kept = {line['name'] for line in lines if line['state'] != 'forgotten'}
        self.assertEqual(kept, {f'kept{i}.txt' for i in range(200)})
        self.story_is_nowhere(*[b'gone%d.txt' % i for i in range(30)])

    def test_forget_what_waits_and_what_was_left_in_hand(self):
        self.settle(a_txt=article(1))
        self.daemon.stop()
        self.drop('b.txt', article(2))
        work = self.path('.state', 'work', '01arz3ndektsv4rrffq69g5fav,c.txt.in')
        with open(work, 'wb') as file:
            file.write(article(3))
        for name in ('a.txt', 'b.txt', 'c.txt'):
            self.assertIn('removed', self.run_on('forget', name))
        self.story_is_nowhere(b'a.txt', b'b.txt', b'c.txt')
