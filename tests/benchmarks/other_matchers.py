"""Other matching programs on the same task, run by `matchers_compared.py` in an environment of their own.

`python other_matchers.py NAME` reads JSON, `{"texts", "learn", "same", "apart"}`, where `same` and `apart`
are pairs of places in `learn`, and writes JSON, `{"seconds", "processor seconds", "MB", "pairs"}`, a pair
being `[i, j, score]`. Every program gets the words of a text with its numbers written in one way, and may use
all processors; those that have to be told what to block on are told the rarest words.
"""

import contextlib
import io
import json
import os
import re
import resource
import sys
import time
from collections import Counter
from itertools import combinations

Pairs = list[tuple[int, int, float]]
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
PERMUTATIONS, LIKE_ENOUGH = 128, 0.4
ROWS_AT_A_TIME, LEAST_RATIO = 500, 60
RAREST = 4


def normalised(text: str) -> str:
    """Return a text in lower case, its numbers without commas, its punctuation gone."""
    plain = NUMBER.sub(lambda found: found.group().replace(",", ""), text.lower())
    return " ".join(re.findall(r"[\w.%$]+", plain)).rstrip(".")


def brute_force(task: dict[str, list]) -> Pairs:
    """Compare every text with every other by rapidfuzz, words sorted."""
    from rapidfuzz import fuzz, process

    texts = [" ".join(sorted(normalised(text).split())) for text in task["texts"]]
    pairs = []
    for first in range(0, len(texts), ROWS_AT_A_TIME):
        scores = process.cdist(
            texts[first : first + ROWS_AT_A_TIME],
            texts[first:],
            scorer=fuzz.ratio,
            score_cutoff=LEAST_RATIO,
            workers=-1,
        )
        rows, columns = scores.nonzero()
        pairs += [
            (first + i, first + j, float(scores[i, j]))
            for i, j in zip(rows.tolist(), columns.tolist(), strict=True)
            if i < j
        ]
    return pairs


def minhash(task: dict[str, list]) -> Pairs:
    """Compare the texts that fall together in a MinHash LSH of datasketch, by their estimated likeness."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=LIKE_ENOUGH, num_perm=PERMUTATIONS)
    words = [{word.encode() for word in normalised(text).split()} for text in task["texts"]]
    hashes = MinHash.bulk(words, num_perm=PERMUTATIONS)
    pairs = []
    for place, hashed in enumerate(hashes):
        pairs += [(other, place, float(hashes[other].jaccard(hashed))) for other in index.query(hashed)]
        index.insert(place, hashed)
    return pairs


def probabilistic(task: dict[str, list]) -> Pairs:
    """Link the records by splink on DuckDB: blocked on rare words, learned without labels."""
    import pyarrow
    import splink.comparison_library as by
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    records = [record(place, text) for place, text in enumerate(with_rarest(task["texts"]))]
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            by.ExactMatch("numbers"),
            by.ArrayIntersectAtSizes("words", [10, 8, 6, 4, 2]),
            by.ArrayIntersectAtSizes("rarest", [3, 2, 1]),
            by.JaroWinklerAtThresholds("text", [0.9, 0.8, 0.7]),
        ],
        blocking_rules_to_generate_predictions=[block_on("rarest", arrays_to_explode=["rarest"])],
        retain_matching_columns=False,
    )
    linker = Linker(DuckDBAPI().register(pyarrow.Table.from_pylist(records)), settings, log_level=None)
    linker.training.estimate_probability_two_random_records_match([block_on("numbers")], recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("numbers"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("first_word"))
    found = linker.inference.predict(threshold_match_probability=0.01).as_pyarrow_table().to_pydict()
    return list(zip(found["unique_id_l"], found["unique_id_r"], found["match_weight"], strict=True))


def with_rarest(texts: list[str]) -> list[tuple[str, list[str]]]:
    """Return each text normalised, and its rarest words."""
    plain = [normalised(text) for text in texts]
    held = Counter(word for text in plain for word in set(text.split()))
    return [(text, sorted(set(text.split()), key=lambda word: (held[word], word))[:RAREST]) for text in plain]


def record(place: int, read: tuple[str, list[str]]) -> dict[str, object]:
    """Return a text as a record with a few columns."""
    text, rarest = read
    return {
        "unique_id": place,
        "text": text,
        "numbers": " ".join(sorted(NUMBER.findall(text))),
        "words": sorted(set(text.split())),
        "rarest": rarest,
        "first_word": rarest[0] if rarest else "",
    }


def learned(task: dict[str, list]) -> Pairs:
    """Link the records by dedupe, which learns from labelled pairs what to block on and what to weigh."""
    import dedupe
    from dedupe import serializer, variables

    def records(texts: list[str]) -> dict[int, dict[str, object]]:
        return {
            place: {"text": made["text"], "numbers": made["numbers"] or None, "words": tuple(made["words"])}
            for place, made in enumerate(record(at, read) for at, read in enumerate(with_rarest(texts)))
        }

    fields = [variables.Text("text"), variables.String("numbers", has_missing=True), variables.Set("words")]
    learner = dedupe.Dedupe(fields, num_cores=os.cpu_count(), in_memory=True)
    known = records(task["learn"])
    labelled = {
        "match": [(known[i], known[j]) for i, j in task["same"]],
        "distinct": [(known[i], known[j]) for i, j in task["apart"]],
    }
    training = io.StringIO()
    serializer.write_training(labelled, training)
    training.seek(0)
    learner.prepare_training(known, training_file=training)
    learner.train(recall=0.95)
    clusters = learner.partition(records(task["texts"]), threshold=0.3)
    return [
        (int(i), int(j), float(min(first, second)))
        for members, scores in clusters
        for (i, first), (j, second) in combinations(sorted(zip(members, scores, strict=True)), 2)
    ]


PROGRAMS = {"cdist": brute_force, "datasketch": minhash, "splink": probabilistic, "dedupe": learned}


def main() -> None:
    """Do what is asked on standard input; what a program says on the way goes to standard error."""
    task = json.load(sys.stdin)
    started, said = time.perf_counter(), io.StringIO()
    with contextlib.redirect_stdout(said):
        pairs = PROGRAMS[sys.argv[1]](task)
    taken = time.perf_counter() - started
    own, helpers = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    used = sum(one.ru_utime + one.ru_stime for one in (own, helpers))
    largest = max(one.ru_maxrss for one in (own, helpers)) / 1024
    json.dump({"seconds": taken, "processor seconds": used, "MB": largest, "pairs": pairs}, sys.stdout)


if __name__ == "__main__":
    main()
