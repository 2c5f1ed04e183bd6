#!/usr/bin/env python3
"""Measure a nutgraf binary on the corpora, beside the figures of its peers on the same cases.

    measure.py BINARY [invented] [extraction] [summaries] [sentences] [seed] [--corpus DIR] [--json OUT] [--only SET]

Everything goes through `BINARY filter` (JSON Lines in, JSON Lines out), so what is measured is what
users run. Python 3 standard library only; score_extraction.py and score_summaries.py beside this file hold the metrics.

  invented    articles of our own, which lie in the project: those that were learnt from, and those that nothing was learnt from.
              F1, and shares of articles that are right in the body (in every word of it), the title, the authors, the day, and in all four
  extraction  pages and text dumps -> body, title, authors, date; F1 as in the scrapinghub article-extraction-benchmark
  summaries   clean articles -> 3 sentences (xsum: 1); ROUGE F1 against people's summaries, and the gain over the lead of equal length
              as found by the same splitter, with its 95 % bootstrap interval
  sentences   sentence boundaries: golden rules (cases wholly right) and running text (boundary F1)
  seed        the seed article: every field of its record

--corpus DIR (../shared/corpus, seen from the project) holds extraction/, summaries/ (or summaries/dev/), sentences/ and seed/. Speed is the binary's CPU time over the whole set,
start-up included.
"""
import argparse, base64, collections, gzip, json, os, pathlib, re, resource, subprocess, sys

HERE = pathlib.Path(__file__).resolve().parent
CORPUS = HERE.parents[2] / 'shared/corpus'  # beside the project; a clone has none
broken = []  # runs of the filter that did not answer every line
sys.path.insert(0, str(HERE))
import invented as own  # noqa: E402
import score_extraction as extraction_metric  # noqa: E402
import score_summaries as summary_metric  # noqa: E402


def read(path):
    return gzip.open(path).read() if path.suffix == '.gz' else path.read_bytes()


def lines(path):
    path = path if path.exists() else path.with_name(path.name + '.gz')
    return [json.loads(line) for line in read(path).split(b'\n') if line.strip()]


