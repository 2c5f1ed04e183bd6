"""The texts that the line model is learnt from, and which of their lines are body (Python 3 standard library only).

Three renderings of each page with a human-made or site-made body, and of pages whose body nutgraf itself reads out of the markup
where nothing contradicts it; of each full page a part, as a person copies it; and pastes of our own invention.
"""
import base64, bisect, collections, gzip, html.parser, json, random, re, subprocess, zlib

import invented
import score_extraction as metric

SETS = [('text-column', 'gold.json', 'text-column'), ('text-inscriptis', 'gold.json', 'text-inscriptis'),
        ('text-plain', 'gold.json', 'text-plain'), ('multi-text-column', 'multi/gold.json', 'multi/text-column'),
        ('multi-text-inscriptis', 'multi/gold.json', 'multi/text-inscriptis'),
        ('multi-text-plain', 'multi/gold.json', 'multi/text-plain')]
words = metric.tokens


def read(path):
    path = path if path.exists() else path.with_name(path.name + '.gz')
    if not path.exists():
        return None
    return gzip.open(path).read() if path.suffix == '.gz' else path.read_bytes()


def fold(page, count):
    """All renderings of a page are in one fold."""
    return zlib.crc32(page.encode()) % count


def feed(command, requests):
    lines = '\n'.join(json.dumps(r, ensure_ascii=False) for r in requests) + '\n'
    done = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in done.stdout.split(b'\n') if line]


def encoded(data):
    return base64.b64encode(data).decode()


# ---------------------------------------------------------------------------------------------- renderings
class Renderer(html.parser.HTMLParser):
    """The visible text of a page: as strings, one a line, and as blocks with pictures' alternative texts."""
    BLOCKS = set('p div li h1 h2 h3 h4 h5 h6 ul ol section article header footer aside nav figure figcaption table tr td th '
                 'blockquote pre form br hr main dl dt dd address button option select body title'.split())
    HIDDEN = set('script style noscript template head svg iframe'.split())

    def __init__(self):
        super().__init__()
        self.strings, self.blocks, self.block, self.hidden = [], [], [], 0

    def end_block(self):
        text = ' '.join(''.join(self.block).split())
        self.block = []
        if text:
            self.blocks.append(text)

    def handle_starttag(self, tag, attributes):
        if tag in self.HIDDEN:
            self.hidden += 1
        if tag == 'body':
            self.hidden = 0
        if tag in self.BLOCKS:
            self.end_block()
        alternative = dict(attributes).get('alt') if tag == 'img' else None
        if alternative and not self.hidden:
            self.end_block()
            self.block.append(alternative)
            self.end_block()

    def handle_startendtag(self, tag, attributes):
        if tag not in self.HIDDEN:
            self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        if tag in self.HIDDEN:
            self.hidden = max(0, self.hidden - 1)
        if tag in self.BLOCKS:
            self.end_block()

    def handle_data(self, data):
        if self.hidden:
            return
        self.block.append(data)
        self.strings += [' '.join(line.split()) for line in data.split('\n') if line.strip()]


def renderings(page):
    renderer = Renderer()
    renderer.feed(page)
    renderer.end_block()
    return {'plain': renderer.strings, 'blocks': renderer.blocks}


# ---------------------------------------------------------------------------------------------- texts
def gold_texts(corpus):
    for name, gold, folder in SETS:
        for page, value in json.loads((corpus / gold).read_text()).items():
            data = read(corpus / folder / (page + '.txt'))
            if data and value.get('articleBody'):
                yield {'set': name, 'page': page, 'gold': value['articleBody'], 'text': data.decode('utf-8', 'replace'), 'weight': 1}


def invented_texts(weight=2.):
    """Pastes of our own invention, without the lines that may be in the body or not."""
    for article in invented.articles('learnt', 'pasted'):
        text = '\n'.join(line for line in article.source.split('\n') if invented.squeezed(line) not in article.either)
        yield {'set': 'invented', 'page': article.id, 'gold': '\n\n'.join(article.body), 'text': text, 'weight': weight}


def silver_texts(corpus, nutgraf, weight):
    """Pages without a gold body: what nutgraf reads out of the markup, where the snippets that must and must not be there agree."""
    pages = {}
    for page, value in json.loads((corpus / 'meta/gold.json').read_text()).items():
        data = read(corpus / 'meta/html' / (page + '.html'))
        if data:
            pages[page] = value, data
    answers = feed([nutgraf, 'filter'], [{'id': i, 'name': 'page.html', 'base64': encoded(d)} for i, (_, d) in pages.items()])
    for answer in answers:
        body = (answer.get('articles') or [{}])[0].get('articleBody', '')
        value, data = pages[answer['id']]
        squashed = metric.squash(body)
        if len(words(body)) < 80 or any(metric.squash(s) not in squashed for s in value.get('with') or []) or any(
                metric.squash(s) in squashed for s in value.get('without') or []):
            continue
        charset = answer['articles'][0]['nutgraf']['source'].get('charset', 'utf-8')
        try:
            page = data.decode(charset, 'replace')
        except LookupError:
            page = data.decode('utf-8', 'replace')
        for name, lines in renderings(page).items():
            if sum(map(len, lines)) < 200_000:
                yield {'set': 'silver-' + name, 'page': answer['id'], 'gold': body, 'text': '\n'.join(lines), 'weight': weight}


