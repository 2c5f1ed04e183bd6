#!/usr/bin/env python3
"""Learn the weights of the line model: train_lines.py [--corpus DIR] [--folds N]

Writes Sources/Normalization/Text/LineWeights.swift. Needs numpy, the corpora beside the project, and both programs:

    swift build -c release --product nutgraf && swift build -c release --product line-features
    Tests/Quality/train_lines.py

The features are what the program itself computes (LineFeature.swift, by way of line-features); what is learnt are the weights of words
and oblivious boosted trees on a logistic loss, from whole texts, parts of them, texts in few long paragraphs, the news in brief
that their first paragraphs make, and pastes of our own invention (Invented/learnt). With --folds N nothing is written: the pages are parted into N folds, each is judged by
what was learnt from the others, and the figures are printed as measure.py does, beside those of the rules alone.
"""
import argparse, base64, collections, os, pathlib, re, sys

os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')
sys.dont_write_bytecode = True
import numpy  # noqa: E402
import line_corpus as corpus  # noqa: E402
import score_extraction as metric  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCE = ROOT / 'Sources/Normalization/Text'
ONE = 64  # LineModel.one
TREES, DEPTH, RATE, PRIOR, BINS = 420, 5, .13, 4., 32
WORDS, FOLDS_OF_WORDS = 1000, 4
KEEP, KEEP_RULED, OFFSET, LONGEST, LOWERED, MOST_DOUBT = -.3, -.55, .8, 60, -1.5, 200  # Page+Judgement.swift
COMMENT = 10  # Page.rank(of:), Page+Features.swift


def feature_names():
    cases = re.findall(r'^\s+case (.*)$', (SOURCE / 'LineFeature.swift').read_text().split('struct')[0], re.M)
    return [name.strip() for case in cases for name in case.split(',')]


NAMES = feature_names()
COLUMN = {name: i for i, name in enumerate(NAMES)}


def load(texts):
    """Adds lines, roles, features, words and labels to the texts."""
    answers = corpus.feed([ROOT / '.build/release/line-features'],
                          [{'id': str(i), 'base64': corpus.encoded(t['text'].encode())} for i, t in enumerate(texts)])
    loaded = []
    for text, answer in zip(texts, answers):
        lines = answer['lines']
        if not lines:
            continue
        rows = answer['features']
        text['lines'], text['roles'], text['teasers'] = lines, answer['roles'], numpy.array(answer['teasers'])
        text['features'] = numpy.array([r or [0] * len(NAMES) for r in rows], numpy.uint8).reshape(len(lines), len(NAMES))
        text['words'] = [numpy.unique(numpy.array(w, numpy.int64)) for w in answer['words']]
        text['tokens'] = [corpus.words(line) for line in lines]
        text['label'] = numpy.array(corpus.labels(lines, text['gold'])) >= .5
        text['near'] = ((text['features'][:, COLUMN['fromStart']] >= 75) & (text['features'][:, COLUMN['toEnd']] >= 75)
                        | text['label'])
        loaded.append(text)
    return loaded


def line_weights(text):
    """A wrong line costs as many words of the gold as it has, and a little more: it keeps the page from being exact."""
    lengths = numpy.array([len(t) for t in text['tokens']], float)
    gold = max(30, len(corpus.words(text['gold'])))
    return (numpy.minimum(lengths, gold) / gold + 4 / gold + .01) * (lengths > 0) * text['weight']


