"""Articles of our own invention, as pages, mails and pastes of pages have them, each with what a person would take of it.

Invented/learnt  what rules were mended by, and of which train_lines.py learns beside the corpora (pasted)
Invented/unseen  what nothing was learnt from and no rule was mended by: how an article fares that is new

A file is KIND-LANGUAGE.txt, KIND being pasted, pages or files (mails and what wires send), and holds articles one after the other:

    @@ ID                   begins an article
    @title, @authors, @date what is right; authors with semicolons between them, a day or nothing
    @extension .eml         what the file is called by, where the kind does not say it
    @p, @opt                a paragraph of the body, by {{1}}, {{2}} named in what follows; one that may be there or not
    ¶line                   a line of the source that is a paragraph of the body
    +line                   below one of these: a line of the source that goes on the paragraph
    ~line                   a line of the source that may be in the body or not
    anything else           a line of the source
"""
import base64
import pathlib
import re
import types
import unicodedata

FOLDER = pathlib.Path(__file__).resolve().parent / 'Invented'
EXTENSIONS = {'pasted': '.txt', 'pages': '.html', 'files': '.eml'}


def squeezed(text):
    return ' '.join(unicodedata.normalize('NFC', text).split())


def articles(share, kind):
    """The articles of a share (learnt, unseen) and a kind."""
    for path in sorted((FOLDER / share).glob(f'{kind}-*.txt')):
        yield from read(path, kind)


def read(path, kind):
    for text in re.split(r'^@@ ', path.read_text(), flags=re.M)[1:]:
        lines = text.rstrip('\n').split('\n')
        article = types.SimpleNamespace(id=lines.pop(0).strip(), kind=kind, extension=EXTENSIONS[kind], title='',
                                        authors=[], date='', body=[], either=set(), source=[])
        previous = ''
        for line in lines:
            field = re.match(r'@(extension|title|authors|date|p|opt)\b ?(.*)', line)
            if not field:
                article.source.append(marked(line, previous[:1] in ('¶', '+'), article))
            elif field[1] == 'p':
                article.body.append(field[2])
            elif field[1] == 'opt':
                article.either.add(squeezed(field[2]))
            elif field[1] == 'authors':
                article.authors = [name.strip() for name in field[2].split(';') if name.strip()]
            else:
                setattr(article, field[1], field[2].strip())
            previous = line
        article.source = '\n'.join(article.source)
        yield article


def marked(line, is_below_body, article):
    """The line without its mark, which says what it is of the body."""
    mark, rest = line[:1], line[1:]
    if mark == '¶':
        article.body.append(rest)
    elif mark == '+' and is_below_body:
        last = article.body[-1]
        article.body[-1] = last[:-1] + rest if last.endswith('-') and rest[:1].islower() else f'{last} {rest}'
    elif mark == '~':
        article.either.add(squeezed(rest))
    else:
        # A word that a page gives an element of its own: {{1:a}} marks three words of the paragraph.
        return re.sub(r'\{\{(\d+)(?::(\w))?\}\}', lambda m: placed(article.body[int(m[1]) - 1], m[2]), line)
    return rest


def placed(paragraph, element):
    paragraph = paragraph.replace('&', '&amp;')
    if not element:
        return paragraph
    words = paragraph.split(' ')
    return ' '.join([*words[:3], f'<{element} href="/l">{" ".join(words[3:6])}</{element}>', *words[6:]])


def request(article):
    """What `nutgraf filter` is asked."""
    return {'id': article.id, 'name': article.id + article.extension,
            'base64': base64.b64encode(article.source.encode()).decode()}
