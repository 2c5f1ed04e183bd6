"""Pages and texts that nobody writes: each gets an answer, and no worker dies of it."""
import hostile
from cost import Launcher
from harness import *

# A sanitizer makes a slow build ten times slower, and no page may take a worker more than a minute.
SIZE = 60_000 if IS_SANITIZED else 4_000_000 if IS_LONG else 300_000


class Hostile(Test):
    def answers(self, shapes, name, size):
        launcher = Launcher()
        self.addCleanup(launcher.close)
        source, target = f'{self.home}/requests', f'{self.home}/answers'
        with open(source, 'wb') as file:
            for shape_name, shape in shapes.items():
                file.write(hostile.request(shape(size), name, shape_name))
        status, seconds, peak = launcher.run([BINARY, 'filter', '--jobs', '2'], source, target)
        self.assertEqual(status, 0)
        self.note(f'{len(shapes)} of {size / 1e6:g} MB: {seconds:.1f} s of CPU, {peak / 1e6:.0f} MB at most')
        with open(target, 'rb') as file:
            answers = [json.loads(line) for line in file]
        self.assertEqual([answer['id'] for answer in answers], list(shapes))
        return answers

    def check(self, shapes, name, size):
        for answer in self.answers(shapes, name, size):
            error = answer.get('error')
            self.assertNotEqual((error or {}).get('reason'), 'worker-died', answer['id'])
            self.assertTrue(error and error['message'] or answer['articles'][0]['articleBody'], answer['id'])

    @takes(8)
    def test_hostile_pages(self):
        self.check(hostile.PAGES, 'page.html', SIZE)

    @takes(6)
    def test_hostile_texts(self):
        self.check(hostile.TEXTS, 'text.txt', SIZE)

    @of_the_release
    @unittest.skipUnless(IS_LONG, 'takes a minute')
    def test_a_megabyte_of_anything_takes_less_than_a_second(self):
        """What grows with the square of the size would take far longer."""
        launcher = Launcher()
        self.addCleanup(launcher.close)
        for name, shapes in (('page.html', hostile.PAGES), ('text.txt', hostile.TEXTS)):
            for shape_name, shape in shapes.items():
                with open(f'{self.home}/request', 'wb') as file:
                    file.write(hostile.request(shape(1_000_000), name))
                _, seconds, _ = launcher.run([BINARY, 'filter', '--jobs', '1'], f'{self.home}/request', '/dev/null')
                self.assertLess(seconds, 1, shape_name)