# ---------------------------------------------------------------------------------------------- words
def learn_words(texts, rounds=80, prior=.3, least_pages=10):
    """Weights of words: a logistic regression over the words of each line near the body, the most telling ones kept."""
    pages = collections.Counter()
    for text in texts:
        if text['set'].endswith(('inscriptis', 'blocks', 'invented')):
            pages.update(set().union(*(w.tolist() for w in text['words'])))
    keys = numpy.array(sorted(word for word, n in pages.items() if n >= least_pages), numpy.int64)
    rows, columns, wanted = [], [], []
    for text in texts:
        for words, near, label in zip(text['words'], text['near'], text['label']):
            if near and len(words):
                places = numpy.searchsorted(keys, words)
                places[places == len(keys)] = 0
                known = places[keys[places] == words]
                rows.append(numpy.full(len(known), len(wanted)))
                columns.append(known)
                wanted.append(label)
    rows, columns, wanted = numpy.concatenate(rows), numpy.concatenate(columns), numpy.array(wanted, float)
    scale = (1 / numpy.sqrt(numpy.maximum(1, numpy.bincount(rows, minlength=len(wanted)))))[rows]
    weights, bias = numpy.zeros(len(keys)), 0.
    mean, square = numpy.zeros(len(keys)), numpy.zeros(len(keys))
    for step in range(1, rounds + 1):  # Adam
        error = 1 / (1 + numpy.exp(-numpy.bincount(rows, weights[columns] * scale, len(wanted)) - bias)) - wanted
        slope = numpy.bincount(columns, error[rows] * scale, len(keys)) + prior * weights
        bias -= .5 * error.mean()
        mean, square = .9 * mean + .1 * slope, .99 * square + .01 * slope ** 2
        weights -= .15 * mean / (1 - .9 ** step) / (numpy.sqrt(square / (1 - .99 ** step)) + 1e-3)
    telling = numpy.abs(weights) * numpy.sqrt(numpy.bincount(columns, minlength=len(keys)))
    chosen = numpy.sort(numpy.argsort(-telling)[:WORDS])
    return dict(zip(keys[chosen].tolist(), numpy.clip(numpy.round(weights[chosen] * 16), -127, 127).astype(int).tolist()))


def put_words(text, weights):
    """The features that come of the words' weights, as Page+Repetition.swift computes them."""
    together, least = numpy.full(len(text['lines']), 128), numpy.full(len(text['lines']), 128)
    for line, words in enumerate(text['words']):
        known = [weights[w] for w in words.tolist() if w in weights]
        if known:
            together[line] = 128 + int(sum(known) / max(1, int(len(words) ** .5)))
            least[line] = 128 + min(0, min(known))
    together = numpy.clip(together, 0, 255)
    rows = text['features']
    rows[:, COLUMN['vocabulary']], rows[:, COLUMN['vocabularyLeast']] = together, least
    rows[:, COLUMN['vocabulary1Before']] = numpy.concatenate([[0], together[:-1]])
    rows[:, COLUMN['vocabulary1After']] = numpy.concatenate([together[1:], [0]])


