# SPDX-License-Identifier: Apache-2.0
"""Who takes part in the tests of documents and of the review desk: a city with two communes, and people of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from io import BytesIO

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tiendo.kernel.findings import Reading
from tiendo.read import read_file
from tiendo.server.accounts.data import Role, Scope
from tiendo.server.accounts.models import Grant, User
from tiendo.server.accounts.queries import get_scope
from tiendo.server.documents.models import Document
from tiendo.server.documents.services import prepare_content, receive_file, store_contents
from tiendo.server.units.models import LoadedPack, Unit, UnitBelow, UnitVersion

REPORT = """ỦY BAN NHÂN DÂN QUẬN 9
Số: 214/BC-UBND

BÁO CÁO
Kết quả thực hiện chỉ tiêu 9 tháng đầu năm 2020

Trong 15 chỉ tiêu chủ yếu năm 2020, có 2 chỉ tiêu hoàn thành; 7 chỉ tiêu đảm bảo tiến độ; 5 chỉ tiêu hoàn thành \
một phần.

Tổng thu ngân sách nhà nước 9 tháng năm 2020 đạt 1.390,9 tỷ đồng, bằng 26,7% dự toán năm (5.208 tỷ đồng).

Thực hiện Nghị quyết số 98/2023/QH15, vốn đầu tư công giải ngân 9 tháng năm 2020 là 402,5 tỷ đồng.

Ủy ban nhân dân quận giao Phòng Quản lý đô thị kiểm tra các tuyến đường, báo cáo kết quả trước ngày 30/10/2020.
"""


@dataclass(frozen=True)
class Cast:
    city: Unit
    ward: Unit
    neighbour: Unit
    specialist: User
    colleague: User
    reader: User
    outsider: User
    office: User

    def scope(self, who: str) -> Scope:
        return get_scope(getattr(self, who))


def make_cast() -> Cast:
    """A specialist, a colleague and a reader of the ward; an outsider of the ward beside it; the office of the city."""
    city = _unit("city", "Thành phố Hồ Chí Minh", "province", None)
    ward = _unit("ward", "Quận 9", "district", city)
    neighbour = _unit("neighbour", "Quận 3", "district", city)
    return Cast(
        city,
        ward,
        neighbour,
        _person("hoa", "Trần Thị Hoa", Role.SPECIALIST, ward),
        _person("binh", "Lê Văn Bình", Role.SPECIALIST, ward),
        _person("an", "Nguyễn Thị An", Role.READER, ward),
        _person("la", "Phạm Văn Lạ", Role.OFFICE, neighbour),
        _person("van", "Đỗ Thị Văn", Role.OFFICE, city),
    )


def _unit(origin: str, name: str, level: str, parent: Unit | None) -> Unit:
    pack, _ = LoadedPack.objects.get_or_create(code="test", defaults={"loaded_at": timezone.now()})
    unit = Unit.objects.create(origin=f"test:{origin}")
    UnitVersion.objects.create(pack=pack, unit=unit, code=origin, name=name, level=level, parent=parent)
    UnitBelow.objects.create(above=unit, below=unit)
    if parent is not None:
        UnitBelow.objects.create(above=parent, below=unit)
    return unit


def _person(username: str, full_name: str, role: Role, unit: Unit) -> User:
    user = User.objects.create_user(username, full_name=full_name)
    Grant.objects.create(user=user, role=role, unit=unit, valid_from=date(2020, 1, 1))
    return user


def receive(cast: Cast, text: str = REPORT, name: str = "bao-cao-214.txt", who: str = "specialist") -> Document:
    """A document of the ward, handed in and not yet read."""
    receipt = receive_file(BytesIO(text.encode()), name=name, unit_id=cast.ward.pk, scope=cast.scope(who))
    return Document.objects.get(pk=receipt.document_id)


def read_in(document: Document, text: str = REPORT) -> Reading:
    """Stores what the reader finds in a text as the content of a document; the findings are not of this app."""
    reading = read_file(document.original_name, data=text.encode())
    read = prepare_content(document.pk, reading, findings=len(reading.measurements), problems=0, version="test")
    store_contents([read], scope=Scope.system("test"))
    document.refresh_from_db()
    return reading


def count_queries(client: Client, address: str) -> int:
    """How often a page asks the database."""
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)
