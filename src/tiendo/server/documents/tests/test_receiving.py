# SPDX-License-Identifier: Apache-2.0
"""Files come in whole or not at all, once per unit, and only from those who may."""

from __future__ import annotations

import os
import time
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from django.db import transaction

from tiendo.server.audit.models import Event
from tiendo.server.documents import services, storage
from tiendo.server.documents.models import Document
from tiendo.server.documents.services import receive_file, sweep_files
from tiendo.server.documents.signals import document_received
from tiendo.server.documents.tests.cast import REPORT, receive
from tiendo.server.support.refusals import NotForYou, Refusal

DAY_S = 86_400


def stored(files: Path) -> list[Path]:
    return [path for path in files.rglob("*") if path.is_file()]


def hand_in(cast, data: bytes, name: str, who: str = "specialist"):
    return receive_file(BytesIO(data), name=name, unit_id=cast.ward.pk, scope=cast.scope(who))


def test_a_file_lies_under_its_hash_and_the_act_is_recorded(cast, files):
    document = receive(cast)
    assert storage.path_of(document.sha256).read_text("utf-8") == REPORT
    assert stored(files) == [storage.path_of(document.sha256)]
    event = Event.objects.get(subject=f"document:{document.pk}", verb="documents.receive")
    assert (event.user_name, event.unit_id) == ("Trần Thị Hoa", cast.ward.pk)


def test_the_apps_above_are_told_once_per_document(cast):
    told = []

    def listen(**news):
        told.append(news["document_id"])

    document_received.connect(listen)
    try:
        document = receive(cast)
        receive(cast)
    finally:
        document_received.disconnect(listen)
    assert told == [document.pk]


def test_the_same_file_again_leads_to_the_first_whatever_it_is_called_and_whoever_brings_it(cast, files):
    first = receive(cast)
    events = Event.objects.count()
    again = hand_in(cast, REPORT.encode(), "ban-sao.txt", "colleague")
    assert (again.document_id, again.is_duplicate) == (first.pk, True)
    assert (Document.objects.count(), Event.objects.count(), len(stored(files))) == (1, events, 1)


def test_the_same_file_of_another_unit_is_another_document_over_the_same_bytes(cast, files):
    first = receive(cast)
    scope = cast.scope("outsider")
    other = receive_file(BytesIO(REPORT.encode()), name="a.txt", unit_id=cast.neighbour.pk, scope=scope)
    assert (other.is_duplicate, other.document_id != first.pk, len(stored(files))) == (False, True, 1)


@pytest.mark.parametrize("who", ["reader", "outsider"])
def test_who_may_not_hand_in_is_told_nothing_and_leaves_nothing(cast, files, who):
    with pytest.raises(NotForYou):
        receive(cast, who=who)
    assert not Document.objects.exists()
    assert not files.exists()


def packed(**parts: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("a.txt", b"", "rỗng"),
        ("a.docx", b"\0\0 \n", "rỗng"),
        ("chuong-trinh.docx", b"MZ\x90\0" + bytes(64), "chương trình"),
        ("virus.exe", b"MZ", "không đọc được"),
        ("khong-duoi", b"abc", "không đọc được"),
        ("anh.docx", b"\x89PNG\r\n\x1a\n...", "PNG"),
        ("nen.docx", packed(readme=b"x"), "ZIP"),
        ("hong.docx", b"PK\x03\x04" + b"x" * 50, "zip/Office"),
        ("khoa.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage\0".encode("utf-16-le"), "mật khẩu"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence_and_leaves_nothing(cast, files, name, data, word):
    with pytest.raises(Refusal) as refused:
        hand_in(cast, data, name)
    assert word in str(refused.value.sentence)
    assert not Document.objects.exists()
    assert not stored(files) if files.exists() else True


def test_a_file_above_the_limit_is_refused_as_soon_as_the_limit_is_passed(cast, files, settings):
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, upload_limit_mb=1)
    asked = []

    class Endless:
        def read(self, size):
            asked.append(size)
            return b"x" * size

    with pytest.raises(Refusal) as refused:
        receive_file(Endless(), name="a.txt", unit_id=cast.ward.pk, scope=cast.scope("specialist"))
    assert refused.value.status == 413
    assert "1 MB" in str(refused.value.sentence)
    assert (stored(files), len(asked)) == ([], 2)


def test_a_crash_between_the_move_and_the_commit_leaves_a_file_that_is_swept_later_and_can_be_handed_in_again(
    cast, files, monkeypatch
):
    def crash(*_args, **_kwargs):
        raise KeyboardInterrupt  # nothing of the program may catch it, as nothing catches kill -9

    monkeypatch.setattr(services, "record", crash)
    with pytest.raises(KeyboardInterrupt):
        receive(cast)
    monkeypatch.undo()
    assert not Document.objects.exists()
    (left,) = stored(files)
    assert sweep_files() == 0
    os.utime(left, (time.time() - 2 * DAY_S,) * 2)
    document = receive(cast)  # the bytes are renewed: no sweep takes them for old
    assert (sweep_files(), storage.path_of(document.sha256)) == (0, left)


def test_the_sweep_takes_what_nobody_refers_to_and_only_that(cast, files):
    kept = storage.path_of(receive(cast).sha256)
    orphan = storage.put_in_place(storage.take_in([b"orphan"], 100))
    broken_off = storage.take_in([b"half"], 100).path
    young = storage.take_in([b"still coming"], 100).path
    for path in (kept, orphan, broken_off):
        os.utime(path, (time.time() - 2 * DAY_S,) * 2)
    assert sweep_files() == 2
    assert sorted(stored(files)) == sorted([kept, young])


def test_a_document_whose_bytes_a_sweep_has_just_taken_is_not_written(cast, monkeypatch):
    taken = storage.put_in_place

    def take_away(incoming):
        taken(incoming).unlink()

    monkeypatch.setattr(storage, "put_in_place", take_away)
    with pytest.raises(Refusal) as refused:
        receive(cast)
    assert refused.value.status == 409
    assert not Document.objects.exists()


def test_a_failing_receiver_undoes_the_document(cast):
    def fail(**_news):
        raise RuntimeError("no queue")

    document_received.connect(fail)
    try:
        with pytest.raises(RuntimeError), transaction.atomic():
            receive(cast)
    finally:
        document_received.disconnect(fail)
    assert not Document.objects.exists()
    assert not Event.objects.exists()
