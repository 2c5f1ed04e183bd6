#!/usr/bin/env python3
"""Learn the weights of headlines and of lines of names in plain text: train_headers.py [--corpus DIR] [--folds N]

Writes Sources/Normalization/Header/HeadlineWeights.swift and SignatureWeights.swift. Needs numpy, the corpora beside the
project, and the program that prints the features:

    swift build -c release --product line-features
    Tests/Quality/train_headers.py

Learnt on the pages whose headline and authors people or the sites themselves gave, in the renderings that such a page takes as
text. The headline is a conditional logit: the lines of a page compete with each other and with there being none. A line of names
is a logistic regression. Both have a penalty on the squares. With --folds N nothing is written:
the pages are parted into N folds, each is judged by what was learnt from the others, and the shares that come out right, of the texts that have a right line, are printed
beside those of the weights in force.
"""
import argparse, collections, json, os, pathlib, re, sys

os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')
sys.dont_write_bytecode = True
import numpy  # noqa: E402
import line_corpus as corpus  # noqa: E402
import measure  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCE = ROOT / 'Sources/Normalization/Header'
PENALTY = {'headline': .5, 'signature': 2.}
COPIED = 2  # what a text counts for as a person copies it, which is what is dropped most
OTHERS = .2  # what a page that is no news counts for
WITHOUT = .15  # what a text counts for that has no line that is right
BYLINE_LEANING = .3  # a byline is oftener missed than seen where none is


def feature_names(file, enumeration):
    text = (SOURCE / file).read_text()
    body = re.search(rf'enum {enumeration}: Int, CaseIterable {{(.*?)\n}}', text, re.S)[1]
    return [name.strip() for case in re.findall(r'^\s+case (.*)$', body, re.M) for name in case.split(',')]


def weights_in_force(file, names):
    text = (SOURCE / file).read_text()
    weights = dict(re.findall(r'\(\.(\w+), (-?[\d.]+)\)', text))
    bias = re.search(r'Bias: Float = (-?[\d.]+)', text)[1]
    return numpy.array([float(weights.get(name, 0)) for name in names] + [float(bias)])


# ---------------------------------------------------------------------------------------------- texts
def texts(folder):
    """Pages with a headline or authors, each in its renderings."""
    gold = json.loads((folder / 'multi/gold.json').read_text())
    for rendering in ('text-column', 'text-inscriptis', 'text-plain'):
        for page, value in gold.items():
            data = corpus.read(folder / 'multi' / rendering / (page + '.txt'))
            if data:
                yield {'set': rendering, 'page': page, 'gold': value, 'data': data,
                       'weight': COPIED if rendering == 'text-column' else 1}
    for page, value in json.loads((folder / 'meta/gold.json').read_text()).items():
        data = corpus.read(folder / 'meta/html' / (page + '.html'))
        if not data or len(data) > 2_000_000:
            continue
        for name, lines in corpus.renderings(data.decode('utf-8', 'replace')).items():
            if sum(map(len, lines)) < 200_000:
                yield {'set': 'meta-' + name, 'page': page, 'gold': value, 'data': '\n'.join(lines).encode(),
                       'weight': OTHERS}


def load(folder):
    """The texts with the features of their lines, and which of these are right."""
    loaded = list(texts(folder))
    answers = corpus.feed([ROOT / '.build/release/line-features'],
                          [{'id': str(i), 'base64': corpus.encoded(t['data'])} for i, t in enumerate(loaded)])
    for text, answer in zip(loaded, answers):
        lines = {' '.join(measure.fold(line)) for line in answer['lines']}
        title = ' '.join(measure.fold(text['gold'].get('title')))
        authors = {' '.join(measure.fold(name)) for name in measure.names(text['gold'].get('authors')) if name}
        text['headline'] = choices(answer['headlines'], lambda row: ' '.join(measure.fold(row['text'])) == title)
        # Where the headline stands in the text, but not among the lines, nothing can be learnt.
        found = text['headline'] is not None and text['headline'][1].any()
        if not title or not found and (title in lines or len(title) == 0):
            text['headline'] = None
        text['signature'] = choices(answer['signatures'], lambda row: bool(authors) and {
            ' '.join(measure.fold(name)) for name in row['text'].split('\n')} <= authors) if authors else None
    return loaded


def choices(rows, is_right):
    if not rows:
        return None
    features = numpy.array([row['features'] + [1.] for row in rows])
    return features, numpy.array([is_right(row) for row in rows])


