#!/usr/bin/env python3
"""Learn the weights of the summariser: train_ranker.py [--corpus DIR] [--folds N]

Writes Sources/Summarization/Ranking/RankerWeights.swift. Needs numpy, the corpora beside the project (summaries/train alone is read), and the tool:

    swift build -c release --product ranker-rows
    Tests/Quality/train_ranker.py

Learnt are, from articles with summaries that people wrote:
  words, pairs  how likely a word, or two side by side, is to stand in the person's summary: logistic regressions (Concepts.swift)
  trees         how much better three sentences are with this one than with another likely one, in ROUGE-1 plus ROUGE-2: boosted oblivious
                trees (Ranker.swift) on the mean over drawn companions
With --folds N nothing is written: the training articles are parted into N, each is judged by what was learnt from the others, and the numbers of
Objective (Selection.swift) are tried on the sets of three, and of one, of each article's most promising sentences.
"""
import argparse, base64, collections, itertools, json, math, multiprocessing, os, pathlib, subprocess, sys

os.environ.setdefault('OPENBLAS_NUM_THREADS', '2')
sys.dont_write_bytecode = True
import ast  # noqa: E402
import numpy  # noqa: E402
import measure  # noqa: E402
import score_summaries as metric  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = ROOT / 'Sources/Summarization/Ranking/RankerWeights.swift'
SETS = {'cnndm': None, 'xsum': None, 'vietnamese-vietnews': 900}  # articles taken of each
ONE = 10_000  # Ranker.one
TREES, DEPTH, RATE, PRIOR, BINS = 120, 4, .08, 30., 48
PROMISING = 10  # sentences of an article that sets are made of


# ---------------------------------------------------------------------------------------------- articles
def load(corpus):
    articles = []
    for name, limit in SETS.items():
        for row in measure.lines(corpus / 'train' / (name + '.jsonl'))[:limit]:
            references = row['references']
            if isinstance(references, str):
                references = ast.literal_eval(references)
            if any(r.strip() for r in references):
                articles.append({'set': name, 'lang': row.get('lang', 'en'), 'title': row.get('title') or '', 'text': row['text'],
                                 'references': [r for r in references if r.strip()]})
    feed = ''.join(json.dumps({k: a[k] for k in ('lang', 'title', 'text', 'references')}) + '\n' for a in articles)
    run = subprocess.run([ROOT / '.build/release/ranker-rows'], input=feed.encode(), stdout=subprocess.PIPE, check=True)
    numbers = lambda text: numpy.frombuffer(base64.b64decode(text), '<f4').astype(float)  # noqa: E731
    for article, line in zip(articles, run.stdout.splitlines()):
        rows = json.loads(line)
        article['names'] = rows['featureNames']
        article['sentences'], article['length'] = rows['sentences'], numpy.array(rows['words'], float)
        article['features'] = numbers(rows['features']).reshape(-1, len(rows['featureNames']))
        article['words'] = numbers(rows['wordRows']).reshape(-1, rows['wordFeatureCount'])
        article['wordLabels'], article['pairLabels'] = numbers(rows['wordLabels']), numbers(rows['pairLabels'])
        article['pairs'] = numpy.array(rows['pairs'], int).reshape(-1, 2)
        article['pairRows'] = numbers(rows['pairRows']).reshape(-1, rows['pairFeatureCount'])
        count = len(article['words'])
        article['sentenceWords'] = [numpy.array([c for c in s if c < count], int) for s in rows['concepts']]
        article['sentencePairs'] = [numpy.array([c - count for c in s if c >= count], int) for s in rows['concepts']]
        article['tokens'] = [metric.tokens(s, article['lang']) for s in rows['sentences']]
    return [a for a in articles if len(a['sentences']) > 3]


