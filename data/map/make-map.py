"""Makes src/chart/paz-map-outlines.h out of a GeoJSON of the 33 States (a property `iso3`, Natural
Earth's 1:50m admin-0 outlines) and of context.csv, this folder's own sketch of the land around.

    python3 data/map/make-map.py STATES.geojson > src/chart/paz-map-outlines.h

Borders are cut where three lines meet and each piece is simplified once, so that neighbours go on
sharing it. Points are hundredths of a degree."""

import csv
import json
import math
import pathlib
import sys

TOLERANCE = 0.07      # degrees; under a pixel at 1000 pixels of height
SMALLEST = 0.012      # square degrees; smaller islands go, unless a State has none larger


def rings_of(geometry):
    polygons = geometry['coordinates']
    if geometry['type'] == 'Polygon':
        polygons = [polygons]
    for polygon in polygons:
        for ring in polygon:
            points = [(round(x, 4), round(y, 4)) for x, y, *_ in ring]
            if points[0] == points[-1]:
                points.pop()
            yield points


def area(ring):
    total = 0.0
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1]):
        total += x0 * y1 - x1 * y0
    return abs(total) / 2 * math.cos(math.radians(ring[0][1]))


def find_junctions(rings):
    """Points whose neighbours, over all rings, are more than the two of a plain line."""
    around = {}
    for ring in rings:
        for before, point, after in zip(ring[-1:] + ring[:-1], ring, ring[1:] + ring[:1]):
            around.setdefault(point, set()).update((before, after))
    return {point for point, others in around.items() if len(others) > 2}


def distance(point, start, end):
    scale = math.cos(math.radians(point[1]))
    ax, ay = (end[0] - start[0]) * scale, end[1] - start[1]
    bx, by = (point[0] - start[0]) * scale, point[1] - start[1]
    length = math.hypot(ax, ay)
    if length == 0:
        return math.hypot(bx, by)
    return abs(ax * by - ay * bx) / length


def simplify(line):
    if len(line) < 3:
        return line
    far, index = max((distance(point, line[0], line[-1]), n)
                     for n, point in enumerate(line[1:-1], 1))
    if far < TOLERANCE:
        return [line[0], line[-1]]
    return simplify(line[:index + 1])[:-1] + simplify(line[index:])


def simplify_arc(arc):
    """The same result whichever way round the neighbour walks it."""
    turned = arc[::-1]
    return simplify(arc) if arc <= turned else simplify(turned)[::-1]


def cut(ring, junctions):
    at = [n for n, point in enumerate(ring) if point in junctions]
    if len(at) < 2:
        start = at[0] if at else ring.index(min(ring))
        turned = ring[start:] + ring[:start]
        far = max(range(len(turned)), key=lambda n: math.dist(turned[0], turned[n]))
        return [turned[:far + 1], turned[far:] + turned[:1]]
    turned = ring[at[0]:] + ring[:at[0]]
    at = [n - at[0] for n in at] + [len(ring)]
    closed = turned + turned[:1]
    return [closed[start:end + 1] for start, end in zip(at, at[1:])]


def simplify_ring(ring, junctions):
    points = []
    for arc in cut(ring, junctions):
        points += simplify_arc(arc)[:-1]
    return points if len(points) > 2 else ring


def read_states(path):
    features = json.loads(pathlib.Path(path).read_text(encoding='utf-8'))['features']
    states = {f['properties']['iso3']: list(rings_of(f['geometry'])) for f in features}
    junctions = find_junctions([ring for rings in states.values() for ring in rings])
    for iso3, rings in sorted(states.items()):
        rings.sort(key=area, reverse=True)
        kept = [ring for n, ring in enumerate(rings) if n == 0 or area(ring) >= SMALLEST]
        yield iso3, [simplify_ring(ring, junctions) for ring in kept]


def read_context():
    """Rows name,lon,lat; a new name starts a new outline."""
    outlines = {}
    with open(pathlib.Path(__file__).with_name('context.csv'), encoding='utf-8') as stream:
        for row in csv.DictReader(stream):
            outlines.setdefault(row['name'], []).append((float(row['lon']), float(row['lat'])))
    return [('', [points]) for points in outlines.values()]


def main():
    points, rings = [], []
    for iso3, outlines in list(read_states(sys.argv[1])) + read_context():
        for outline in outlines:
            rings.append((iso3, len(points), len(outline)))
            points += [(round(x * 100), round(y * 100)) for x, y in outline]

    print('/* Made by data/map/make-map.py out of Natural Earth (public domain) and data/map/context.csv:')
    print(' * change those, not this. Longitude and latitude in hundredths of a degree. */')
    print('static const gint16 points[][2] = {')
    for n in range(0, len(points), 8):
        print('  ' + ' '.join(f'{{{x},{y}}},' for x, y in points[n:n + 8]))
    print('};\n\n/* State, "" for land around; first point, number of points. */')
    print('static const Ring rings[] = {')
    for iso3, first, n in rings:
        print(f'  {{"{iso3}", {first}, {n}}},')
    print('};')


if __name__ == '__main__':
    main()
