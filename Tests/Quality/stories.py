#!/usr/bin/env python3
"""Finds stories that come again: stories.py BINARY [--corpus DIR] [--articles N] [--curve]

Takes articles of the corpora, edits copies of them as newsrooms do, and drops first the originals and then the copies into
a real service, a run each, so that the second one knows the first from its history alone. What counts is what the history
says: a link to the article that the copy was made from is right, any other link is wrong, and so is a link of a non-case:
an article that has nothing but boilerplate, a quoted paragraph or a quarter of background in common with another, and the originals.
Prints precision and recall, each kind of edit by itself; --curve what other thresholds would bring. Exit status 1 where
precision is below 0.98 or recall below 0.9.
"""
import argparse
import base64
import collections
import gzip
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

CORPUS = pathlib.Path(__file__).resolve().parents[3] / 'shared/corpus'
BOILERPLATE = [
    'This article was produced with the help of our correspondents in the region. Write to our editors with questions about '
    'our coverage, and follow us for the latest news, sport and comment from around the country.',
    'The company, founded in 1911, employs 140,000 people in 62 countries and reported a turnover of 38 billion last year. '
    'Its shares have lost a tenth of their value since January.',
]


def read_articles(corpus, limit):
    """Articles of all sets in turn, so that each language has its part."""
    sets = []
    for path in sorted((corpus / 'summaries/dev').glob('*/articles.jsonl*')):
        text = (gzip.open(path).read() if path.suffix == '.gz' else path.read_bytes()).decode()
        sets.append([json.loads(line) for line in text.split('\n') if line.strip()])
    mixed = []
    while any(sets) and len(mixed) < limit:
        for articles in sets:
            if articles:
                mixed.append(articles.pop(0))
    found = []
    for article in mixed[:limit]:
        paragraphs = [' '.join(p.split()) for p in article['text'].split('\n') if p.strip()]
        if len(paragraphs) < 4:
            sentences = re.split(r'(?<=[.!?。！？])\s+', ' '.join(paragraphs))
            paragraphs = [' '.join(sentences[i:i + 2]) for i in range(0, len(sentences), 2)]
        if len(paragraphs) >= 4 and len(' '.join(paragraphs)) >= 600:
            found.append((article.get('title') or paragraphs[0][:60], paragraphs))
    return found


