# SPDX-License-Identifier: Apache-2.0
"""Scores the reader and the number audit on the annotated texts, against the bars of this project (`make score`).

Here: which files are read, which bars hold, one summary. Not here: how a score is counted (scripts beside the texts).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

BUILD = Path("build/score")
OWN = Path("tests/reading")
TIENDO = Path(sys.executable).with_name("tiendo")

#: The least that each score may be; false_alarms is the most.
TEXT_BARS = {
    "measurement_f1": 0.97,
    "unit": 0.97,
    "value2": 0.97,
    "kind": 0.93,
    "approx": 0.95,
    "comparison": 0.93,
    "period": 0.90,
    "subject": 0.85,
    "claim_recall": 0.95,
    "consistent": 1,
    "false_alarms": 0,
    "directive_f1": 0.80,
    "citation_f1": 0.97,
    "person_f1": 0.90,
}
CELL_BARS = {"recall": 0.98, "precision": 0.97, "kind": 0.93}
MUTATIONS_RIGHT = 0.96  # 48 of 50
CRASHED = 2  # tiendo check: 0 nothing found, 1 an error in the figures, from 2 on something went wrong


def run_tiendo(command: str, files: Iterable[Path], name: str) -> Path:
    """Run `tiendo read` or `tiendo check` on files; the JSON goes to ``build/score/NAME.json``."""
    paths = [str(path) for path in files]
    print(f"… tiendo {command}: {len(paths)} files", file=sys.stderr, flush=True)
    target = BUILD / f"{name}.json"
    with target.open("w", encoding="utf-8") as out:
        done = subprocess.run([TIENDO, command, "--format", "json", *paths], stdout=out, check=False)
    if done.returncode >= CRASHED or (command == "read" and done.returncode):
        raise SystemExit(f"tiendo {command} ended with status {done.returncode}.")
    return target


def score_texts(folder: Path, errors: list[str]) -> bool:
    """Running text: measurements, claims, directives, citations, people."""
    predictions = run_tiendo("read", sorted((folder / "dev/texts").glob("*.txt")), "texts")
    bars = [f"--min={name}={bar}" for name, bar in TEXT_BARS.items()]
    where = ["--gold", str(folder / "dev/gold"), "--texts", str(folder / "dev/texts")]
    command = [sys.executable, str(folder / "score.py"), *where, *bars, *errors, str(predictions)]
    return not subprocess.run(command, check=False).returncode


def score_own(folder: Path, errors: list[str]) -> bool:
    """The texts of this project: reported with the same scorer, without bars (tests/reading holds floors)."""
    predictions = run_tiendo("read", sorted((OWN / "texts").glob("*.txt")), "own")
    where = ["--gold", str(OWN / "gold"), "--texts", str(OWN / "texts")]
    command = [sys.executable, str(folder / "score.py"), *where, *errors, str(predictions)]
    return not subprocess.run(command, check=False).returncode


def score_cells(folder: Path, errors: list[str]) -> bool:
    """Cells of tables, and that nothing is read from page furniture."""
    documents = sorted(path for path in (folder / "dev/documents").iterdir() if path.is_file())
    predictions = run_tiendo("read", documents, "documents")
    gold = sorted((folder / "dev/documents/gold").glob("*.json"))
    bars = [f"--min-{name}={bar}" for name, bar in CELL_BARS.items()]
    with predictions.open(encoding="utf-8") as given:
        status = subprocess.run(
            [sys.executable, folder / "score_cells.py", *bars, *errors, *gold], stdin=given, check=False
        ).returncode
    read = {Path(d["path"]).stem: d for d in json.loads(predictions.read_text("utf-8"))["documents"]}
    furniture = [
        (path.stem, words)
        for path in gold
        for words in json.loads(path.read_text("utf-8")).get("furniture", [])
        if any(words in text for text in _strings(read.get(path.stem, {})))
    ]
    print(f"furniture: {len(furniture)} read" + "".join(f"; {name}: {words}" for name, words in furniture))
    return not status and not furniture


def _strings(value: object) -> Iterator[str]:
    """Every text inside a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def score_planted(folder: Path, _: list[str]) -> bool:
    """The errors planted in tables are reported, and no other cell is called wrong."""
    gold = {path.stem: json.loads(path.read_text("utf-8")) for path in (folder / "dev/documents/gold").glob("*.json")}
    planted = {
        name: rows
        for name, content in sorted(gold.items())
        if (rows := [c["quote"].split(" | ")[0] for c in content["claims"] if not c["consistent"] and c.get("cells")])
    }
    documents = sorted(path for path in (folder / "dev/documents").iterdir() if path.is_file())
    checked = json.loads(run_tiendo("check", documents, "documents-problems").read_text("utf-8"))
    problems = {Path(d["path"]).stem: d["problems"] for d in checked["documents"]}
    good = True
    for name, rows in planted.items():
        severe = [p for p in problems.get(name, []) if p["severity"] != "notice"]
        for row in rows:
            found = any(row.casefold() in p["quote"].casefold() for p in severe)
            good &= found
            print(f"planted: {name} «{row}» {'found' if found else 'MISSED'}")
    for name, found_here in problems.items():
        for p in found_here:
            if p["severity"] == "error" and not any(
                r.casefold() in p["quote"].casefold() for r in planted.get(name, [])
            ):
                print(f"planted: {name} also reported «{p['quote']}»: {p['message_en']}")
    return good


def score_mutations(folder: Path, _: list[str]) -> bool:
    """One figure changed in a text: reported exactly when it cannot be."""
    changed = BUILD / "mutations"
    scorer = folder / "score_mutations.py"
    subprocess.run([sys.executable, scorer, "write", changed], check=True, stdout=subprocess.DEVNULL)
    problems = run_tiendo("check", sorted(changed.glob("*.txt")), "mutations")
    done = subprocess.run([sys.executable, scorer, "score", f"--min={MUTATIONS_RIGHT}", problems], check=False)
    return not done.returncode


def main() -> int:
    """Run all parts, print one line per part at the end; 1 when a bar is missed, 0 when the texts are not here."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="the annotated texts (score.py, dev/ …)")
    parser.add_argument("--errors", action="store_true", help="list what was missed and what was wrongly found")
    args = parser.parse_args()
    if not (args.folder / "score.py").is_file():
        print(f"No annotated texts in {args.folder}: nothing was scored. Name their folder with make score EVAL=…")
        return 0
    BUILD.mkdir(parents=True, exist_ok=True)
    errors = ["--errors"] if args.errors else []
    parts: dict[str, Callable[[Path, list[str]], bool]] = {
        "texts": score_texts,
        "own texts": score_own,
        "tables": score_cells,
        "planted errors": score_planted,
        "mutations": score_mutations,
    }
    results: dict[str, bool] = {}
    for name, part in parts.items():
        print(f"== {name}", flush=True)
        results[name] = part(args.folder, errors)
    print("== summary")
    for name, reached in results.items():
        print(f"{name:15} {'all bars reached' if reached else 'BELOW A BAR'}")
    return 0 if all(results.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
