#!/usr/bin/env python3
"""Country outlines for the report's route map: TopoJSON in, one line per country out.

usage: make_world_map.py COUNTRIES.json OUTPUT.tsv

Each line is `ISO-3166 numeric code <TAB> SVG path`, in degrees of longitude and negated latitude
with one decimal (an equirectangular plane, y downwards). The source is Natural Earth 1:110m
(public domain) as the npm package world-atlas carries it.
"""
import json
import sys


def decoded_arcs(topology):
    """Absolute coordinates of every arc; TopoJSON stores quantised differences."""
    (scale_x, scale_y), (shift_x, shift_y) = (
        topology["transform"]["scale"], topology["transform"]["translate"])
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + shift_x, y * scale_y + shift_y))
        arcs.append(points)
    return arcs


def ring_path(ring, arcs):
    points = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc if not points else arc[1:]
    # A step of more than half the globe is the date line, not a coast: lift the pen there.
    path, last = [], None
    for lon, lat in points:
        pen = "M" if last is None or abs(lon - last) > 180 else "L"
        path.append(f"{pen}{lon:.1f} {-lat:.1f}")
        last = lon
    return "".join(path) + ("Z" if path and path.count("M") <= 1 else "")


def country_path(geometry, arcs):
    polygons = {"Polygon": [geometry.get("arcs")], "MultiPolygon": geometry.get("arcs")}
    rings = [ring for polygon in polygons[geometry["type"]] for ring in polygon]
    return "".join(ring_path(ring, arcs) for ring in rings)


def main(source, output):
    with open(source, encoding="utf-8") as file:
        topology = json.load(file)
    arcs = decoded_arcs(topology)
    lines = [f"{geometry.get('id', '000')}\t{country_path(geometry, arcs)}\n"
             for geometry in topology["objects"]["countries"]["geometries"]]
    with open(output, "w", encoding="utf-8") as file:
        file.writelines(sorted(lines))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
