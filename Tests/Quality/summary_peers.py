#!/usr/bin/env python3
"""Summaries of a nutgraf binary beside those of other programs, on the same articles in the same run.

    summary_peers.py BINARY [--only SET]... [--corpus DIR] [--peers NAME]...

The others come from PyPI (pip install summa sumy newspaper4k lxml_html_clean numpy; those that are missing are left out):
summa's TextRank, sumy's LexRank, Luhn and LSA, newspaper4k. sumy and newspaper4k get the sentences of our splitter, since theirs
needs data from the network; summa has its own. Printed for each set: ROUGE-1/2/Lsum F1, what ours has more in R1 with its 95 %
bootstrap interval over the articles, and articles a CPU second of the ranking alone (ours: of all that the filter does).
"""
import argparse
import pathlib
import re
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True
import measure  # noqa: E402
import score_summaries as metric  # noqa: E402

WORD = re.compile(r'\w+')


def summa(article, sentences, k):
    from summa import summarizer
    scored = summarizer.summarize(article['text'], ratio=1.0, split=True, scores=True)
    best = sorted(range(len(scored)), key=lambda i: -scored[i][1])[:k]
    return [scored[i][0] for i in sorted(best)]


def sumy(kind):
    from importlib import import_module
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer
    name = {'lex_rank': 'LexRank', 'luhn': 'Luhn', 'lsa': 'Lsa'}[kind]
    summarizer = getattr(import_module(f'sumy.summarizers.{kind}'), f'{name}Summarizer')(Stemmer('english'))

    class Words:
        def to_words(self, text):
            return WORD.findall(text)

    def run(article, sentences, k):
        document = ObjectDocumentModel([Paragraph([Sentence(s, Words()) for s in sentences])])
        return [str(s) for s in summarizer(document, k)]
    return run


def newspaper(article, sentences, k):
    from newspaper import nlp
    from newspaper.text import StopWords
    newspaper.stop_words = getattr(newspaper, 'stop_words', None) or StopWords('en')
    nlp.split_sentences = lambda text: list(sentences)
    return nlp.summarize(article.get('title') or '.', article['text'], newspaper.stop_words, k)


PEERS = {'summa TextRank': lambda: summa, 'sumy LexRank': lambda: sumy('lex_rank'), 'sumy Luhn': lambda: sumy('luhn'),
         'sumy LSA': lambda: sumy('lsa'), 'newspaper4k': lambda: newspaper}


def compare(binary, folder, names):
    articles, gold = measure.lines(folder / 'articles.jsonl'), measure.lines(folder / 'gold.jsonl')
    language, k = articles[0].get('lang', 'en'), 1 if folder.name == 'xsum' else 3
    answers, cpu = measure.run_filter(binary, measure.summary_requests(articles), '--sentences', str(k), '--all-sentences')
    found = {i: measure.first_article(a).get('nutgraf', {}) for i, a in answers.items()}
    sentences = {i: [s['text'] for s in f.get('sentences', [])] for i, f in found.items()}
    ours = measure.rouge_rows(gold, {i: [s['text'] for s in f.get('summary', [])] for i, f in found.items()}, language)
    print(f'{folder.name}: {len(gold)} articles, {k} sentences')
    show('nutgraf', ours, ours, len(articles) / cpu)
    show('lead', ours, measure.rouge_rows(gold, {i: s[:k] for i, s in sentences.items()}, language), None)
    for name in names:
        try:
            run = PEERS[name]()
            run(articles[0], sentences[articles[0]['id']], k)
        except ImportError as error:
            print(f'  {name:15} left out: {error}')
            continue
        began = time.process_time()
        chosen = {a['id']: run(a, sentences[a['id']], k) for a in articles}
        seconds = time.process_time() - began
        show(name, ours, measure.rouge_rows(gold, chosen, language), len(articles) / seconds)


def show(name, ours, rows, rate):
    means = list(measure.means(rows).values())
    line = f'  {name:15} {means[0]:5.2f} / {means[1]:5.2f} / {means[2]:5.2f}'
    if rows is not ours:
        gain, low, high = metric.boot([100 * (o[0] - r[0]) for o, r in zip(ours, rows)])
        line += f'   ours {gain:+5.2f} [{low:+.2f}, {high:+.2f}]'
    print(line + (f'   {rate:7.0f} articles a CPU second' if rate else ''), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('binary')
    parser.add_argument('--only', action='append')
    parser.add_argument('--peers', action='append', choices=list(PEERS))
    parser.add_argument('--corpus', type=pathlib.Path, default=measure.CORPUS)
    options = parser.parse_args()
    corpus = options.corpus / 'summaries'
    corpus = corpus / 'dev' if (corpus / 'dev').exists() else corpus
    if not corpus.exists():
        sys.exit(f'skipped: no corpora at {options.corpus}')
    for name in options.only or ['cnndm', 'newswriter', 'dm-recovered', 'xsum']:
        compare(options.binary, corpus / name, options.peers or list(PEERS))


if __name__ == "__main__":
    main()
