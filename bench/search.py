#!/usr/bin/env python3
"""Times every query once over one kept-alive connection: search.py HOST:PORT QUERIES [--save FILE]

Prints kind, queries, matches (median), p50 and p99 in milliseconds. The site must run with its output cache off.
"""
import http.client
import re
import statistics
import sys
import time
import urllib.parse


def quantile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))]


def main():
    host, queries = sys.argv[1:3]
    save = sys.argv[4] if len(sys.argv) > 4 else None
    connection = http.client.HTTPConnection(host)
    times, matches, lines = {}, {}, []
    for line in open(queries, encoding="utf-8"):
        kind, query = line.rstrip("\n").split("\t")[:2]
        address = "/search?q=" + urllib.parse.quote(query)
        start = time.perf_counter()
        connection.request("GET", address)
        answer = connection.getresponse()
        body = answer.read()
        elapsed = (time.perf_counter() - start) * 1000
        if answer.status != 200:
            sys.exit("%s answered %d" % (address, answer.status))
        total = re.search(rb'data-total="(\d+)"', body)
        found = int(total.group(1)) if total else 0
        times.setdefault(kind, []).append(elapsed)
        matches.setdefault(kind, []).append(found)
        lines.append("%s\t%s\t%d\t%.2f" % (kind, query, found, elapsed))
    mix = [t for kind, many in times.items() if not kind.startswith("common") for t in many]
    for kind, many in [*times.items(), ("mix of the first four", mix)]:
        found = statistics.median(matches[kind]) if kind in matches else 0
        print("%-22s %4d queries  %8d matches (median)  p50 %8.2f ms  p99 %8.2f ms  max %8.2f ms"
              % (kind, len(many), found, quantile(many, .5), quantile(many, .99), max(many)))
    if save:
        open(save, "w", encoding="utf-8").write("\n".join(lines) + "\n")


main()
