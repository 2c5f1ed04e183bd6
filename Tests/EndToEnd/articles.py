"""Articles made for the tests: the same number gives the same bytes, different numbers give different stories."""
import random

_WHO = ['The minister', 'A spokesman', 'The committee', 'Her office', 'The union', 'A witness', 'The mayor', 'The company']
_DID = ['rejected', 'welcomed', 'postponed', 'announced', 'questioned', 'defended', 'approved', 'criticised']
_WHAT = ['the plan for the harbour', 'a new contract', 'the talks in Geneva', 'the budget', 'an inquiry into the fire',
         'the rail strike', 'the school reform', 'a ban on fireworks']
_WHEN = ['on Monday', 'on Tuesday evening', 'after months of dispute', 'in a short statement', 'last week', 'before the vote']
_WHY = ['because the costs had doubled', 'although the council had warned against it', 'while hundreds protested outside',
        'as prices kept rising', 'which surprised the opposition', 'and promised a decision before winter']


def article(number=0, paragraphs=6, extra=b''):
    """A news article in plain text, with a headline, a byline, a date and `paragraphs` paragraphs."""
    chance = random.Random(number)

    def sentence():
        return (f'{chance.choice(_WHO)} {chance.choice(_DID)} {chance.choice(_WHAT)} {chance.choice(_WHEN)} '
                f'{chance.choice(_WHY)}.')

    body = '\n\n'.join(' '.join(sentence() for _ in range(3)) for _ in range(paragraphs))
    return (f'Council delays the harbour plan number {number} after a long night of talks\n\n'
            f'By Jane Miller\nFebruary 25, 2025\n\n{body}\n\n'
            f'The next meeting about case {number} is planned for March, officials said.\n').encode() + extra


def large_article(number, size):
    """An article of at least `size` bytes."""
    text = article(number, max(1, size // 290))
    return text if len(text) >= size else text + article(number, 1)[:size - len(text)]