class Editor:
    """Makes copies as newsrooms make them; `others` is where new text comes from."""

    def __init__(self, chance, others):
        self.chance, self.others = chance, others

    def news(self, like):
        """A paragraph of another article, as long as usual there."""
        _, paragraphs = self.chance.choice(self.others)
        return self.chance.choice(paragraphs)[:2 * len(like)]

    # Edits: the copy is the same story.

    def headline(self, title, paragraphs):
        return self.news(title)[:80], paragraphs

    def update(self, title, paragraphs):
        """A wire's next version: a new lead, new paragraphs, one gone."""
        added = [self.news(paragraphs[0]) for _ in range(max(1, len(paragraphs) // 4))]
        kept = paragraphs[:]
        del kept[self.chance.randrange(len(kept))]
        return title, added[:1] + kept[:2] + added[1:] + kept[2:]

    def removed(self, title, paragraphs):
        count = max(2, len(paragraphs) * 7 // 10)
        return title, [paragraphs[i] for i in sorted(self.chance.sample(range(len(paragraphs)), count))]

    def half(self, title, paragraphs):
        total = sum(map(len, paragraphs))
        kept = []
        while sum(map(len, kept)) < total * 0.5:
            kept.append(paragraphs[len(kept)])
        return title, kept

    def reworded(self, title, paragraphs):
        """Every second paragraph edited: words replaced, left out and moved."""
        return title, [self.rewrite(p) if i % 2 else p for i, p in enumerate(paragraphs)]

    def rewrite(self, paragraph):
        words, fresh = paragraph.split(' '), self.news(paragraph).split(' ')
        for _ in range(max(1, len(words) // 8)):
            place = self.chance.randrange(len(words))
            match self.chance.randrange(3):
                case 0: words[place] = self.chance.choice(fresh)
                case 1 if len(words) > 1: del words[place]
                case _: words.insert(place, self.chance.choice(fresh))
        return ' '.join(words)

    def other_paper(self, title, paragraphs):
        """Another paper's version of agency text: its own lead and headline, the last quarter cut, paragraphs joined."""
        kept = paragraphs[1:max(3, len(paragraphs) * 3 // 4)]
        joined = [' '.join(kept[i:i + 2]) for i in range(0, len(kept), 2)]
        return self.news(title)[:80], [self.news(paragraphs[0])] + joined

    def typesetting(self, title, paragraphs):
        """Other quotation marks and dashes, capitals in the lead."""
        table = str.maketrans({'“': '"', '”': '"', '’': "'", '–': '-', '—': '-', '«': '"', '»': '"', '„': '"'})
        first, *rest = [p.translate(table) for p in paragraphs]
        return title, [' '.join(w.upper() if i < 4 else w for i, w in enumerate(first.split(' '))), *rest]

    # Non-cases: another article.

    def boilerplate(self, title, paragraphs):
        return title, paragraphs + BOILERPLATE

    def quoting(self, title, paragraphs, own):
        limit = min(sum(map(len, own)), sum(map(len, paragraphs))) / 4
        longest = max((p for p in paragraphs if len(p) <= limit), key=len, default='')
        return title, own[:2] + [longest] + own[2:]

    def background(self, title, paragraphs, own):
        """A follow-up: all new but for the last paragraphs, a quarter of it at most."""
        tail = []
        for paragraph in reversed(paragraphs):
            if sum(map(len, tail)) + len(paragraph) > min(sum(map(len, own)) / 3, sum(map(len, paragraphs)) / 3):
                break
            tail.insert(0, paragraph)
        return title, own + tail


def runs(paragraphs):
    """All runs of four words."""
    words = re.findall(r'\w+', ' '.join(paragraphs).lower())
    return {hash(tuple(words[i:i + 4])) for i in range(len(words) - 3)}


def without_twins(articles):
    """Articles that have less than 3 in 10 of their runs of words in common with any before them, counted exactly."""
    kept, holders = [], collections.defaultdict(list)
    sizes = []
    for article in articles:
        own = runs(article[1])
        common = collections.Counter(holder for run in own for holder in holders.get(run, ()))
        if any(count >= 0.3 * min(len(own), sizes[holder]) for holder, count in common.items()):
            continue
        for run in own:
            holders[run].append(len(kept))
        sizes.append(len(own))
        kept.append(article)
    return kept


EDITS = ['headline', 'update', 'removed', 'half', 'reworded', 'other_paper', 'typesetting']


def run(binary, root, files):
    """Drops files, works them off, and returns the lines of the history by name."""
    for name, (title, paragraphs) in files.items():
        (root / 'inbox' / name).write_text('\n\n'.join([title, *paragraphs]) + '\n')
    done = subprocess.run([binary, 'run', '--once', '--root', root, '--config', root / 'nutgraf.conf'],
                          stderr=subprocess.PIPE, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f'the service ended with {done.returncode}: {done.stderr[-1000:]}')
    lines = {}
    for month in sorted((root / '.state/history').glob('*.jsonl')):
        for line in month.read_text().splitlines():
            entry = json.loads(line)
            lines[entry['name']] = entry
    return lines


def share(one, other):
    """As the service computes it."""
    one, other = base64.b64decode(one), base64.b64decode(other)
    filled = sum(a > 0 or b > 0 for a, b in zip(one[:64], other[:64]))
    agreeing = sum(a == b != 0 for a, b in zip(one[:64], other[:64]))
    resemblance = (agreeing / max(1, filled) - 1 / 255) / (1 - 1 / 255)
    if resemblance < 0.125:
        return 0
    counts = [int.from_bytes(sample[64:66], 'little') for sample in (one, other)]
    return min(1, resemblance / (1 + resemblance) * sum(counts) / min(counts))


def curve(lines, cases, source):
    """Precision and recall at other thresholds, out of the fingerprints in the history."""
    originals = {name: line['fingerprint'] for name, line in lines.items()
                 if name.startswith('a') and 'fingerprint' in line}
    best = {}
    for case in cases:
        if 'fingerprint' in lines[case]:
            best[case] = max((share(lines[case]['fingerprint'], fingerprint), name)
                             for name, fingerprint in originals.items())
    for threshold in (30, 35, 40, 45, 50, 55, 60, 70, 80):
        linked = {case: name for case, (value, name) in best.items() if value * 100 >= threshold}
        right = sum(source[case] == name for case, name in linked.items())
        edits = sum(value is not None for value in source.values())
        print(f'  Share={threshold}: precision {right / max(1, len(linked)):.4f}, recall {right / edits:.4f}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('binary', nargs='?', default=pathlib.Path(__file__).resolve().parents[2] / '.build/release/nutgraf')
    parser.add_argument('--corpus', type=pathlib.Path, default=CORPUS)
    parser.add_argument('--articles', type=int, default=2400, help='how many articles are read')
    parser.add_argument('--curve', action='store_true')
    options = parser.parse_args()
    if not options.corpus.is_dir():
        print('skipped: there are no corpora beside the project (../shared/corpus)')
        print('0 passed, 0 failed, 1 skipped')
        return 0
    chance = random.Random(4)
    found = read_articles(options.corpus, options.articles)
    articles = without_twins(found)
    print(f'{len(found)} articles, {len(found) - len(articles)} of them another one once more: these are left out')
    chance.shuffle(articles)
    originals, fresh = articles[:len(articles) // 2], articles[len(articles) // 2:]
    editor = Editor(chance, fresh[len(originals) // 2:])
    fresh = fresh[:len(originals) // 2]

    with tempfile.TemporaryDirectory(dir='/dev/shm' if os.path.isdir('/dev/shm') else None) as folder:
        root = pathlib.Path(folder) / 'spool'
        (root / 'inbox').mkdir(parents=True)
        (root / 'nutgraf.conf').write_text('[Spool]\nSettleUnknown=0\n')
        first = run(options.binary, root, {f'a{i:05}.txt': article for i, article in enumerate(originals)})
        names = {line['id']: name for name, line in first.items()}
        pairs = {name: names[line['similar']['id']] for name, line in first.items() if 'similar' in line}

        files, source, kind = {}, {}, {}
        unused = iter(fresh)
        for i, (title, paragraphs) in enumerate(originals):
            original = f'a{i:05}.txt'
            case = f'b{i:05}.txt'
            if i % 10 < len(EDITS):
                kind[case], source[case] = EDITS[i % 10], original
                files[case] = getattr(editor, kind[case])(title, paragraphs)
                continue
            other = next(unused, None)
            if other is None:
                continue
            kind[case], source[case] = ['boilerplate', 'quoting', 'background'][i % 10 - len(EDITS)], None
            if kind[case] == 'boilerplate':
                files[case] = editor.boilerplate(*other)
            else:
                files[case] = other[0], getattr(editor, kind[case])(title, paragraphs, other[1])[1]
        lines = run(options.binary, root, files)
    names = {line['id']: name for name, line in lines.items()}
    links = {case: names[lines[case]['similar']['id']] for case in files if 'similar' in lines.get(case, {})}
    right = {case for case, name in links.items() if source[case] == name}
    table = collections.defaultdict(collections.Counter)
    for case in files:
        table[kind[case]].update(cases=1, linked=case in links, right=case in right)
    print(f'{len(originals)} originals, of which {len(pairs)} were linked to another')
    for name, counts in table.items():
        print(f"  {name:12} {counts['cases']:4} cases, {counts['linked']:4} linked, {counts['right']:4} rightly")
    wrong = sorted(set(links) - right)
    for case in wrong[:12]:
        print(f"    wrong: {kind[case]} {case} -> {links[case]} ({lines[case]['similar']['share']}), {files[case][0][:60]!r}")
    edits = sum(value is not None for value in source.values())
    precision, recall = len(right) / max(1, len(links) + len(pairs)), len(right) / max(1, edits)
    print(f'precision {precision:.4f} ({len(right)}/{len(links) + len(pairs)}), recall {recall:.4f} ({len(right)}/{edits}), '
          f'{len(files) - edits} non-cases')
    sizes = [len(line['fingerprint']) for line in lines.values() if 'fingerprint' in line]
    print(f'fingerprints: {sum(sizes) / max(1, len(sizes)):.0f} bytes in a line of the history')
    if options.curve:
        curve(lines, files, source)
    failed = (precision < 0.98) + (recall < 0.9)
    print(f'{2 - failed} passed, {failed} failed, 0 skipped')
    return int(failed > 0)


if __name__ == '__main__':
    sys.exit(main())