class Reference:
    """ROUGE-1 and ROUGE-2 of sets of sentences, the best of the references."""

    def __init__(self, article):
        self.tokens = article['tokens']
        texts = [[t for s in metric.ref_sentences(r) for t in metric.tokens(s, article['lang'])] for r in article['references']]
        self.grams = [(collections.Counter(t), collections.Counter(zip(t, t[1:])), len(t)) for t in texts]

    def score(self, sentences):
        text = [t for i in sorted(sentences) for t in self.tokens[i]]
        one, two = collections.Counter(text), collections.Counter(zip(text, text[1:]))
        best = 0., 0.
        for words, pairs, length in self.grams:
            first = 2 * sum(min(n, one[g]) for g, n in words.items()) / max(1, length + len(text))
            second = 2 * sum(min(n, two[g]) for g, n in pairs.items()) / max(1, length + len(text) - 2)
            best = max(best[0], first), max(best[1], second)
        return best


# ---------------------------------------------------------------------------------------------- concepts
def logistic(rows, shares, prior=5., rounds=12):
    """Bias and weights of a logistic regression on shares (Newton's method), on rows scaled to unit variance."""
    mean, scale = rows.mean(0), rows.std(0) + 1e-6
    scaled = numpy.column_stack([numpy.ones(len(rows)), (rows - mean) / scale])
    weights = numpy.zeros(scaled.shape[1])
    penalty = numpy.diag([0.] + [prior] * rows.shape[1])
    for _ in range(rounds):
        odds = 1 / (1 + numpy.exp(-scaled @ weights))
        slope = scaled.T @ (shares - odds) - penalty @ weights
        curve = (scaled * (odds * (1 - odds))[:, None]).T @ scaled + penalty
        weights += numpy.linalg.solve(curve, slope)
    plain = weights[1:] / scale
    return float(weights[0] - plain @ mean), plain


def logits(model, rows):
    return model[0] + rows @ model[1]


def pair_rows(article, words):
    """ConceptEvidence.Pair.features"""
    odds = numpy.clip(logits(words, article['words']), -7, 7)
    rows = article['pairRows'].copy()
    first, second = odds[article['pairs'][:, 0]], odds[article['pairs'][:, 1]]
    least = numpy.minimum(first, second)
    rows[:, 7], rows[:, 8], rows[:, 9] = first, second, least
    rows[:, 10] = rows[:, 1] * least
    return rows


def learn_concepts(articles):
    words = logistic(numpy.vstack([a['words'] for a in articles]), numpy.concatenate([a['wordLabels'] for a in articles]))
    pairs = logistic(numpy.vstack([pair_rows(a, words) for a in articles]),
                     numpy.concatenate([a['pairLabels'] for a in articles]))
    return words, pairs


def put_concepts(article, models):
    words, pairs = models
    article['wordWeights'] = 1 / (1 + numpy.exp(-logits(words, article['words'])))
    article['pairWeights'] = 1 / (1 + numpy.exp(-logits(pairs, pair_rows(article, words))))


def promise(article):
    """How promising each sentence looks before anything is known of its worth."""
    hits = numpy.array([article['wordWeights'][w].sum() for w in article['sentenceWords']])
    return z(2 * hits / (article['length'] + 25)) - .5 * z(article['features'][:, 0])


def z(values):
    return (values - values.mean()) / (values.std() + 1e-6)


# ---------------------------------------------------------------------------------------------- worths
def worths(task):
    """For each sentence how much better a set of three is with it, in the mean over companions drawn by promise."""
    article, seed = task
    chance, reference = numpy.random.RandomState(seed), Reference(article)
    looks = promise(article)
    count = len(looks)
    odds = numpy.exp(.8 * (looks - looks.max()))
    odds /= odds.sum()
    top = numpy.argsort(-looks, kind='stable')[:10]
    total, drawn = numpy.zeros(count), numpy.zeros(count)
    for _ in range(60):
        companions = list(chance.choice(count, 2, replace=False, p=odds))
        values = numpy.array([numpy.nan if i in companions else sum(reference.score(companions + [i])) for i in range(count)])
        values -= numpy.nanmean(values[top])
        known = ~numpy.isnan(values)
        total[known] += values[known]
        drawn += known
    return total / numpy.maximum(drawn, 1)