def run_filter(binary, requests, *options):
    """All answers by id, and the CPU seconds that they took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    feed = ''.join(json.dumps(r, ensure_ascii=False) + '\n' for r in requests).encode()
    done = subprocess.run([binary, 'filter', *options], input=feed, stdout=subprocess.PIPE)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    answers = [json.loads(line) for line in done.stdout.split(b'\n') if line.strip()]
    if done.returncode or len(answers) != len(requests):
        print(f'  ! exit status {done.returncode}, {len(answers)} answers to {len(requests)} requests')
        broken.append(options)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {a.get('id'): a for a in answers}, max(cpu, 1e-9)


def first_article(answer):
    found = (answer or {}).get('articles') or [{}]
    return max(found, key=lambda a: len(a.get('articleBody') or ''))


def names(value):
    value = value if isinstance(value, list) else [value] if value else []
    return [v.get('name', '') if isinstance(v, dict) else str(v) for v in value]


# ---------------------------------------------------------------------------------------------- our own articles
def invented(binary, only):
    results = {}
    for share, kind in [(s, k) for s in ('unseen', 'learnt') for k in own.EXTENSIONS]:
        articles = list(own.articles(share, kind))
        if not articles or only and only != f'{share}-{kind}':
            continue
        answers, _ = run_filter(binary, [own.request(a) for a in articles])
        records = {a.id: first_article(answers.get(a.id)) for a in articles}
        right = [own_judgement(a, records[a.id]) for a in articles]
        gold = {a.id: {'articleBody': '\n\n'.join(a.body)} for a in articles}
        results[f'{share}-{kind}'] = score = {'n': len(right), 'F1': round(body_scores(gold, records)['F1'], 4)}
        score.update({field: round(sum(r[field] for r in right) / len(right), 3) for field in right[0]})
        print(f'{share}-{kind:11s}', '  '.join(f'{k} {v}' for k, v in score.items()))
    return results


def own_judgement(article, record):
    """Which fields of the record are right."""
    paragraphs = [own.squeezed(p) for p in (record.get('articleBody') or '').split('\n')]
    body = ' '.join(p for p in paragraphs if p not in article.either)
    date = record.get('datePublished') or record.get('dateModified') or ''
    right = {'body': fold(body) == fold(' '.join(article.body)), 'title': fold(record.get('headline')) == fold(article.title),
             'authors': sorted(map(fold, names(record.get('author')))) == sorted(map(fold, article.authors)),
             'date': date[:10] == article.date}
    return {**right, 'all': all(right.values())}


# ---------------------------------------------------------------------------------------------- extraction
BODY_SETS = [  # name, gold, folder, suffix, peers on (dev, sealed)
    ('html', 'gold.json', 'html', '.html.gz', 'peers.html'),
    ('text-column', 'gold.json', 'text-column', '.txt', 'peers.text-column'),
    ('text-inscriptis', 'gold.json', 'text-inscriptis', '.txt', 'peers.text-inscriptis'),
    ('text-plain', 'gold.json', 'text-plain', '.txt', 'peers.text-plain'),
    ('multi-html', 'multi/gold.json', 'multi/html', '.html.gz', 'peers.multi-html'),
    ('multi-text-column', 'multi/gold.json', 'multi/text-column', '.txt', 'peers.multi-text-column'),
    ('meta', 'meta/gold.json', 'meta/html', '.html.gz', 'peers.meta'),
]


def predictions(binary, folder, ids, suffix):
    requests, texts = [], {}
    for i in ids:
        path = next((p for p in (folder / (i + suffix), folder / (i + suffix + '.gz')) if p.exists()), None)
        if path:
            name = i[:80] + ('.html' if 'html' in suffix else '.txt')
            requests.append({'id': i, 'name': name, 'base64': base64.b64encode(read(path)).decode()})
            texts[i] = read(path).decode('utf-8', 'replace') if suffix == '.txt' else None
    answers, cpu = run_filter(binary, requests)
    output = {}
    for r in requests:
        a = first_article(answers.get(r['id']))
        output[r['id']] = {'articleBody': a.get('articleBody') or '', 'title': a.get('headline') or '',
                           'authors': names(a.get('author')), 'date': a.get('datePublished') or ''}
    size = sum(len(r['base64']) * 3 // 4 for r in requests)
    return output, cpu, size, texts


def body_scores(gold, predicted):
    shingles, tokens, match = extraction_metric.shingles, extraction_metric.tokens, extraction_metric.match
    precision, recall, exact, n = [], [], 0, 0
    for i, g in gold.items():
        if not g.get('articleBody'):
            continue
        n += 1
        gt, pt = tokens(g['articleBody']), tokens(predicted.get(i, {}).get('articleBody') or '')
        tp, fp, fn = match(shingles(gt, 4), shingles(pt, 4))
        if tp + fp:
            precision.append(tp / (tp + fp))
        if tp + fn:
            recall.append(tp / (tp + fn))
        exact += gt == pt
    p, r = (sum(x) / len(x) if x else 0.0 for x in (precision, recall))
    return {'n': n, 'F1': 2 * p * r / (p + r) if p + r else 0.0, 'P': p, 'R': r, 'accuracy': exact / max(n, 1)}


def fold(text):
    import unicodedata
    return re.findall(r'\w+', unicodedata.normalize('NFKC', text or '').casefold())


def stands_in(text, wanted):
    return text is None or f" {' '.join(fold(wanted))} " in text


def meta_scores(gold, predicted, texts):
    """Of plain text only what stands in it is asked for: a title, a name, a date that the dump does not contain counts for nobody."""
    count = collections.Counter()
    for i, g in gold.items():
        p = predicted.get(i, {})
        text = texts.get(i) and f" {' '.join(fold(texts[i]))} "
        if g.get('title') and stands_in(text, g['title']):
            count['titles'] += 1
            count['title'] += fold(g['title']) == fold(p.get('title'))
        wanted = {' '.join(fold(n)) for n in names(g.get('authors')) if n}
        if wanted and all(stands_in(text, n) for n in wanted):
            given = {' '.join(fold(n)) for n in p.get('authors', []) if n}
            count['authored'] += 1
            count['author'] += wanted == given
            count['given'] += len(given)
            count['spurious'] += len(given - wanted)
        day = extraction_metric.DAY.search(g.get('date') or '')
        if day and (text is None or all(re.search(rf'\b0?{int(n)}\b', texts[i]) for n in (day[1], day[3]))):
            got = extraction_metric.DAY.search(p.get('date') or '')
            count['dated'] += 1
            count['date'] += bool(got) and got.groups() == day.groups()
    rate = lambda a, b: round(count[a] / count[b], 3) if count[b] else None  # noqa: E731
    return {'title': rate('title', 'titles'), 'author': rate('author', 'authored'),
            'spurious': rate('spurious', 'given'), 'date': rate('date', 'dated')}


def extraction(binary, corpus, peers, only):
    results = {}
    for name, gold_file, folder, suffix, key in BODY_SETS:
        if only and only != name:
            continue
        gold = json.loads((corpus / gold_file).read_text())
        predicted, cpu, size, texts = predictions(binary, corpus / folder, gold, suffix)
        score = {'docs_per_cpu_s': round(len(predicted) / cpu, 1), 'MB_per_cpu_s': round(size / 1e6 / cpu, 1)}
        if name != 'meta':
            score.update({k: round(v, 4) for k, v in body_scores(gold, predicted).items()})
        if name.startswith(('multi', 'meta')):
            score.update(meta_scores(gold, predicted, texts))
        if name == 'meta':
            found = missed = leaked = kept = 0
            for i, g in gold.items():
                text = ' '.join(predicted.get(i, {}).get('articleBody', '').split())
                has = [' '.join(s.split()) in text for s in g.get('with') or []]
                bad = [' '.join(s.split()) in text for s in g.get('without') or []]
                found, missed = found + sum(has), missed + len(has) - sum(has)
                leaked, kept = leaked + sum(bad), kept + len(bad) - sum(bad)
            p, r = found / max(1, found + leaked), found / max(1, found + missed)
            score['snippet_F1'] = round(2 * p * r / max(1e-9, p + r), 3)
        results[name] = score
        print(f'{name:18s}', '  '.join(f'{k} {v}' for k, v in score.items()))
        for peer, value in (peers.get(key) or {}).items():
            print(f'{"":18s}   {peer}: {value}')
    return results


# ---------------------------------------------------------------------------------------------- summaries
def summary_requests(articles):
    return [{'id': a['id'], 'headline': a.get('title') or '', 'articleBody': a['text'].replace('\n', '\n\n'),
             'inLanguage': a.get('lang', 'en')} for a in articles]


def summaries(binary, corpus, peers, only):
    corpus = corpus / 'dev' if (corpus / 'dev').exists() else corpus
    results = {}
    for folder in sorted(p for p in corpus.iterdir() if p.is_dir()):
        if only and only != folder.name:
            continue
        articles, gold = lines(folder / 'articles.jsonl'), lines(folder / 'gold.jsonl')
        if len(gold) < 40:
            continue
        language, k = articles[0].get('lang', 'en'), 1 if folder.name == 'xsum' else 3
        requests = summary_requests(articles)
        answers, cpu = run_filter(binary, requests, '--sentences', str(k), '--all-sentences')
        found = {i: first_article(a).get('nutgraf', {}) for i, a in answers.items()}
        chosen = {i: [s['text'] for s in f.get('summary', [])] for i, f in found.items()}
        lead = {i: [s['text'] for s in f.get('sentences', [])[:k]] for i, f in found.items()}
        text = {a['id']: ' '.join(a['text'].split()) for a in articles}
        made = [(s, i) for i, ss in chosen.items() for s in ss]
        verbatim = sum(' '.join(s.split()) in text.get(i, '') for s, i in made) / max(1, len(made))
        ours, base = (rouge_rows(gold, x, language) for x in (chosen, lead))
        gain, low, high = summary_metric.boot([100 * (o[0] - l[0]) for o, l in zip(ours, base)])
        results[folder.name] = {'n': len(gold), 'k': k, **means(ours), 'lead': list(means(base).values()),
                                'gain_R1': [round(x, 2) for x in (gain, low, high)], 'verbatim': round(verbatim, 4),
                                'empty': sum(not chosen.get(g['id']) for g in gold), 'docs_per_cpu_s': round(len(gold) / cpu, 1)}
        if folder.name == 'cnndm':
            budget, _ = run_filter(binary, requests, '--words', '55')
            by_words = {i: [s['text'] for s in first_article(a).get('nutgraf', {}).get('summary', [])] for i, a in budget.items()}
            results[folder.name]['R1_at_55_words'] = means(rouge_rows(gold, by_words, language))['R1']
        found, _ = run_filter(binary, requests, '--all-sentences')
        found = {i: first_article(a).get('nutgraf', {}) for i, a in found.items()}
        standard = {i: [s['text'] for s in f.get('summary', [])] for i, f in found.items()}
        opens = sum(f.get('summary', [])[:1] == f.get('sentences', [])[:1] for f in found.values())
        results[folder.name].update(
            standard_R1=means(rouge_rows(gold, standard, language))['R1'],
            standard_words=round(sum(len(' '.join(s).split()) for s in standard.values()) / max(1, len(standard)), 1),
            standard_opens_with_lead=round(opens / max(1, len(found)), 2))
        print(f'{folder.name:22s}', '  '.join(f'{n} {v}' for n, v in results[folder.name].items()))
        for peer, value in (peers.get(folder.name) or {}).items():
            print(f'{"":22s}   {peer}: {"/".join(str(v) for v in value)}')
    return results


def rouge_rows(gold, chosen, language):
    """ROUGE-1, -2, -Lsum F1 (0 to 1) of each document; a missing summary scores 0."""
    rows = []
    for g in gold:
        s = summary_metric.summary_sentences(chosen.get(g['id'], []))
        rows.append(summary_metric.rouge_multi(g['references'], s, language, 'max') if s else (0.0, 0.0, 0.0))
    return rows


def means(rows):
    return {name: round(100 * sum(r[k] for r in rows) / len(rows), 2) for k, name in enumerate(('R1', 'R2', 'RLsum'))}


# ---------------------------------------------------------------------------------------------- sentences
def squeeze(sentences):
    return [' '.join(s.split()) for s in sentences if s.strip()]


def split(binary, items):
    """items: (id, language, text) -> id: sentences"""
    requests = [{'id': i, 'headline': '', 'articleBody': t, 'inLanguage': l} for i, l, t in items]
    answers, cpu = run_filter(binary, requests, '--all-sentences')
    return {i: [s['text'] for s in first_article(a).get('nutgraf', {}).get('sentences', [])] for i, a in answers.items()}, cpu


def sentences(binary, corpus, peers, only):
    results = {}
    letters = lambda text: re.sub(r'\s', '', text)  # noqa: E731
    rules = [r for r in json.loads((corpus / 'golden-rules.json').read_text())
             if letters(''.join(r['sentences'])) == letters(r['input'])]  # some expect cleaned text: no verbatim splitter can pass them
    got, _ = split(binary, [(str(i), r['lang'], r['input']) for i, r in enumerate(rules)])
    tally = collections.defaultdict(lambda: [0, 0])
    for i, r in enumerate(rules):
        right = squeeze(got.get(str(i), [])) == squeeze(r['sentences'])
        for key in {'all', r['lang'], 'en golden' if r['lang'] == 'en' and r['golden'] else 'all'}:
            tally[key][0] += right
            tally[key][1] += 1
    results['golden'] = {k: f'{a}/{b}' for k, (a, b) in sorted(tally.items())}
    print('golden rules      ', results['golden'])
    for path in sorted(corpus.glob('*.jsonl')):
        if only and only != path.stem:
            continue
        paragraphs = lines(path)
        items = [(str(i), p['lang'], ' '.join(p['sentences'])) for i, p in enumerate(paragraphs)]
        got, cpu = split(binary, items)
        tp = fp = fn = 0
        for i, p in enumerate(paragraphs):
            want, have = (ends(x) for x in (p['sentences'], got.get(str(i), [])))
            tp, fp, fn = tp + len(want & have), fp + len(have - want), fn + len(want - have)
        f1 = round(200 * tp / max(1, 2 * tp + fp + fn), 1)
        size = sum(len(t.encode()) for _, _, t in items)
        results[path.stem] = {'F1': f1, 'MB_per_cpu_s': round(size / 1e6 / cpu, 1)}
        print(f'{path.stem:18s}', results[path.stem], (peers.get(path.stem) or ''))
    return results


def ends(sentences):
    """Where sentences end, in letters without white space; the paragraph's own end is given and not counted."""
    places, at = set(), 0
    for s in sentences:
        at += len(re.sub(r'\s', '', s))
        places.add(at)
    places.discard(at)
    return places


