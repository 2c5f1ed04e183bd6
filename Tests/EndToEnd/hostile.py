"""Pages and texts that nobody writes but somebody sends: each shape in any size, by name.

Every shape is a function of a number of bytes; what it makes is about that long.
"""
import base64
import json

from articles import article

_PAGE = b'<!DOCTYPE html><html><head><title>Council delays the harbour plan</title></head><body>'
_PROSE = (b'<p>The committee postponed the talks on Monday because the costs had doubled, '
          b'although the council had warned against it.</p>')


def repeated(piece, before=b'', after=b''):
    """The shape that is one piece again and again."""
    return lambda size: before + piece * max(1, (size - len(before) - len(after)) // len(piece)) + after


def _in_page(piece, after=b''):
    return repeated(piece, _PAGE + _PROSE * 5, after)


def _numbered(line, before=b''):
    def shape(size):
        lines, length, number = [before], len(before), 0
        while length < size:
            lines.append(line % number if b'%d' in line else line)
            length += len(lines[-1])
            number += 1
        return b''.join(lines)
    return shape


def _structured_data(json_text):
    return lambda size: (_PAGE + b'<script type="application/ld+json">' + json_text(size) + b'</script>' + _PROSE * 8)


PAGES = {
    'nested-elements': _in_page(b'<div>'),
    'nested-elements-closed': lambda size: _PAGE + b'<div>' * (size // 11) + _PROSE + b'</div>' * (size // 11),
    'nested-inline-elements': _in_page(b'<b><i>x'),
    'nested-unknown-elements': _in_page(b'<x-y>'),
    'nested-lists': _in_page(b'<ul><li>'),
    'nested-tables': _in_page(b'<table><tr><td>'),
    'nested-quotations': _in_page(b'<blockquote>one'),
    'attributes-on-one-element': lambda size: _PAGE + b'<p ' + b'a=1 ' * (size // 4) + b'>' + _PROSE * 8,
    'different-attributes-on-one-element': lambda size: _PAGE + b'<p ' + _numbered(b'a%d=1 ')(size) + b'>' + _PROSE * 8,
    'an-attribute-on-each-element': _in_page(b'<p class="a b c">x'),
    'different-classes': lambda size: _PAGE + _numbered(b'<p class="story-%d body">x')(size),
    'a-huge-attribute': lambda size: _PAGE + b'<p class="' + b'article body ' * (size // 13) + b'">' + _PROSE * 8,
    'a-huge-style': lambda size: _PAGE + b'<p style="' + b'display: ' * (size // 9) + b'">' + _PROSE * 8,
    'line-breaks': _in_page(b'<br>'),
    'line-breaks-in-text': _in_page(b'A word or two<br>'),
    'table-cells': lambda size: _PAGE + b'<table>' + b'<tr><td>1<td>2' * (size // 14),
    'table-cells-in-one-row': lambda size: _PAGE + b'<table><tr>' + b'<td>1' * (size // 5),
    'unclosed-paragraphs': _in_page(b'<p><b>One of the words. '),
    'misnested-elements': _in_page(b'<b><p>x</b>y</p>'),
    'stray-end-tags': _in_page(b'</div></p></b></x>'),
    'comments-without-end': _in_page(b'<!--'),
    'comments': _in_page(b'<!---->'),
    'cdata-without-end': _in_page(b'<![CDATA['),
    'end-tags-without-end': _in_page(b'</'),
    'tags-without-end': _in_page(b'<a'),
    'tags-without-end-with-space': _in_page(b'<a '),
    'quotation-marks-without-end': _in_page(b'<a href="'),
    'quotation-marks-of-both-kinds': _in_page(b'<a b="<a b=\''),
    'scripts-without-end': _in_page(b'<script>'),
    'false-ends-of-a-script': lambda size: _PAGE + _PROSE * 5 + b'<script>' + b'</scrip' * (size // 7),
    'titles-without-end': _in_page(b'<title>'),
    'titles': _in_page(b'<title>One | Two - Three</title>'),
    'headings': _in_page(b'<h1>Council delays the plan</h1>'),
    'less-than-signs': _in_page(b'<'),
    'ampersands': _in_page(b'&'),
    'references': _in_page(b'&amp;&#8217;&#x2019;&nosuch;'),
    'references-of-references': _in_page(b'&amp;amp;'),
    'meta-elements': _in_page(b'<meta name="author" content="By Jane Miller, Tom Brown and Ann Lee">'),
    'different-meta-elements': lambda size: _PAGE + _numbered(b'<meta name="author" content="Jane Miller%d">')(size) + _PROSE * 8,
    'meta-descriptions': _in_page(b'<meta property="og:title" content="One | Two - Three">'),
    'time-elements': _in_page(b'<time datetime="2025-02-25T10:00:00Z">25 February 2025</time>'),
    'authors': _in_page(b'<a rel="author" itemprop="author" class="byline author">Jane Miller</a>'),
    'links': _in_page(b'<a href="/a">A link of some words</a> '),
    'images-with-captions': _in_page(b'<figure><img src="a.jpg"><figcaption>A photo of the harbour. Photo: Ann Lee</figcaption></figure>'),
    'short-paragraphs': _in_page(b'<p>The mayor approved.</p>'),
    'paragraphs': _in_page(_PROSE),
    'different-paragraphs': lambda size: _PAGE + _numbered(b'<p>The union welcomed plan %d on Monday, and the mayor did not.</p>')(size),
    'one-paragraph': lambda size: _PAGE + b'<p>' + b'The union welcomed the plan on Monday. ' * (size // 39) + b'</p>',
    'one-word': lambda size: _PAGE + b'<p>' + b'x' * size + b'</p>',
    'structured-data-arrays': _structured_data(lambda size: b'[' * size),
    'structured-data-objects': _structured_data(lambda size: b'{"a":' * (size // 5)),
    'structured-data-members': _structured_data(lambda size: b'{"@type":"NewsArticle",' + _numbered(b'"k%d":1,')(size) + b'"a":1}'),
    'structured-data-things': _structured_data(
        lambda size: b'{"@graph":[' + b','.join([b'{"@type":"NewsArticle","@id":"x","author":{"@id":"y"}}'] * (size // 54)) + b']}'),
    'structured-data-authors': _structured_data(
        lambda size: b'{"@type":"NewsArticle","author":[' + b','.join([b'{"@id":"y%d"}' % i for i in range(size // 16)]) + b']}'),
    'structured-data-names': _structured_data(
        lambda size: b'{"@type":"NewsArticle","author":[' + b','.join([b'{"name":"Jane Miller %d"}' % i for i in range(size // 28)]) + b']}'),
    'structured-data-body': _structured_data(
        lambda size: b'{"@type":"NewsArticle","articleBody":"' + b'The union welcomed it.\\n' * (size // 24) + b'"}'),
    'structured-data-escapes': _structured_data(lambda size: b'{"@type":"NewsArticle","headline":"' + b'\\ud83d' * (size // 6) + b'"}'),
    'structured-data-blocks': _in_page(b'<script type="application/ld+json">{"@type":"NewsArticle","headline":"A"}</script>'),
    'combining-marks': lambda size: _PAGE.replace(b'Council', b'Council' + '\u0301\u0323'.encode() * (size // 8))
        + _PROSE * 8 + b'<p>a' + '\u0301\u0323'.encode() * (size // 8),
    'references-of-combining-marks': _in_page(b'&#769;&#803;'),
    'backticks': _in_page(b'<p>``' + b'`' * 1000),
    'open-quotations': _in_page('<p>“The union '.encode()),
    'NUL-bytes': lambda size: _PAGE + (_PROSE + b'\0') * (size // len(_PROSE)),
    'broken-UTF-8': lambda size: _PAGE + b'<p>' + b'\xe2\x82 \xff\xc0caf\xe9 \xf0\x9f\x98 ' * (size // 18),
    'UTF-16': lambda size: ('\ufeff' + (_PAGE + _PROSE * (size // 2 // len(_PROSE))).decode()).encode('utf-16-le'),
}

TEXTS = {
    'one-line': repeated(b'The union welcomed the plan on Monday. '),
    'one-line-of-words': repeated(b'word '),
    'one-line-of-letters': repeated(b'x'),
    'lines-of-a-letter': repeated(b'a\n'),
    'lines-of-a-word': _numbered(b'word%d\n'),
    'the-same-lines': repeated(b'Advertisement\n'),
    'blank-lines': lambda size: article(1) + b'\n' * size + article(2),
    'short-sentences': repeated(b'He left. '),
    'short-sentences-in-lines': repeated(b'He left.\n'),
    'short-sentences-in-paragraphs': repeated(b'He left.\n\n'),
    'different-paragraphs': _numbered(b'The union welcomed plan %d on Monday, and the mayor did not say a word about it.\n\n', article(1)),
    'captions': lambda size: article(1) + b'A photo of the harbour on Monday. Photo: Ann Lee/Reuters\n\n' * (size // 58),
    'different-captions': _numbered(b'A photo of ship %d. Photo: Ann Lee/Reuters\n\n', article(1)),
    'dates': lambda size: article(1) + b'February 25, 2025 10:00 AM EST\n' * (size // 31),
    'dates-in-a-line': repeated(b'25 February 2025, ', article(1)),
    'bylines': lambda size: b'By Jane Miller and Tom Brown\n' * (size // 29) + article(1),
    'bylines-in-a-line': lambda size: b'By Jane Miller, ' * (size // 16) + b'\n\n' + article(1),
    'numbers': repeated(b'1234567890 '),
    'menu': _numbered(b'Section %d\n', b''),
    'hard-wrapped': repeated(b'The union welcomed the plan on Monday although the council had warned\n'),
    'related-links': lambda size: article(1) + b'Read more: Council delays the plan\n\n' * (size // 36) + article(2),
    'ends': lambda size: (article(1) + b'\nRelated articles\n\n') * (size // 1800 + 1),
    'stops': repeated(b'.'),
    'quotation-marks': repeated('“'.encode(), article(1)),
    'backticks': repeated(b'`', article(1)),
    'open-quotations': repeated('“a. '.encode()),
    'brackets': repeated(b'(a. '),
    'numbered-list': _numbered(b'%d. One of the points of the plan that the union welcomed\n', article(1)),
    'numbered-list-in-a-line': _numbered(b'(%d) one of the points; ', article(1) + b'\n'),
    'mojibake': repeated('â€™s word Ã© '.encode()),
    'mojibake-of-mojibake': repeated('Ã¢â‚¬â„¢ '.encode()),
    'combining-marks': repeated('e\u0301'.encode(), article(1)),
    'combining-marks-on-one-letter': repeated('\u0301\u0323'.encode(), article(1) + b'a'),
    'zero-width': repeated('\u200b\u200d'.encode(), article(1)),
    'bidi-controls': repeated('\u202e'.encode(), article(1)),
    'ideographs': repeated('工会周一欢迎该计划。'.encode()),
    'ideographs-without-stops': repeated('工会'.encode()),
    'broken-UTF-8': repeated(b'caf\xe9 \xe2\x82 word \xff ', article(1)),
    'high-bytes': repeated(bytes(range(128, 256))),
    'windows-1251': repeated('Профсоюз приветствовал план. '.encode('cp1251')),
    'NUL-bytes': repeated(b'word\0 ', article(1)),
    'JSON': repeated(b'{"a":'),
    'carriage-returns': repeated(b'The union welcomed it.\r'),
    'tabs': repeated(b'a\tb\t', article(1)),
    'addresses': repeated(b'https://example.com/a?b=c jane@example.com ', article(1)),
    'hash-tags': repeated(b'#word #other ', article(1)),
    'capitals': repeated(b'THE UNION WELCOMED IT ', article(1)),
    'abbreviations': repeated(b'Mr. J. F. K. Jr. v. U.S. ', article(1)),
    'initials': repeated(b'A. B. '),
}


def request(content, name='page.html', identity=1):
    """A line for `nutgraf filter`, with its newline."""
    head = json.dumps({'id': identity, 'name': name}).encode()[:-1]
    return head + b', "base64": "' + base64.b64encode(content) + b'"}\n'
