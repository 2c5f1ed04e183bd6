#!/usr/bin/env python3
"""Train the model of a page's blocks: train_blocks.py [--tool FILE] [--corpus DIR] [--output FILE]

The tool (`swift build -c release --product blocks`) prints the blocks of each page with their features. A block is the
article's if it stands in the gold body, in order. Two forests of boosted trees have a vote each: one whose thresholds are the
best, and one whose thresholds are drawn, which does better on pages unseen. They are cross-validated by document, all pages of an
outlet in one fold, and the figures of whole pages are printed (F1, precision, recall, pages exactly right); then a model of
all documents is written as Swift. Needs lightgbm and numpy; nothing at run time does.

What is learnt from:
  html, multi  every block; of multi, whose gold lists, tables, quotations and subheads miss in some outlets and not in
               others, those are no evidence against a block that the rules take for text
  meta         the blocks that hold a snippet that must be there, or must not; with less weight
"""
import argparse
import base64
import collections
import gzip
import json
import pathlib
import random
import subprocess
import tempfile
import zlib

import lightgbm
import numpy

import score_extraction as metric

HERE = pathlib.Path(__file__).resolve().parent
PARAMETERS = {'objective': 'binary', 'min_data_in_leaf': 25, 'feature_fraction': 0.5, 'bagging_fraction': 0.8, 'bagging_freq': 1,
              'lambda_l2': 5.0, 'verbose': -1, 'num_threads': 2, 'seed': 1, 'deterministic': True}
FORESTS = [{'num_trees': 70, 'num_leaves': 12, 'learning_rate': 0.1},
           {'num_trees': 120, 'num_leaves': 20, 'learning_rate': 0.12, 'extra_trees': True}]
SETS = {'html': ('gold.json', 'html'), 'multi': ('multi/gold.json', 'multi/html'), 'meta': ('meta/gold.json', 'meta/html')}
META_WEIGHT = 0.3
FOLDS = 6
UNIT = 2048  # BlockModel.unit
LEAF = 255  # BlockModel.leafMark


def documents(tool, corpus):
    """(set, id, blocks, gold) of every page, and the names of the features."""
    found, names = [], []
    for name, (gold_file, folder) in SETS.items():
        gold = json.loads((corpus / gold_file).read_text())
        with tempfile.TemporaryDirectory() as directory:
            files = {}
            for key in gold:
                source = corpus / folder / f'{key}.html.gz'
                if source.exists():
                    page = pathlib.Path(directory) / f'{len(files)}.html'
                    page.write_bytes(gzip.open(source).read())
                    files[str(page)] = key
            output = subprocess.run([tool, *files], stdout=subprocess.PIPE, check=True).stdout
        for line in output.splitlines():
            page = json.loads(line)
            names = page['names']
            key = files[page['file']]
            found.append((name, key, page['blocks'], gold[key]))
    return found, names


def aligned(blocks, body):
    """Which blocks stand in the body in order: the heaviest chain of places where their letters occur."""
    letters = ''.join(metric.tokens(body))
    places = []
    for index, block in enumerate(blocks):
        words = metric.tokens(block['text'])
        text = ''.join(words)
        if text:
            places += [(index, *place) for place in occurrences(letters, text, words)]
    size = len(letters) + 2
    tree = [(0, -1)] * (size + 1)  # of prefix maxima: weight and last place of the best chain that ends before

    def best_before(end):
        best, end = (0, -1), end + 1
        while end > 0:
            best = max(best, tree[end])
            end -= end & -end
        return best

    previous, best, first = {}, (0, -1), 0
    while first < len(places):
        last = first
        while last < len(places) and places[last][0] == places[first][0]:
            last += 1
        fresh = []
        for number in range(first, last):
            _, start, end = places[number]
            weight, previous[number] = best_before(min(start + 3, end))
            fresh.append((end, (weight + end - start, number)))
        for end, chain in fresh:
            best = max(best, chain)
            slot = end + 1
            while slot <= size:
                tree[slot] = max(tree[slot], chain)
                slot += slot & -slot
        first = last
    chosen, number = set(), best[1]
    while number >= 0:
        chosen.add(places[number][0])
        number = previous[number]
    return chosen, best[0] / max(1, len(letters))


def occurrences(letters, text, words):
    found, start = [], letters.find(text)
    while start >= 0 and len(found) <= 20:
        found.append((start, start + len(text)))
        start = letters.find(text, start + 1)
    if found or len(words) < 6:
        return found
    head, tail = ''.join(words[:4]), ''.join(words[-4:])
    start = letters.find(head)
    end = letters.find(tail, max(0, start))
    if start >= 0 and start <= end <= start + 2 * len(text) + 60 - len(tail):
        return [(start, end + len(tail))]
    if start >= 0:
        return [(start, min(len(letters), start + (len(head) if len(words) < 12 else len(text))))]
    return [(max(0, end + len(tail) - len(text)), end + len(tail))] if end >= 0 else []


