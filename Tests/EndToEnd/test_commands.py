"""The commands that are filters: filter, summarize, and what is said about wrong words."""
import threading

from articles import article, large_article
from harness import *


class Filter(Test):
    def filter(self, lines, *options, status=0):
        """The answers to lines of bytes, strings or values."""
        feed = b'\n'.join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines) + b'\n'
        done = self.nutgraf('filter', *options, input=feed)
        self.assertEqual(done.returncode, status, done.stderr)
        self.assertTrue(done.stdout.endswith(b'\n'))
        answers = [json.loads(line) for line in done.stdout[:-1].split(b'\n')]
        self.assertEqual(len(answers), len(lines))
        for answer in answers:
            self.assertIn('id', answer)
            self.assertEqual(len(answer), 2, answer)
            for record in answer.get('articles', []):
                check_record(self, record)
            if 'error' in answer:
                self.assertTrue(answer['error']['reason'] and answer['error']['message'])
        return answers

    def test_order_is_kept(self):
        answers = self.filter([{'id': i, 'text': article(i, 1 if i % 7 else 60).decode()} for i in range(500)])
        self.assertEqual([answer['id'] for answer in answers], list(range(500)))
        for i, answer in enumerate(answers):
            self.assertIn(f'number {i} ', answer['articles'][0]['headline'])

    def test_id_comes_back_as_it_came(self):
        ids = [None, True, False, 0, -1, 2.5, 1 << 53, '', 'x', 'ü\n"\\\u2028', [], [1, [2, None]], {}, {'a': {'b': [1.5, 'c']}}]
        answers = self.filter([{'id': value, 'text': 'no'} for value in ids] + [{'text': 'no'}])
        self.assertEqual([answer['id'] for answer in answers], ids + [None])
        for answer, value in zip(answers, ids):
            self.assertIs(type(answer['id']), type(value))

    def test_number_as_id_comes_back_digit_by_digit(self):
        numbers = [b'12345678901234567890', b'1.0', b'0.1000', b'123456789012345678901234567890', b'1E5']
        feed = b''.join(b'{"id":%s,"text":"no"}\n' % number for number in numbers)
        done = self.nutgraf('filter', input=feed)
        self.assertEqual([re.search(rb'"id":([^,}]*)', line)[1] for line in done.stdout.splitlines()], numbers)

    def test_bad_lines_cost_one_error_each(self):
        good = {'id': 'good', 'text': article(1).decode()}
        bad = [b'not json', b'[1, 2]', b'"text"', b'17', b'null', b'{"id": 3', b'{}', b'\xff\xfe', b'{"id": 4, "text": 5}',
               b'{"id": 5, "base64": "***"}', b'{"id": 6, "text": "x", "referenceDate": "yesterday"}', b'{"id": 7, "text": ""}',
               b'[' * 100_000, b'{"a":' * 50_000, b'\0', b'{"id": 8, "text": "a\0b"}', b'{"id": "\xff", "text": "x"}', b'\r']
        lines = [good]
        for line in bad:
            lines += [line, good]
        answers = self.filter(lines)
        for i, answer in enumerate(answers):
            if i % 2 == 0:
                self.assertEqual(answer['id'], 'good')
                self.assertIn('articles', answer)
            else:
                self.assertIn('error', answer, lines[i][:80])
        by_line = dict(zip(bad, answers[1::2]))
        self.assertEqual(by_line[b'not json']['id'], None)
        self.assertEqual(by_line[b'{"id": 4, "text": 5}']['id'], 4)
        self.assertEqual(by_line[b'{"id": 5, "base64": "***"}']['id'], 5)
        self.assertEqual(by_line[b'{"id": 6, "text": "x", "referenceDate": "yesterday"}']['id'], 6)
        self.assertEqual(by_line[b'{"id": 7, "text": ""}']['id'], 7)

    def test_blank_line_is_a_bad_line(self):
        answers = self.filter([b'', b' ', {'id': 1, 'text': article(1).decode()}, b''])
        self.assertEqual([answer['id'] for answer in answers], [None, None, 1, None])

    def test_no_input(self):
        done = self.nutgraf('filter')
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b'', b''))

    def test_last_line_without_its_newline(self):
        done = self.nutgraf('filter', input=json.dumps({'id': 1, 'text': article(1).decode()}).encode())
        self.assertEqual(json.loads(done.stdout)['id'], 1)
        self.assertIn('articles', json.loads(done.stdout))

    def test_three_ways_to_give_the_text(self):
        text = article(1)
        a, b, both = self.filter([{'text': text.decode()}, {'base64': base64.b64encode(text).decode()},
                                  {'text': 'no', 'base64': base64.b64encode(text).decode()}])
        self.assertEqual(a, b)
        self.assertEqual(a, both)
        self.assertEqual(a['articles'][0]['identifier'], 'urn:sha256:' + sha256(text))

    def test_clean_article_is_taken_as_it_is(self):
        body = 'First  paragraph "quoted" -- and so on.\nStill the first one.\n\nBy Jane Miller\n\nAdvertisement\n\nThe last one ends here.'
        answer, = self.filter([{'headline': '', 'articleBody': body, 'inLanguage': 'xx'}], '--all-sentences', '--sentences', '2')
        record = answer['articles'][0]
        self.assertEqual(' '.join(record['articleBody'].split()), ' '.join(body.split()))
        self.assertEqual(len(record['articleBody'].split('\n\n')), 4)
        self.assertEqual(record['inLanguage'], 'xx')
        self.assertNotIn('headline', record)
        self.assertEqual(len(record['nutgraf']['summary']), 2)
        self.assertEqual(''.join(s['text'] for s in record['nutgraf']['sentences']).replace(' ', '').replace('\n', ''),
                         ''.join(body.split()))

    def test_lengths(self):
        request = {'text': article(1, 20).decode()}
        for count in (1, 2, 5):
            answer, = self.filter([request], '--sentences', str(count))
            self.assertEqual(len(answer['articles'][0]['nutgraf']['summary']), count)
        answer, = self.filter([request], '--sentences', '1000')  # at most: repeats are left out
        self.assertGreater(len(answer['articles'][0]['nutgraf']['summary']), 5)
        for words in (20, 60, 120):
            answer, = self.filter([request], '--words', str(words))
            given = sum(len(s['text'].split()) for s in answer['articles'][0]['nutgraf']['summary'])
            self.assertTrue(1 <= given <= words + 12, f'{given} words for {words}')
        answer, = self.filter([request])
        self.assertNotIn('sentences', answer['articles'][0]['nutgraf'])

    def test_all_sentences(self):
        answer, = self.filter([{'text': article(1).decode()}], '--all-sentences')
        own = answer['articles'][0]['nutgraf']
        texts = [s['text'] for s in own['sentences']]
        for sentence in own['summary']:
            self.assertIn(sentence['text'], texts)
        places = [(s['paragraph'], s['start'], s['end']) for s in own['sentences']]
        self.assertEqual(places, sorted(places))
        self.assertEqual([s['score'] for s in own['sentences']], [round(s['score'], 4) for s in own['sentences']])

    def test_unknown_keys_and_other_keys(self):
        answer, = self.filter([{'id': 1, 'text': article(1).decode(), 'colour': 'blue', 'nested': {'x': [1]}, 'name': 'n.txt',
                                'section': 'a/b'}])
        record = answer['articles'][0]
        self.assertEqual((record['nutgraf']['source']['name'], record['articleSection']), ('n.txt', 'a/b'))

    def test_same_answers_with_any_number_of_jobs(self):
        feed = b''.join(json.dumps({'id': i, 'text': article(i).decode()}).encode() + b'\n' for i in range(60))
        first, *others = [self.nutgraf('filter', '--jobs', jobs, input=feed).stdout for jobs in ('1', '2', '7')]
        for other in others:
            self.assertEqual(first, other)

    def test_huge_line(self):
        text = large_article(1, 8_000_000).decode()
        answers = self.filter([{'id': 1, 'text': text}, {'id': 2, 'text': article(2).decode()}], '--all-sentences')
        self.assertEqual([answer['id'] for answer in answers], [1, 2])
        self.assertIn('articles', answers[1])

    @of_the_release
    @takes(8)
    def test_line_above_any_limit(self):
        line = b'{"id": 1, "text": "' + b'x' * (70 << 20) + b'"}'
        answers = self.filter([line, {'id': 2, 'text': article(2).decode()}])
        self.assertEqual(answers[0]['error']['reason'], 'too-large')
        self.assertIn('articles', answers[1])

    def test_lone_surrogates_and_NUL(self):
        text = article(1).decode()
        lines = [json.dumps({'id': 1, 'text': text}).encode().replace(b'Council', rb'Council\ud800'),
                 json.dumps({'id': 2, 'text': text}).encode().replace(b'Council', rb'Council\udc00\ud83d'),
                 json.dumps({'id': 3, 'text': text}).encode().replace(b'Council', rb'Council\u0000'),
                 json.dumps({'id': 4, 'text': text}).encode().replace(b'Council', rb'Council\ud83d\ude00')]
        answers = self.filter(lines)
        self.assertEqual(answers[3]['id'], 4)
        self.assertIn('articles', answers[3])
        self.note('lone surrogate: ' + ('error' if 'error' in answers[0] else 'read'))
        for answer in answers:
            self.assertTrue(answer['id'] in (None, 1, 2, 3, 4))

    def test_answers_come_while_the_input_goes_on(self):
        process = subprocess.Popen([BINARY, 'filter'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.addCleanup(process.kill)
        for i in range(5):
            process.stdin.write(json.dumps({'id': i, 'text': article(i).decode()}).encode() + b'\n')
            process.stdin.flush()
            self.assertEqual(json.loads(process.stdout.readline())['id'], i)
        process.stdin.close()
        self.assertEqual(process.wait(PATIENCE), 0)
        process.stdout.close()

    def test_reader_that_goes_away(self):
        process = subprocess.Popen([BINARY, 'filter'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.addCleanup(process.kill)
        process.stdout.close()
        try:
            for i in range(2000):
                process.stdin.write(json.dumps({'id': i, 'text': article(i).decode()}).encode() + b'\n')
            process.stdin.close()
        except BrokenPipeError:
            pass
        self.assertNotEqual(process.wait(PATIENCE), 0)

    @of_the_release
    @takes(8)
    def test_memory_does_not_grow_with_the_lines(self):
        process = subprocess.Popen([BINARY, 'filter', '--jobs', '2'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.addCleanup(process.kill)
        count = 20_000 if IS_LONG else 4000
        answers = []
        reader = threading.Thread(target=lambda: answers.extend(1 for _ in process.stdout))
        reader.start()
        line = json.dumps({'id': 1, 'text': article(1, 10).decode()}).encode() + b'\n'
        sizes = []
        for i in range(count):
            process.stdin.write(line)
            if i % (count // 4) == count // 4 - 1:
                with open(f'/proc/{process.pid}/status') as file:
                    sizes.append(int(re.search(r'VmRSS:\s+(\d+)', file.read()).group(1)) / 1024)
        process.stdin.close()
        self.assertEqual(process.wait(PATIENCE), 0)
        reader.join()
        process.stdout.close()
        self.note('resident ' + ', '.join(f'{size:.0f}' for size in sizes) + ' MB')
        self.assertEqual(len(answers), count)
        self.assertLess(sizes[-1], sizes[0] + 15)

    def test_killed_worker_costs_one_line(self):
        process = subprocess.Popen([BINARY, 'filter', '--jobs', '1'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.addCleanup(process.kill)
        big = json.dumps({'id': 'big', 'text': large_article(1, 20_000_000).decode()}).encode() + b'\n'
        process.stdin.write(big)
        process.stdin.flush()

        def worker():
            for task in glob_tasks(process.pid):
                with open(f'{task}/children') as file:
                    for word in file.read().split():
                        return int(word)

        pid = wait_until(worker, 'a worker')
        wait_until(lambda: bytes_read(pid) > 1_000_000, 'it reads', every=0.002)
        os.kill(pid, signal.SIGKILL)
        process.stdin.write(json.dumps({'id': 'next', 'text': article(1).decode()}).encode() + b'\n')
        process.stdin.close()
        lines = [json.loads(line) for line in process.stdout]
        process.stdout.close()
        self.assertEqual(process.wait(PATIENCE), 0)
        self.assertEqual([line['id'] for line in lines], ['big', 'next'])
        self.assertEqual(lines[0]['error']['reason'], 'worker-died')
        self.assertIn('articles', lines[1])


class Summarize(Test):
    def file(self, name, content):
        path = os.path.join(self.home, name)
        with open(path, 'wb') as file:
            file.write(content)
        return path

    def test_standard_input(self):
        for arguments in ([], ['-']):
            done = self.nutgraf('summarize', *arguments, input=article(1))
            self.assertEqual((done.returncode, done.stderr), (0, b''))
            self.assertIn(b'number 1 ', done.stdout)
            self.assertNotIn(b'\x1b', done.stdout)

    def test_several_files(self):
        done = self.nutgraf('summarize', *[self.file(f'{i}.txt', article(i)) for i in (1, 2, 3)])
        self.assertEqual(done.returncode, 0)
        places = [done.stdout.index(b'number %d ' % i) for i in (1, 2, 3)]
        self.assertEqual(places, sorted(places))

    def test_formats(self):
        path = self.file('a.txt', article(1))
        record = json.loads(self.nutgraf('summarize', '--format', 'json', path).stdout)
        check_record(self, record)
        self.assertEqual(record['nutgraf']['source']['name'], 'a.txt')
        self.assertTrue(self.nutgraf('summarize', '--format=markdown', path).stdout.startswith(b'---\n'))
        text = self.nutgraf('summarize', '--format', 'text', '--sentences', '1', path).stdout
        self.assertLess(len(text), len(self.nutgraf('summarize', '--sentences', '5', path).stdout))
        self.assertEqual(json.loads(self.nutgraf('summarize', '--format', 'json', path).stdout), record)

    def test_same_record_as_the_service_makes(self):
        root = os.path.join(self.home, 'spool')
        os.makedirs(root + '/inbox')
        path = self.file('a.txt', article(1))
        os.link(path, root + '/inbox/a.txt')
        done = self.nutgraf('run', '--once', '--root', root, '--config', SHIPPED_CONFIG)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(read(root + '/outbox/a.txt.json'), self.nutgraf('summarize', '--format', 'json', path).stdout)
        self.assertEqual(read(root + '/outbox/a.txt.md'), self.nutgraf('summarize', '--format', 'markdown', path).stdout)

    def test_missing_file_is_named(self):
        done = self.nutgraf('summarize', '/nowhere/x.txt', self.file('a.txt', article(1)))
        self.assertEqual(done.returncode, 66)
        self.assertIn(b'/nowhere/x.txt', done.stderr)
        self.assertEqual(len(done.stderr.splitlines()), 1)
        self.assertIn(b'number 1 ', done.stdout)
        self.assertEqual(self.nutgraf('summarize', '/nowhere/x.txt', self.file('b', b'')).returncode, 66)

    def test_no_article_and_folder(self):
        for path in (self.file('b', b'\0\1'), self.file('c', b''), self.home):
            done = self.nutgraf('summarize', path)
            self.assertEqual((done.returncode, done.stdout), (1, b''))
            self.assertIn(path.encode(), done.stderr)

    def test_name_that_begins_with_a_dash(self):
        self.file('-x.txt', article(1))
        self.assertEqual(self.nutgraf('summarize', '--', '-x.txt', cwd=self.home).returncode, 0)

    def test_full_device(self):
        with open('/dev/full', 'wb') as full:
            done = subprocess.run([BINARY, 'summarize'], input=article(1), stdout=full, stderr=subprocess.PIPE)
        self.assertNotEqual(done.returncode, 0)


class Usage(Test):
    def test_wrong_words_are_told_in_one_line(self):
        for words in (['run', '--rot', 'x'], ['run', 'x'], ['run', '--root'], ['run', '--root='], ['run', '--once=1'], ['filter', '--jobs', '0'],
                      ['filter', '--jobs', 'many'], ['filter', 'x'], ['summarize', '--format', 'html'], ['summarize', '--words', '1', '--sentences', '2'],
                      ['summarize', '--sentences', '0'], ['sumarize'], ['--verbose'], ['check-config', 'x'], [''], ['run', '-x']):
            done = self.nutgraf(*words, timeout=10)
            self.assertEqual((done.returncode, len(done.stderr.splitlines()), done.stdout), (64, 1, b''), (words, done.stderr))
            self.assertIn(b'--help', done.stderr)

    def test_help_and_version(self):
        for words in (['--help'], ['-h'], ['help'], [], ['run', '--help'], ['filter', '-h'], ['help', 'forget']):
            done = self.nutgraf(*words)
            self.assertEqual((done.returncode, done.stderr), (0, b''))
            self.assertLessEqual(len(done.stdout.splitlines()), 40)
            self.assertTrue(all(len(line) <= 120 for line in done.stdout.decode().splitlines()))
        self.assertRegex(self.nutgraf('--version').stdout.decode(), r'^nutgraf \d+\.\d+\.\d+\n$')