def parts(texts, weight):
    """What a person copies: from a few lines above the body to a few below."""
    chance = random.Random(5)
    for text in texts:
        if text['set'].endswith('column'):
            continue
        lines = text['text'].split('\n')
        body = [i for i, share in enumerate(labels(lines, text['gold'])) if share >= .5]
        if not body:
            continue
        start = max(0, body[0] - chance.choice([0, 1, 2, 3, 4, 6, 8, 12, 20, 40]))
        end = body[-1] + 1 + chance.choice([0, 0, 1, 2, 3, 5, 8, 14, 25, 50])
        break_ = '\n\n' if text['set'].endswith(('plain', 'blocks')) and chance.random() < .5 else '\n'
        part = break_.join(line for line in lines[start:end] if line.strip() or break_ == '\n')
        yield {**text, 'set': 'part', 'text': part, 'weight': text['weight'] * weight}


def joined(texts, weight):
    """The same texts with the paragraphs of the body in few long ones, as essays and some papers have them."""
    chance = random.Random(7)
    for text in texts:
        if text['set'] == 'part' or 'inscriptis' in text['set']:
            continue
        lines, paragraph, length = [], [], chance.choice((120, 180, 260, 360))
        is_joining = chance.random() < .5  # else the first paragraph stays by itself
        for line, is_body in labelled(text):
            if is_body and len(line.split()) >= 8:
                paragraph += line.split()
                if len(paragraph) < length and is_joining:
                    continue
                is_joining = True
            elif paragraph and not line.strip():
                continue
            if paragraph:
                lines.append(' '.join(paragraph))
                paragraph = []
            if not is_body or len(line.split()) < 8:
                lines.append(line)
        lines.append(' '.join(paragraph))
        yield {**text, 'set': text['set'] + '-joined', 'text': '\n'.join(lines), 'weight': text['weight'] * weight}


def shortened(texts, weight):
    """The same texts with the first paragraphs of the body alone: the news in brief."""
    chance = random.Random(3)
    for text in texts:
        if text['set'] == 'part':
            continue
        left, lines, body = chance.choice((2, 3, 4, 5)), [], []
        for line, is_body in labelled(text):
            if is_body and not left:
                continue
            if is_body:
                left -= len(line.split()) >= 8
                body.append(line.strip())
            lines.append(line)
        if len(' '.join(body).split()) >= 40:
            yield {**text, 'set': text['set'] + '-short', 'text': '\n'.join(lines), 'gold': '\n\n'.join(body),
                   'weight': text['weight'] * weight}


def labelled(text):
    """The lines of a text, each with whether it stands in the body."""
    lines = text['text'].split('\n')
    return [(line, line.strip() != '' and share >= .5) for line, share in zip(lines, labels(lines, text['gold']))]


# ---------------------------------------------------------------------------------------------- labels
def candidates(tokens, line, gold, at, shingles, bounds):
    """Places in gold that a line may come from: (start, end, line, words)."""
    count = len(tokens)
    if count < 4:
        return [(p, p + count, line, count) for p in at.get(tokens[0], ())[:200]
                if gold[p:p + count] == tokens and p in bounds and p + count in bounds]
    hits = [(j, p) for j in range(count - 3) for p in shingles.get(tuple(tokens[j:j + 4]), ())[:20]]
    found = []
    for offset, _ in collections.Counter(p - j for j, p in hits).most_common(6):
        own = [j for j, p in hits if p - j == offset]
        found.append((max(0, own[0] + offset), min(len(gold), own[-1] + 4 + offset), line, min(count, len(own) + 3)))
    return sorted(found)


class Chains:
    """The best chain of places up to each place of gold (a Fenwick tree of maxima)."""

    def __init__(self, size):
        self.best = [(0.0, -1)] * (size + 2)

    def upto(self, place):
        found, place = (0.0, -1), place + 1
        while place > 0:
            found = max(found, self.best[place])
            place -= place & -place
        return found

    def add(self, place, chain):
        place += 1
        while place < len(self.best):
            self.best[place] = max(self.best[place], chain)
            place += place & -place


def labels(lines, body):
    """The share of each line's words that stands in the body, by the assignment that keeps the order and covers most."""
    gold = words(body)
    bounds, place = {0, len(gold)}, 0
    for paragraph in re.split(r'\n+', body):
        place += len(words(paragraph))
        bounds.add(place)
    at, shingles = collections.defaultdict(list), collections.defaultdict(list)
    for i, token in enumerate(gold):
        at[token].append(i)
    for i in range(len(gold) - 3):
        shingles[tuple(gold[i:i + 4])].append(i)
    tokens = [words(line) for line in lines]
    places, before, chains, best = [], [], Chains(len(gold)), (0.0, -1)
    for line, own in enumerate(tokens):
        added = []
        for candidate in candidates(own, line, gold, at, shingles, bounds) if own else []:
            covered, previous = chains.upto(candidate[0])
            adjoins = previous >= 0 and places[previous][1] == candidate[0]
            added.append((candidate[1], (covered + candidate[3] + .1 * adjoins, len(places))))
            places.append(candidate)
            before.append(previous)
        for end, chain in added:
            chains.add(end, chain)
            best = max(best, chain)
    shares, chosen = [0.0] * len(lines), []
    index = best[1]
    while index >= 0:
        start, end, line, covered = places[index]
        shares[line] = min(1.0, covered / len(tokens[line]))
        chosen.append((line, start, end))
        index = before[index]
    chosen = [(-1, 0, 0)] + chosen[::-1] + [(len(lines), len(gold), len(gold))]
    for (first, _, start), (last, end, _) in zip(chosen, chosen[1:]):  # short lines between
        for line in range(first + 1, last):
            own, place = tokens[line], start
            while own and place + len(own) <= end and gold[place:place + len(own)] != own:
                place += 1
            if own and place + len(own) <= end and (place == start or place + len(own) == end or len(own) >= 3):
                shares[line], start = 1.0, place + len(own)
    return shares
