#!/usr/bin/env python3
"""Draws the query mix from a vocabulary (rank, word, probability): queries.py VOCAB CUTTINGS > queries.tsv

A cutting holds about 330 words, so a word of probability p stands in 1 - (1 - p) ** 330 of all cuttings.
The mix: rare (to 0.1 %), middling (0.1 to 10 %), two words, rare phrases (two words that do follow
each other in some cutting), common (over 10 %) and common phrases.
"""
import json
import random
import re
import sys

WORDS_A_CUTTING = 330
SHARES = [("rare", 40), ("middling", 40), ("two-words", 40), ("rare-phrase", 40), ("common", 20), ("common-phrase", 10)]


def main():
    vocabulary, sample = sys.argv[1:3]
    rnd = random.Random(7)
    rare, middling, common = [], [], []
    for line in open(vocabulary, encoding="utf-8"):
        rank, word, probability = line.split("\t")
        share = 1 - (1 - float(probability)) ** WORDS_A_CUTTING
        (rare if share < 0.001 else middling if share < 0.1 else common).append(word)
    followers, rare_phrases, common_phrases = set(common), set(), set()
    rare_words = set(rare)
    for line in open(sample, encoding="utf-8"):
        for paragraph in json.loads(line)["body"]:
            words = re.findall(r"[a-z]+", paragraph.lower())
            for first, second in zip(words, words[1:]):
                if first in rare_words or second in rare_words:
                    rare_phrases.add((first, second))
                elif first in followers and second in followers:
                    common_phrases.add((first, second))
    rare_phrases, common_phrases = sorted(rare_phrases), sorted(common_phrases)
    draw = {
        "rare": lambda: rnd.choice(rare),
        "middling": lambda: rnd.choice(middling),
        "two-words": lambda: rnd.choice(middling) + " " + rnd.choice(middling),
        "rare-phrase": lambda: '"%s %s"' % rnd.choice(rare_phrases),
        "common": lambda: rnd.choice(common),
        "common-phrase": lambda: '"%s %s"' % rnd.choice(common_phrases),
    }
    for kind, count in SHARES:
        for _ in range(count):
            print("%s\t%s" % (kind, draw[kind]()))


main()