def thresholds(column):
    distinct = numpy.unique(column)
    if len(distinct) > BINS:
        distinct = numpy.unique(numpy.quantile(distinct if len(distinct) < 4 * BINS else column, numpy.linspace(0, 1, BINS + 1)[1:-1]))
        return distinct.astype('f4').astype(float)
    return ((distinct[1:] + distinct[:-1]) / 2).astype('f4').astype(float)


def learn_trees(rows, wanted, seed=0):
    """Boosting of oblivious trees on the squared loss; each tree sees a part of the rows and features."""
    chance = numpy.random.default_rng(seed)
    edges = [thresholds(column) for column in rows.T]
    width = max(map(len, edges)) + 1
    binned = numpy.stack([numpy.searchsorted(e, rows[:, f], side='right') for f, e in enumerate(edges)]).astype(numpy.int32)
    rest, trees = wanted.copy(), []
    for _ in range(TREES):
        sample = numpy.flatnonzero(chance.random(len(rest)) < .6)
        features = chance.choice(len(edges), int(len(edges) * .5), replace=False)
        slope, leaf, questions = rest[sample], numpy.zeros(len(sample), numpy.int32), []
        for depth in range(DEPTH):
            best = (-1., 0, 0)
            for feature in features:
                if not len(edges[feature]):
                    continue
                key, size = leaf * width + binned[feature, sample], width << depth
                left = numpy.bincount(key, slope, size).reshape(-1, width).cumsum(1)
                weight = numpy.bincount(key, None, size).reshape(-1, width).cumsum(1)
                gain = left ** 2 / (weight + PRIOR) + (left[:, -1:] - left) ** 2 / (weight[:, -1:] - weight + PRIOR)
                gain = gain.sum(0)[:len(edges[feature])]
                place = int(gain.argmax())
                best = max(best, (float(gain[place]), int(feature), place))
            _, feature, place = best
            questions.append((feature, edges[feature][place]))
            leaf = leaf * 2 + (binned[feature, sample] > place)
        leaves = leaf_of(rows, questions)
        votes = RATE * numpy.bincount(leaves[sample], slope, 1 << DEPTH) / (numpy.bincount(leaves[sample], None, 1 << DEPTH) + PRIOR)
        votes = numpy.clip(numpy.round(votes * ONE), -32000, 32000)
        rest = rest - votes[leaves] / ONE
        trees.append((questions, votes.astype(int)))
    return trees


def leaf_of(rows, questions):
    leaf = numpy.zeros(len(rows), numpy.int32)
    for feature, threshold in questions:
        leaf = leaf * 2 + (rows[:, feature] >= threshold)
    return leaf


def judge(trees, rows):
    return sum(votes[leaf_of(rows, questions)] for questions, votes in trees) / ONE


# ---------------------------------------------------------------------------------------------- the objective
def sets(task):
    """What Objective sees of the sets of `size` promising sentences, and what they are worth."""
    article, size = task
    order = numpy.argsort(-(promise(article) + z(article['worth'])), kind='stable')[:PROMISING]
    reference, rows, scores = Reference(article), [], []
    for chosen in itertools.combinations(sorted(order), size):
        words = numpy.unique(numpy.concatenate([article['sentenceWords'][i] for i in chosen]))
        pairs = numpy.unique(numpy.concatenate([article['sentencePairs'][i] for i in chosen]))
        rows.append((article['wordWeights'][words].sum(), article['pairWeights'][pairs].sum(), article['length'][list(chosen)].sum(),
                     article['worth'][list(chosen)].sum()))
        scores.append(reference.score(chosen))
    return numpy.array(rows), numpy.array(scores)


