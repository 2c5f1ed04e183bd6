"""What the tests of the commands that look at a spool share."""
from harness import *


class InspectionTest(SpoolTest):
    def run_on(self, *words, status=0, **more):
        done = self.nutgraf(words[0], '--root', os.fsdecode(self.root), *words[1:], **more)
        if status is not None:
            self.assertEqual(done.returncode, status, (words, done.stdout, done.stderr))
        return done.stdout.decode(errors='surrogateescape')

    def settle(self, **files):
        for name, data in files.items():
            self.drop(name.replace('_', '.'), data)
        self.await_idle()


def glob_one(folder):
    names = [name for name in os.listdir(folder) if name.endswith(b'.jsonl')]
    assert len(names) == 1, names
    return os.path.join(folder, names[0])