# ---------------------------------------------------------------------------------------------- learning
def learn(texts, kind):
    """The weights, the bias last, by Adam (Kingma and Ba, ICLR 2015)."""
    renderings = collections.Counter(text['page'] for text in texts)
    features = numpy.concatenate([text[kind][0] for text in texts])
    counts = numpy.array([len(text[kind][1]) for text in texts])
    starts = numpy.concatenate([[0], counts.cumsum()[:-1]])
    weight = numpy.repeat([text['weight'] / renderings[text['page']] * (1 if text[kind][1].any() else WITHOUT) for text in texts],
                          counts)
    right = numpy.concatenate([text[kind][1] for text in texts]).astype(float)
    if kind == 'headline':  # one of several right lines is enough
        right /= numpy.repeat(numpy.maximum(1, numpy.add.reduceat(right, starts)), counts)
    penalty = numpy.full(features.shape[1], PENALTY[kind])
    penalty[-1] = .01
    weights, first, second = (numpy.zeros(features.shape[1]) for _ in range(3))
    step = .05
    for round_ in range(1, 1501):
        scores = features @ weights
        if kind == 'headline':
            # Each text has one choice more: that there is no headline, which scores 0.
            odds = numpy.exp(numpy.minimum(scores, 80))
            odds /= numpy.repeat(1 + numpy.add.reduceat(odds, starts), counts)
        else:
            odds = 1 / (1 + numpy.exp(-scores))
        gradient = penalty * weights + features.T @ (weight * (odds - right))
        first = .9 * first + .1 * gradient
        second = .999 * second + .001 * gradient ** 2
        weights -= step * (first / (1 - .9 ** round_)) / (numpy.sqrt(second / (1 - .999 ** round_)) + 1e-8)
        if round_ % 300 == 0:
            step /= 2
    if kind == 'signature':
        weights[-1] += BYLINE_LEANING
    return weights


def is_right(kind, features, right, weights):
    scores = features @ weights
    if kind == 'headline':
        best = scores.argmax()
        return bool(right[best]) if scores[best] > 0 else not right.any()
    return bool(((scores > 0) == right).all())


def report(kind, name, texts, judged):
    texts = [t for t in texts if t[kind][1].any()]
    sets = sorted({t['set'] for t in texts})
    shares = [f'{s} {numpy.mean([judged[id(t)] for t in texts if t["set"] == s]):.3f}' for s in sets]
    print(f'{kind:10} {name:9} n {len(texts)}  all {numpy.mean([judged[id(t)] for t in texts]):.4f}  ' + '  '.join(shares), flush=True)


# ---------------------------------------------------------------------------------------------- output
def write(kind, file, names, weights):
    table = '\n'.join(f'  (.{name}, {weight:.2f}),' for name, weight in zip(names, weights))
    (SOURCE / file).write_text(f'''// Learnt on the open half of the corpora; Tests/Quality/train_headers.py --folds 5 judges them beside what it would learn.

/// What a line without any feature scores.
let {kind}Bias: Float = {weights[-1]:.2f}

/// The weight of each ``{kind.capitalize()}Feature``.
let {kind}Weights: [(feature: {kind.capitalize()}Feature, weight: Float)] = [
{table}
]
''')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--corpus', type=pathlib.Path, default=ROOT.parent / 'shared/corpus/extraction')
    parser.add_argument('--folds', type=int, default=0)
    options = parser.parse_args()
    loaded = load(options.corpus)
    for kind, file, weight_file in (('headline', 'Headline.swift', 'HeadlineWeights.swift'),
                                    ('signature', 'Signature.swift', 'SignatureWeights.swift')):
        names = feature_names(file, kind.capitalize() + 'Feature')
        usable = [t for t in loaded if t[kind] is not None]
        print(f'{kind}: {len(usable)} texts, {sum(len(t[kind][1]) for t in usable)} lines', flush=True)
        if not options.folds:
            write(kind, weight_file, names, learn(usable, kind))
            continue
        force = weights_in_force(weight_file, names)
        report(kind, 'in force', usable, {id(t): is_right(kind, *t[kind], force) for t in usable})
        judged = {}
        for k in range(options.folds):
            weights = learn([t for t in usable if corpus.fold(t['page'], options.folds) != k], kind)
            judged.update({id(t): is_right(kind, *t[kind], weights) for t in usable if corpus.fold(t['page'], options.folds) == k})
        report(kind, 'unseen', usable, judged)


if __name__ == '__main__':
    main()
