"""A chart of cost against number, as SVG: logarithmic across, linear upwards, one line a series."""
import html

WIDTH, HEIGHT = 640, 320
LEFT, RIGHT, TOP, BOTTOM = 64, 150, 40, 48
COLOURS = ['#1f6feb', '#d1633c', '#6e7781', '#2da44e']


def nice_step(largest):
    step = 1
    while largest / step > 6:
        step *= 2.5 if str(step)[0] == '2' else 2
    return int(step)


def chart(title, unit, series):
    """`series`: a name and its points (number, cost) each."""
    numbers = sorted({number for _, points in series for number, _ in points})
    largest = max(cost for _, points in series for _, cost in points)
    step = nice_step(largest)
    top = step * (int(largest / step) + 1)
    across = WIDTH - LEFT - RIGHT

    def x(number):
        return LEFT + across * (numbers.index(number) + 0.5) / len(numbers)

    def y(cost):
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * cost / top

    rows = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
            f'font-size="12" role="img" aria-label="{html.escape(title)}">',
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
            f'<text x="{LEFT}" y="22" font-size="14" font-weight="bold" fill="#24292f">{html.escape(title)}</text>']
    for line in range(0, top + 1, step):
        rows.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(line):.1f}" y2="{y(line):.1f}" stroke="#d0d7de"/>')
        rows.append(f'<text x="{LEFT - 8}" y="{y(line) + 4:.1f}" text-anchor="end" fill="#57606a">{line}</text>')
    rows.append(f'<text x="{LEFT}" y="{HEIGHT - 8}" fill="#57606a">files waiting in the inbox; {html.escape(unit)}</text>')
    for number in numbers:
        rows.append(f'<text x="{x(number):.1f}" y="{HEIGHT - 28}" text-anchor="middle" fill="#57606a">{number:,}</text>')
    ends = []
    for (name, points), colour in zip(series, COLOURS):
        line = ' '.join(f'{x(number):.1f},{y(cost):.1f}' for number, cost in points)
        rows.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        rows += [f'<circle cx="{x(number):.1f}" cy="{y(cost):.1f}" r="3" fill="{colour}"/>' for number, cost in points]
        ends.append([y(points[-1][1]), name, colour])
    ends.sort()
    for above, below in zip(ends, ends[1:]):
        below[0] = max(below[0], above[0] + 15)
    for height, name, colour in ends:
        rows.append(f'<text x="{WIDTH - RIGHT + 6}" y="{height + 4:.1f}" fill="{colour}">{html.escape(name)}</text>')
    return '\n'.join([*rows, '</svg>', ''])
