#!/usr/bin/env python3
"""Compares keyphrases with YAKE: keyphrases.py [BINARY] [--corpus DIR] [--only LANGUAGE] [--show N]

The set: pages of the extraction corpus whose publisher gives three keywords at least, in a language that both know; the text
is the body and the headline as the binary finds them. A keyphrase is right where it is one of the publisher's keywords (exact,
letter case aside), or near where one of them holds the other as whole words; each keyword counts once. Prints the share of the first 5 and the first 8
that are right and near, of ours and of YAKE's (pip install yake, from PyPI; left out where it is not installed), as means over
pages; a phrase that is not there counts as wrong. --show prints the keyphrases and names of N pages.
"""
import argparse
import base64
import gzip
import json
import pathlib
import re
import subprocess
import sys
import time

CORPUS = pathlib.Path(__file__).resolve().parents[3] / 'shared/corpus'
LANGUAGES = ('en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'sv')


def run_filter(binary, requests):
    feed = ''.join(json.dumps(request) + '\n' for request in requests).encode()
    done = subprocess.run([binary, 'filter', '--jobs', '1'], input=feed, stdout=subprocess.PIPE)
    return [json.loads(line) for line in done.stdout.splitlines()]


def pages(binary, corpus):
    requests = []
    for folder in ('extraction/html', 'extraction/multi/html', 'extraction/meta/html'):
        for path in sorted((corpus / folder).glob('*')):
            data = gzip.open(path).read() if path.suffix == '.gz' else path.read_bytes()
            requests.append({'id': path.name, 'name': 'page.html', 'base64': base64.b64encode(data).decode()})
    found = []
    for answer in run_filter(binary, requests):
        for record in answer.get('articles', [])[:1]:
            keywords = [k for k in record.get('keywords', []) if len(k) < 60]
            language = record.get('inLanguage', '')[:2]
            if len(keywords) >= 3 and len(record['articleBody']) > 500 and language in LANGUAGES:
                found.append((record, {plain(k) for k in keywords}, language))
    return found


def plain(phrase):
    return ' '.join(re.findall(r'\w+', phrase.replace('_', ' ').lower()))


def near_count(phrases, keywords):
    """How many phrases are near a keyword each; one keyword makes only one of them right."""
    left = set(keywords)
    for phrase in phrases:
        near = [k for k in sorted(left) if f' {phrase} ' in f' {k} ' or f' {k} ' in f' {phrase} ']
        if near:
            left.remove(phrase if phrase in near else near[0])
    return len(keywords) - len(left)


def shares(found, limit):
    """Means over pages: right, near, and how many phrases there are."""
    right = near = count = 0
    for phrases, keywords in found:
        first = list(dict.fromkeys(plain(p) for p in phrases))[:limit]
        right += sum(p in keywords for p in first) / limit
        near += near_count(first, keywords) / limit
        count += len(first)
    return right / len(found), near / len(found), count / len(found)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('binary', nargs='?', default=pathlib.Path(__file__).resolve().parents[2] / '.build/release/nutgraf')
    parser.add_argument('--corpus', type=pathlib.Path, default=CORPUS)
    parser.add_argument('--only')
    parser.add_argument('--show', type=int, default=0)
    options = parser.parse_args()
    if not options.corpus.is_dir():
        print('skipped: there are no corpora beside the project (../shared/corpus)')
        print('0 passed, 0 failed, 1 skipped')
        return 0
    found = [page for page in pages(options.binary, options.corpus) if options.only in (None, page[2])]
    texts = [record.get('headline', '') + '.\n' + record['articleBody'].replace('\n\n', '\n') for record, _, _ in found]
    for record, keywords, _ in found[:: max(1, len(found) // max(1, options.show))][:options.show]:
        print(f"\n{record.get('headline', '')[:90]}\n  publisher: {sorted(keywords)[:12]}")
        print(f"  ours: {record['nutgraf'].get('keyphrases')}")
        print(f"  names: {[(m['@type'][0], m['name']) for m in record.get('mentions', [])]}")
    systems = {'nutgraf': [record['nutgraf'].get('keyphrases', []) for record, _, _ in found]}
    try:
        import yake
        began = time.process_time()
        extractors = {}
        systems['yake'] = []
        for text, (_, _, language) in zip(texts, found):
            if language not in extractors:
                extractors[language] = yake.KeywordExtractor(lan=language, n=3, top=10)
            systems['yake'].append([phrase for phrase, _ in extractors[language].extract_keywords(text)])
        print(f'YAKE: {len(texts) / (time.process_time() - began):.0f} articles a CPU second')
    except ImportError:
        print('YAKE is not installed: pip install yake')
    print(f'{len(found)} pages of {sorted({language for _, _, language in found})}')
    for name, phrases in systems.items():
        pairs = [(p, keywords) for p, (_, keywords, _) in zip(phrases, found)]
        five, ten = shares(pairs, 5), shares(pairs, 8)
        print(f'  {name:8} right in the first 5: {five[0]:.3f}, first 8: {ten[0]:.3f}; '
              f'near in the first 5: {five[1]:.3f}, first 8: {ten[1]:.3f}; {ten[2]:.1f} phrases a page')
    ours = shares([(p, k) for p, (_, k, _) in zip(systems['nutgraf'], found)], 5)[0]
    passed = 'yake' not in systems or ours > shares([(p, k) for p, (_, k, _) in zip(systems['yake'], found)], 5)[0]
    print(f'{int(passed)} passed, {int(not passed)} failed, 0 skipped')
    return int(not passed)


if __name__ == '__main__':
    sys.exit(main())