def labels(name, blocks, gold, names):
    """1 for a block of the article, 0 for another, None for one that nobody knows of."""
    if name == 'meta':
        def has(text, snippets):
            return any(' '.join(s.split()) in text for s in snippets or [])
        texts = [' '.join(b['text'].split()) for b in blocks]
        return [1 if has(t, gold.get('with')) else 0 if has(t, gold.get('without')) else None for t in texts]
    if not gold.get('articleBody'):
        return [None] * len(blocks)
    chosen, covered = aligned(blocks, gold['articleBody'])
    if covered < 0.5:
        return [None] * len(blocks)
    column = {n: i for i, n in enumerate(names)}

    def label(index, block):
        if not metric.tokens(block['text']):
            return None
        if index in chosen:
            return 1
        value = lambda feature: block['features'][column[feature]]  # noqa: E731
        grouped = value('inList') or value('inTable') or value('inQuotation') or value('tag') in (2, 4, 5, 6, 8, 10)
        return None if name == 'multi' and grouped and value('rule') <= 1 else 0
    return [label(i, b) for i, b in enumerate(blocks)]


def outlet(name, key):
    return key.rsplit('_', 3)[0] if name == 'multi' else key


def matrix(pages):
    rows = [(b['features'], l, META_WEIGHT if page[0] == 'meta' else 1.0)
            for page in pages for b, l in zip(page[2], page[4]) if l is not None]
    x, y, weight = zip(*rows)
    return numpy.array(x, float), numpy.array(y), numpy.array(weight)


def fitted(pages):
    x, y, weight = matrix(pages)
    return [lightgbm.train({**PARAMETERS, **forest}, lightgbm.Dataset(x, y, weight=weight)) for forest in FORESTS]


def is_article(forests, blocks):
    rows = numpy.array([b['features'] for b in blocks], float)
    return sum(forest.predict(rows, raw_score=True) for forest in forests) > 0


def cross_validated(pages):
    outlets = sorted({outlet(p[0], p[1]) for p in pages if p[0] != 'meta'})
    random.Random(3).shuffle(outlets)
    fold = {o: i % FOLDS for i, o in enumerate(outlets)}
    folds = [fold.get(outlet(p[0], p[1]), zlib.crc32(p[1].encode()) % FOLDS) for p in pages]
    rows, exact, right, count = collections.defaultdict(list), collections.Counter(), 0, 0
    for number in range(FOLDS):
        forests = fitted([p for p, f in zip(pages, folds) if f != number])
        for (name, _, blocks, gold, wanted), f in zip(pages, folds):
            if f != number or not blocks:
                continue
            chosen = is_article(forests, blocks)
            right += sum(bool(c) == bool(w) for c, w in zip(chosen, wanted) if w is not None)
            count += sum(w is not None for w in wanted)
            if name == 'meta' or not gold.get('articleBody'):
                continue
            have = metric.tokens(' '.join(b['text'] for b, c in zip(blocks, chosen) if c))
            want = metric.tokens(gold['articleBody'])
            rows[name].append(metric.match(metric.shingles(want, 4), metric.shingles(have, 4)))
            exact[name] += have == want
    print(f'cross-validated: {right / count:.4f} of {count} blocks')
    for name, values in rows.items():
        figures = {k: round(v, 4) for k, v in metric.aggregate(values).items()}
        print(f'  {name}: {figures}, exact {exact[name] / len(values):.3f}')


def encoded(forests):
    """The trees in the bytes that BlockModel reads, whose sum is the mean of the forests."""
    data = bytearray()

    def put(node):
        if 'leaf_value' in node:
            value = max(-32768, min(32767, round(node['leaf_value'] * UNIT / len(forests)))) & 0xFFFF
            data.extend((LEAF, value >> 8, value & 255))
            return 1
        place = len(data)
        data.extend((node['split_feature'], int(node['threshold']), 0))
        below = put(node['left_child'])
        data[place + 2] = below + 1
        return 1 + below + put(node['right_child'])

    for forest in forests:
        for tree in forest.dump_model()['tree_info']:
            put(tree['tree_structure'])
    return bytes(data)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--tool', default=HERE.parents[1] / '.build/release/blocks')
    parser.add_argument('--corpus', type=pathlib.Path, default=HERE.parents[2] / 'shared/corpus/extraction')
    parser.add_argument('--output', type=pathlib.Path,
                        default=HERE.parents[1] / 'Sources/Normalization/Markup/Body/BlockModelData.swift')
    parser.add_argument('--no-validation', action='store_true')
    options = parser.parse_args()
    found, names = documents(options.tool, options.corpus)
    pages = [(*page, labels(page[0], page[2], page[3], names)) for page in found]
    if not options.no_validation:
        cross_validated(pages)
    data = encoded(fitted(pages))
    text = base64.b64encode(data).decode().rstrip('=')
    lines = [text[i:i + 104] for i in range(0, len(text), 104)]
    options.output.write_text(
        '// swift-format-ignore-file\n'
        f'/// {sum(forest["num_trees"] for forest in FORESTS)} trees learnt on blocks of news pages by `Tests/Quality/train_blocks.py`, which says of what; '
        'in base64,\n/// as ``BlockModel`` reads it.\n'
        'let blockModelData: StaticString = """\n  ' + '\\\n  '.join(lines) + '\n  """\n')
    print(f'{len(data)} bytes in {options.output}')


if __name__ == '__main__':
    main()
