#!/usr/bin/env python3
"""Times SQLite FTS5 over the same cuttings: fts5.py CUTTINGS DATABASE QUERIES

bm25 top ten with snippets and no facets: less than what the site's search answers.
"""
import json
import os
import sqlite3
import sys
import time


def quantile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))]


def build(cuttings, database):
    start = time.perf_counter()
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE VIRTUAL TABLE cutting USING fts5(headline, body, tokenize='porter unicode61')")
    with connection:
        for number, line in enumerate(open(cuttings, encoding="utf-8"), 1):
            entry = json.loads(line)
            connection.execute("INSERT INTO cutting(rowid, headline, body) VALUES (?, ?, ?)",
                               (number, entry["headline"], "\n\n".join(entry["body"])))
    print("FTS5 %s: built in %.0f s" % (sqlite3.sqlite_version, time.perf_counter() - start))
    connection.close()


def main():
    cuttings, database, queries = sys.argv[1:4]
    if not os.path.exists(database):
        build(cuttings, database)
    connection = sqlite3.connect(database)
    times = {}
    for line in open(queries, encoding="utf-8"):
        kind, query = line.rstrip("\n").split("\t")[:2]
        words = query if query.startswith('"') else " AND ".join('"%s"' % word for word in query.split())
        start = time.perf_counter()
        connection.execute("SELECT rowid, headline, snippet(cutting, 1, '<mark>', '</mark>', '…', 40) FROM cutting"
                           " WHERE cutting MATCH ? ORDER BY bm25(cutting) LIMIT 10", (words,)).fetchall()
        times.setdefault(kind, []).append((time.perf_counter() - start) * 1000)
    for kind, many in times.items():
        print("%-22s %4d queries  p50 %8.2f ms  p99 %8.2f ms  max %8.2f ms"
              % (kind, len(many), quantile(many, .5), quantile(many, .99), max(many)))


main()