# ---------------------------------------------------------------------------------------------- trees
def thresholds(values):
    """At most one and a half times BINS thresholds for each feature, by quantiles and over the range."""
    found = []
    for column in values.T:
        distinct = numpy.unique(column)
        if len(distinct) > BINS:
            quantiles = numpy.quantile(column, numpy.linspace(0, 1, BINS + 1)[1:-1], method='nearest')
            spread = distinct[numpy.linspace(0, len(distinct) - 1, BINS // 2).astype(int)]
            distinct = numpy.unique(numpy.concatenate([quantiles, spread]))
        found.append(distinct[1:])
    return found


def learn_trees(values, wanted, weights, seed=0):
    """Newton boosting of oblivious trees, on the steepest rows and a sample of the others."""
    chance = numpy.random.default_rng(seed)
    edges = thresholds(values)
    width = max(map(len, edges)) + 1
    binned = numpy.stack([numpy.searchsorted(e, values[:, f], side='right') for f, e in enumerate(edges)]).astype(numpy.int32)
    share = (weights * wanted).sum() / weights.sum()
    bias = float(numpy.log(share / (1 - share)))
    margins, trees, count = numpy.full(len(wanted), bias), [], len(wanted)
    for _ in range(TREES):
        odds = 1 / (1 + numpy.exp(-margins))
        slope, curve = weights * (wanted - odds), weights * odds * (1 - odds)
        steep = int(count * .12)
        order = numpy.argpartition(-numpy.abs(slope), steep)
        sample = numpy.concatenate([order[:steep], chance.choice(order[steep:], int(count * .1), replace=False)])
        scale = numpy.ones(len(sample))
        scale[steep:] = (count - steep) / (len(sample) - steep)
        slopes, curves, rows = slope[sample] * scale, curve[sample] * scale, binned[:, sample]
        features = chance.choice(len(edges), int(len(edges) * .35), replace=False)
        leaf, questions = numpy.zeros(len(sample), numpy.int32), []
        for depth in range(DEPTH):
            best = (-1., 0, 0)
            for feature in features:
                if not len(edges[feature]):
                    continue
                key, size = leaf * width + rows[feature], width << depth
                left, weight = (numpy.bincount(key, v, size).reshape(-1, width).cumsum(1) for v in (slopes, curves))
                gain = left ** 2 / (weight + PRIOR) + (left[:, -1:] - left) ** 2 / (weight[:, -1:] - weight + PRIOR)
                gain = gain.sum(0)[:len(edges[feature])]
                place = int(gain.argmax())
                best = max(best, (float(gain[place]), int(feature), place))
            _, feature, place = best
            questions.append((feature, int(edges[feature][place])))
            leaf = leaf * 2 + (rows[feature] > place)
        leaves = leaf_of(values, questions)
        votes = RATE * numpy.bincount(leaves, slope, 1 << DEPTH) / (numpy.bincount(leaves, curve, 1 << DEPTH) + PRIOR)
        votes = numpy.clip(numpy.round(votes * ONE), -127, 127)
        margins += votes[leaves] / ONE
        trees.append((questions, votes.astype(int)))
    return round(bias * ONE), trees


def leaf_of(values, questions):
    leaf = numpy.zeros(len(values), numpy.int32)
    for feature, threshold in questions:
        leaf = leaf * 2 + (values[:, feature] >= threshold)
    return leaf


def judge(model, values):
    bias, trees = model
    return (bias + sum(votes[leaf_of(values, questions)] for questions, votes in trees)) / ONE


# ---------------------------------------------------------------------------------------------- learning and measuring
def learn(texts):
    # What words speak for in a text comes of other pages here as it will later, so that the trees do not trust it too much.
    for fold in range(FOLDS_OF_WORDS):
        others = [t for t in texts if corpus.fold(f'{t["page"]} words', FOLDS_OF_WORDS) != fold]
        words = learn_words(others)
        for text in texts:
            if corpus.fold(f'{text["page"]} words', FOLDS_OF_WORDS) == fold:
                put_words(text, words)
    words = learn_words(texts)
    chance = numpy.random.default_rng(1)
    values, wanted, weights = [], [], []
    for text in texts:
        share = numpy.where(text['near'], 1, .12)  # of what lies far off a sample is enough
        taken = chance.random(len(share)) < share
        values.append(text['features'][taken])
        wanted.append(text['label'][taken])
        weights.append((line_weights(text) / share)[taken])
    weights = numpy.concatenate(weights)
    weights *= .3 * len(weights) / weights.sum()
    return words, learn_trees(numpy.concatenate(values), numpy.concatenate(wanted).astype(float), weights)


def lowered(text, margins, lengths):
    """What stands behind the heading of readers' comments, and teasers, are no text."""
    margins, words = numpy.where(text['teasers'], numpy.minimum(margins, LOWERED), margins), 0
    headings = (text['features'][:, COLUMN['wording']] == COMMENT) & (text['features'][:, COLUMN['isEnd']] == 1)
    for line, is_heading in enumerate(headings):
        if is_heading and words >= 60:
            margins[line:] = numpy.minimum(margins[line:], LOWERED)
            break
        words += lengths[line] if not is_heading and margins[line] > 0 and lengths[line] >= 6 else 0
    return margins


def decide(text, margins):
    """Page+Judgement.swift"""
    lengths = text['features'][:, COLUMN['words']].astype(int)
    margins = lowered(text, margins, lengths)
    votes = numpy.clip(margins + OFFSET, -2, 2) * (numpy.minimum(lengths, LONGEST) + 1)
    votes = numpy.where(numpy.array([role.startswith('caption') for role in text['roles']]) & (votes < 0), votes / 2, votes)
    best, found, total, start, doubt = -1e9, (0, len(votes)), 0., 0, 0.
    for line, vote in enumerate(votes):
        if total <= 0:
            total, start, doubt = 0., line, 0.
        if vote > 0:
            doubt = 0.
        vote = max(vote, doubt - MOST_DOUBT)
        doubt -= min(vote, 0)
        total += vote
        if total > best:
            best, found = total, (start, line + 1)
    ruled = numpy.array([role == 'body' for role in text['roles']])
    kept = margins > numpy.where(ruled, KEEP_RULED, KEEP)
    kept[:found[0]] = kept[found[1]:] = False
    kept &= numpy.array([role not in ('headline', 'metadata', 'sourceCredit') for role in text['roles']])
    kept &= text['features'][:, COLUMN['wording']] == 0
    enough = kept.any() and lengths[kept].sum() * 8 >= min(lengths[ruled].sum(), 320)
    return kept if enough else ruled


def report(texts, key):
    by_set = collections.defaultdict(list)
    for text in texts:
        gold = corpus.words(text['gold'])
        given = [t for tokens, kept in zip(text['tokens'], text[key]) if kept for t in tokens]
        by_set[text['set']].append((metric.match(metric.shingles(gold, 4), metric.shingles(given, 4)), gold == given))
    for name, rows in by_set.items():
        total = metric.aggregate([row for row, _ in rows])
        print(f'{key:6s} {name:24s} n {len(rows)}  F1 {total["f1"]:.4f}  P {total["precision"]:.4f}  R {total["recall"]:.4f}  '
              f'exact {sum(e for _, e in rows) / len(rows):.4f}', flush=True)


def swift_literal(data):
    text = base64.b64encode(data).decode().rstrip('=')
    return '\n'.join('  ' + text[i:i + 100] for i in range(0, len(text), 100))


def write(words, model):
    bias, trees = model
    data = bias.to_bytes(2, 'big', signed=True)
    for questions, votes in trees:
        data += bytes(n for question in questions for n in question) + bytes(int(v) & 255 for v in votes)
    book = b''.join(word.to_bytes(4, 'big') + bytes([weight & 255]) for word, weight in sorted(words.items()) if weight)
    (SOURCE / 'LineWeights.swift').write_text(f'''// Written by Tests/Quality/train_lines.py; not to be edited.

/// The trees of ``LineModel`` in base 64: the bias, then for each tree its questions (feature, threshold) and its leaves.
let lineTrees: StaticString = """
{swift_literal(data)}
  """

/// What words speak for, in base 64: four bytes of a word's hash and its weight.
let wordWeights: StaticString = """
{swift_literal(book)}
  """
''')
    print(f'{len(data)} bytes of trees, {len(book)} of words')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--corpus', type=pathlib.Path, default=ROOT.parent / 'shared/corpus/extraction')
    parser.add_argument('--folds', type=int, default=0)
    options = parser.parse_args()
    texts = list(corpus.gold_texts(options.corpus))
    texts += corpus.silver_texts(options.corpus, ROOT / '.build/release/nutgraf', weight=.6)
    texts = load(texts + [*corpus.invented_texts(), *corpus.parts(texts, weight=.15), *corpus.joined(texts, weight=.15),
                          *corpus.shortened(texts, weight=.12)])
    print(len(texts), 'texts', sum(len(t['lines']) for t in texts), 'lines', flush=True)
    if not options.folds:
        write(*learn(texts))
        return
    gold = [t for t in texts if t['set'] != 'part' and not t['set'].startswith('silver')]
    for text in gold:
        text['rules'] = [role == 'body' for role in text['roles']]
    for k in range(options.folds):
        words, model = learn([t for t in texts if corpus.fold(t['page'], options.folds) != k])
        for text in gold:
            if corpus.fold(text['page'], options.folds) == k:
                put_words(text, words)
                text['margins'] = judge(model, text['features'])
                text['model'] = decide(text, text['margins'])
    report(gold, 'rules')
    report(gold, 'model')


if __name__ == '__main__':
    main()