def try_objectives(articles, pool):
    english = [a for a in articles if a['lang'] == 'en']
    for size in (3, 1):
        judged = pool.map(sets, [(a, size) for a in english], chunksize=10)
        tried = []
        for pairs, worth, expected in itertools.product((0, .25, .5, 1, 2), (0, .3, .5, .8, 1.2, 2), (8, 15, 25, 50, 100)):
            picked = numpy.array([scores[int(numpy.argmax(2 * (rows[:, 0] + pairs * rows[:, 1]) / (rows[:, 2] + expected) + worth * rows[:, 3]))]
                                  for rows, scores in judged])
            by_set = {name: picked[[a['set'] == name for a in english]].mean(0) for name in ('cnndm', 'xsum')}
            tried.append((picked.sum(1).mean(), pairs, worth, expected, by_set))
        tried.sort(key=lambda t: -t[0])
        print(f'{size} sentence(s): R1 + R2, then pairs, worths, expectedWords, R1 and R2 of each set')
        for total, *rest, by_set in tried[:8]:
            print(f'  {100 * total:.2f}', *rest, {k: [round(100 * x, 2) for x in v] for k, v in by_set.items()})


# ---------------------------------------------------------------------------------------------- all of it
def learn(articles, pool):
    concepts = learn_concepts(articles)
    for article in articles:
        put_concepts(article, concepts)
    if 'label' not in articles[0]:
        for article, label in zip(articles, pool.map(worths, [(a, i) for i, a in enumerate(articles)], chunksize=10)):
            article['label'] = label
    rows = numpy.vstack([a['features'] for a in articles])
    return concepts, learn_trees(rows, numpy.concatenate([a['label'] for a in articles]))


def swift_literal(data):
    text = base64.b64encode(data).decode().rstrip('=')
    return '\n'.join('  ' + text[i:i + 100] for i in range(0, len(text), 100))


def swift_model(model):
    bias, weights = model
    return f'bias: {bias:.5f},\n    weights: [\n' + ''.join(f'      {w:.6g},\n' for w in weights) + '    ])'


def write(concepts, trees):
    data = b''
    for questions, votes in trees:
        for feature, threshold in questions:
            data += bytes([feature]) + numpy.array(threshold, '>f4').tobytes()
        data += numpy.array(votes, '>i2').tobytes()
    TARGET.write_text(f'''// Written by Tests/Quality/train_ranker.py; not to be edited.

/// The trees of ``Ranker`` in base 64.
let rankerTrees: StaticString = """
{swift_literal(data)}
  """

extension Concepts {{
  /// How likely a word is to stand in a person's summary.
  static let wordModel = ConceptModel(
    {swift_model(concepts[0])}

  /// How likely two words side by side are to stand so in a person's summary.
  static let pairModel = ConceptModel(
    {swift_model(concepts[1])}
}}
''')
    print(f'{len(data)} bytes of trees')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--corpus', type=pathlib.Path, default=ROOT.parent / 'shared/corpus/summaries')
    parser.add_argument('--folds', type=int, default=0)
    options = parser.parse_args()
    articles = load(options.corpus)
    print(len(articles), 'articles', sum(len(a['sentences']) for a in articles), 'sentences', flush=True)
    with multiprocessing.Pool(2) as pool:
        if not options.folds:
            concepts, trees = learn(articles, pool)
            return write(concepts, trees)
        learn(articles, pool)  # for the labels, which need no holding out: they only say what the references say
        for k in range(options.folds):
            rest = [a for i, a in enumerate(articles) if i % options.folds != k]
            concepts, trees = learn(rest, pool)
            for article in articles[k::options.folds]:
                article['held'] = concepts, judge(trees, article['features'])
        for article in articles:
            put_concepts(article, article['held'][0])
            article['worth'] = article.pop('held')[1]
        try_objectives(articles, pool)


if __name__ == '__main__':
    main()