# ---------------------------------------------------------------------------------------------- the seed
def seed(binary, corpus, peers, only):
    gold = json.loads((corpus / 'firstpost-lavrov.gold.json').read_text())
    request = {'id': 'seed', 'name': 'firstpost-lavrov.txt', 'text': (corpus / 'firstpost-lavrov.txt').read_text()}
    answers, _ = run_filter(binary, [request], '--sentences', '3')
    a = first_article(answers.get('seed'))
    checks = {'headline': a.get('headline') == gold['headline'], 'author': names(a.get('author')) == gold['author'],
              'datePublished': a.get('datePublished') == gold['datePublished'], 'inLanguage': a.get('inLanguage') == 'en',
              'description': a.get('description') == gold['description'], 'creditText': a.get('creditText') == gold['sourceCredit'],
              'caption': [i.get('caption') for i in a.get('image', [])] == [i['caption'] for i in gold['image']],
              'caption credit': [i.get('creditText') for i in a.get('image', [])] == [i['creditText'] for i in gold['image']],
              'articleBody': (a.get('articleBody') or '').split('\n\n') == gold['articleBody'],
              'furniture gone': not any(f in (a.get('articleBody') or '') for f in gold['furniture']),
              'summary': len(a.get('nutgraf', {}).get('summary', [])) == 3}
    print('seed: ', f'{sum(checks.values())}/{len(checks)}', 'wrong:', [k for k, v in checks.items() if not v])
    return checks


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('binary')
    parser.add_argument('what', nargs='*', help='invented extraction summaries sentences seed (all of them if none is named)')
    parser.add_argument('--corpus', type=pathlib.Path, default=CORPUS)
    parser.add_argument('--peers', type=pathlib.Path, default=HERE / 'peers.json')
    parser.add_argument('--half', default='dev', help='whose figures of the peers to print (dev)')
    parser.add_argument('--only', help='one set by name')
    parser.add_argument('--json')
    a = parser.parse_args()
    peers = json.loads(a.peers.read_text()).get(a.half, {}) if a.peers.exists() else {}
    results = {}
    if not a.what or 'invented' in a.what:
        results['invented'] = invented(a.binary, a.only)
    for name, measure in (('seed', seed), ('extraction', extraction), ('summaries', summaries), ('sentences', sentences)):
        if (not a.what or name in a.what) and (a.corpus / name).exists():
            results[name] = measure(a.binary, a.corpus / name, peers.get(name, {}), a.only)
    if a.json:
        json.dump(results, open(a.json, 'w'), indent=1)
    sys.exit(bool(broken))


if __name__ == '__main__':
    main()
