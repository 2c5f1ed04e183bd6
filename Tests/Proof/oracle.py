"""The oracle of all proofs: what was dropped, what a greedy consumer took, and whether the two and the spool agree."""
import collections
import hashlib
import json
import os
import re
import stat
import zlib

ARTICLE, REJECT, EITHER = 'article', 'reject', 'either'
FOREIGN = b'put here by somebody else\n'  # in the outbox, to stand in the way
SAVED_PAGE = re.compile(rb'(^|/)[^/]*_files(~[0-9a-z]{26})?/')


def digest(data):
    return hashlib.sha256(data).hexdigest()


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def files_below(folder):
    """The paths, as bytes, of all that lies below a folder and is no folder."""
    found = []
    for path, folders, names in os.walk(folder):
        found += [os.path.join(path, name) for name in names]
        found += [os.path.join(path, name) for name in folders if os.path.islink(os.path.join(path, name))]
    return sorted(found)


class Oracle:
    """Looks over one spool.

    The promises: in = done + failed + waiting; each dropped article comes out once, counted over all that a consumer
    ever took; each output is whole; nothing is left in `work/` and `tmp/`; each original is kept, byte for byte.
    """

    def __init__(self, root):
        self.root = os.fsencode(root)
        self.dropped = {}  # digest -> [how often, kind, path]
        self.cases = {}  # digest of a file of several articles -> their numbers
        self.taken = []  # (name, content) in the order of taking
        self.links = 0  # dropped things that have no bytes

    # ---- what happened

    def drop(self, path, data, kind=ARTICLE, in_place=False, cases=None):
        """Delivers a file into the inbox: by rename, or written where it is to be read.

        cases: the numbers of the articles in a file of several.
        """
        path = os.fsencode(path)
        if cases:
            self.cases[digest(data)] = cases
        target = os.path.join(self.root, b'inbox', path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        self.expect(path, data, kind)
        part = target if in_place else os.path.join(self.root, b'drop-' + digest(path).encode())
        with open(part, 'wb') as file:
            file.write(data)
        if not in_place:
            os.rename(part, target)

    def expect(self, path, data, kind=ARTICLE):
        """Something that is delivered otherwise."""
        entry = self.dropped.setdefault(digest(data), [0, kind, os.fsencode(path)])
        entry[0] += 1

    def take(self):
        """A greedy consumer: takes all that is in the outbox away."""
        for path in files_below(os.path.join(self.root, b'outbox')):
            try:
                content = read(path)
                os.unlink(path)
            except FileNotFoundError:
                continue
            if content != FOREIGN:
                self.taken.append((os.path.relpath(path, os.path.join(self.root, b'outbox')), content))

    # ---- what is promised

    def problems(self, repeats=False, waiting=False):
        """All that is wrong, in sentences.

        repeats: whether the same result may come twice, with the same name and the same bytes (a power cut).
        waiting: whether files may wait in the inbox or in work/.
        """
        self.wrong = []
        self.take()
        self._check_outputs(repeats, waiting)
        self._check_originals(waiting)
        self._check_history(waiting)
        if not waiting:
            for folder in (b'work', b'tmp'):
                left = files_below(os.path.join(self.root, b'.state', folder))
                if left:
                    self._say(f'{folder.decode()}/ is not empty: {[os.path.basename(p) for p in left][:4]}')
            left = [p for p in files_below(os.path.join(self.root, b'inbox')) if not SAVED_PAGE.search(p)]
            if left:
                self._say(f'the inbox is not empty: {left[:4]}')
        self._check_strays()
        return self.wrong

    def _say(self, text):
        self.wrong.append(text)

    def _check_outputs(self, repeats, waiting):
        records, markdowns, seen = collections.Counter(), collections.Counter(), {}
        for name, content in self.taken:
            if repeats and seen.get(name) == content:
                continue  # once more, the same
            if repeats and name in seen:
                self._say(f'{name!r} came again with other bytes')
            seen[name] = content
            if name.endswith(b'.json'):
                source = self._check_record(name, content)
                if source:
                    records[source] += 1
            elif name.endswith(b'.md'):
                markdowns[self._source_of_markdown(name, content)] += 1
            else:
                self._say(f'what is {name!r} in the outbox?')
        for source, (count, kind, path) in self.dropped.items():
            for part in self._parts(source):
                came = records[part]
                if kind == ARTICLE and not (0 if waiting else 1) <= came <= count:
                    self._say(f'{path!r} was dropped {count} times and came out {came} times ({part})')
                if kind == REJECT and came:
                    self._say(f'{path!r} came out, which is no article')
                if came and markdowns[part] != came and not waiting:
                    self._say(f'{path!r} has {came} records and {markdowns[part]} Markdown files ({part})')
        known = {part for source in self.dropped for part in self._parts(source)}
        for part in records.keys() | markdowns.keys():
            if part not in known:
                self._say(f'something came out that was never dropped: {part}')

    def _parts(self, source):
        """What comes of a file: its record, or its contents and a record for each of its articles."""
        return [source] + [f'{source}#{number + 1}' for number in range(len(self.cases.get(source, [])))]

    def _check_record(self, name, content):
        """The digest that a whole record names, with its number where its file has several."""
        try:
            record = json.loads(content)
            if record['@type'] == 'ItemList' and content.endswith(b'}\n'):
                return record['identifier'].removeprefix('urn:sha256:')
            if not content.endswith(b'}\n') or record['@type'] != 'NewsArticle' or not record['articleBody']:
                raise ValueError('not whole')
            paragraphs = record['articleBody'].split('\n\n')
            for sentence in record['nutgraf']['summary']:
                if paragraphs[sentence['paragraph']][sentence['start']:sentence['end']] != sentence['text']:
                    raise ValueError('a sentence is not where it says')
            return record['identifier'].removeprefix('urn:sha256:')
        except (ValueError, KeyError, IndexError, TypeError) as error:
            self._say(f'{name!r} is no whole record ({error}; {len(content)} bytes)')
            return None

    def _source_of_markdown(self, name, content):
        """The digest of the article that a whole Markdown file was made of."""
        contents = re.match(rb'---\nsource: "(.*)"\n---\n', content)
        if contents and b'\n## 1 ' in content and content.endswith(b'\n'):
            return next((source for source in self.cases if self.dropped[source][2].endswith(contents[1])), contents[1])
        numbers = re.findall(rb'about case (\d+) is planned', content)
        if not content.startswith(b'---\n') or not content.endswith(b'officials said.\n') or not numbers:
            self._say(f'{name!r} is no whole Markdown file ({len(content)} bytes)')
            return None
        if not hasattr(self, 'by_number') or len(self.by_number) != len(self.dropped):
            self.by_number = {entry_number(path): source for source, (_, _, path) in self.dropped.items()}
            for source, cases in self.cases.items():
                self.by_number |= {number: f'{source}#{place + 1}' for place, number in enumerate(cases)}
        return self.by_number.get(int(numbers[-1]), f'case {numbers[-1].decode()}')

    def _check_originals(self, waiting):
        kept = collections.Counter()
        places = [b'done', b'failed', b'inbox', os.path.join(b'.state', b'work')]
        reasons, failures = [], []
        for place in places:
            for path in files_below(os.path.join(self.root, place)):
                if SAVED_PAGE.search(path) or not stat.S_ISREG(os.lstat(path).st_mode):
                    continue
                name = os.path.basename(path)
                if place == b'failed' and name.endswith(b'.reason.json'):
                    reasons.append(path)
                    continue
                if place == places[3] and name.endswith((b'.name', b'.retry', b'.part', b'.src')):
                    continue
                source = digest(read(path))
                kept[source] += 1
                if place == b'failed':
                    failures.append(path)
                    kind = self.dropped.get(source, [0, None])[1]
                    if kind == ARTICLE:
                        self._say(f'{name!r} is an article and lies in failed/: {self._reason(path)}')
                elif place == b'done' and self.dropped.get(source, [0, None])[1] == REJECT:
                    self._say(f'{name!r} is no article and lies in done/')
        for source, (count, _, path) in self.dropped.items():
            if kept[source] != count:
                self._say(f'{path!r} was dropped {count} times and is kept {kept[source]} times')
        for source in kept:
            if source not in self.dropped:
                self._say(f'an original that was never dropped (or is not what it was): {source}')
        for path in failures:
            if self._reason(path) is None:
                self._say(f'{os.path.basename(path)!r} lies in failed/ without its reason')
        if len(reasons) != len(failures) and not waiting and not self.links:
            self._say(f'{len(reasons)} reasons for {len(failures)} failures')

    def _reason(self, path):
        name = os.path.basename(path)
        beside = [p for p in files_below(os.path.dirname(path)) if p.endswith(b'.reason.json')]
        for candidate in [path + b'.reason.json', *beside]:
            try:
                record = json.loads(read(candidate))
            except (OSError, ValueError):
                continue
            if candidate == path + b'.reason.json' or record.get('sha256') == digest(read(path)):
                return f'{record["reason"]}: {record["message"]}'
        return None

    def _check_history(self, waiting):
        folder = os.path.join(self.root, b'.state', b'history')
        ids = collections.Counter()
        for path in files_below(folder):
            if not path.endswith(b'.jsonl'):
                continue
            content = read(path)
            if content and not content.endswith(b'\n'):
                self._say('the history ends in half a line')
            for line in content.splitlines():
                match = re.fullmatch(rb'(.*),"crc32":"([0-9a-f]{8})"\}', line, re.DOTALL)
                if not match or zlib.crc32(match[1]) != int(match[2], 16):
                    self._say(f'a line of the history with a wrong check: {line[:80]!r}')
                    continue
                entry = json.loads(line)
                if entry.get('state') in ('published', 'duplicate', 'failed'):
                    ids[entry['id']] += 1
        if any(count > 1 for count in ids.values()):
            self._say('two lines of the history for one file')
        expected = sum(count for count, _, _ in self.dropped.values()) + self.links
        if not waiting and len(ids) != expected:
            self._say(f'the history knows {len(ids)} files of {expected}')

    def _check_strays(self):
        for path in files_below(os.path.join(self.root, b'failed')):
            if path.endswith((b'.in', b'.pub', b'.pub~', b'.part', b'.out', b'.bad', b'.bad~')):
                self._say(f'{os.path.basename(path)!r} lies in failed/: a broken invariant')


def entry_number(path):
    """Files of the proofs are named for the number of their article."""
    numbers = re.findall(rb'\d+', os.path.basename(path))
    return int(numbers[-1]) if numbers else None
