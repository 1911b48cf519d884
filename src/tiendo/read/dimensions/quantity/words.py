# SPDX-License-Identifier: Apache-2.0
"""The words of units: scales, currencies, measures, what something is counted per.

Source: units of DOMAIN 1.2, legal units of measurement (NĐ 86/2012/NĐ-CP) and the house's own reading of the genre.
"""

from __future__ import annotations

from decimal import Decimal

#: Words that multiply the number.
SCALES = {
    "chục": Decimal(10),
    "trăm": Decimal(100),
    "nghìn": Decimal(1000),
    "ngàn": Decimal(1000),
    "vạn": Decimal(10000),
    "triệu": Decimal(10) ** 6,
    "tr": Decimal(10) ** 6,
    "tỷ": Decimal(10) ** 9,
    "tỉ": Decimal(10) ** 9,
}
#: Those that stay in the unit of money, and how it is written.
BIG = {"triệu": "triệu", "tr": "triệu", "tỷ": "tỷ", "tỉ": "tỷ"}

CURRENCIES = "đồng | vnđ | vnd | đ | usd | đô la mỹ | đô la | đôla | euro | eur | nhân dân tệ"
#: Other ways of writing a currency.
CURRENCY_NAMES = {"đ": "đồng", "vnđ": "đồng", "vnd": "đồng", "đôla": "đô la"}

MEASURES = """
km2 | km² | m2 | m² | m3 | m³ | hécta | hecta | héc ta | héc-ta | ha | mét vuông | mét khối
| km | ki lô mét | mét | m | cm | mm | hải lý
| tấn | tạ | yến | kg | gam | gram | lít
| kwh | kwp | mwp | mw | kw | kv | mva | gb | tb | mbps | lần
"""
#: What stands behind the stroke of "triệu đồng/người/năm", "vụ/10.000 dân".
PER = """
vạn dân | nghìn dân | ngàn dân | dân | người dân | người | hộ | đầu người
| trẻ | học sinh | lao động | đảng viên | cán bộ
| hécta | ha | sào | km2 | km | m2 | m3 | kg | tạ | tấn | lít | kwh
| năm | tháng | ngày | đêm | giờ | vụ | lượt | lần
| đơn vị | xã | giường | con | suất | căn | ngôi nhà | vốn
"""
#: Words that may stand behind a number without being what is counted.
NOT_COUNTED = frozenset(
    """và so với trong của là được đã đang sẽ có không để thì mà nên vì do tại ở trên dưới từ đến đạt tăng giảm
    bằng chiếm còn cũng này đó kia ấy nay trở gồm bao như theo hoặc hay nhưng về cho bởi vào ra lên xuống rồi
    nữa khi nếu tuy song tức tương các những một hai ba lần năm tháng ngày tuần giờ phút giây tuổi quý thế thập
    đ k g h x thuộc nhằm qua tới sau trước nằm cùng đều vẫn phải cần chưa hơn gần thu tiếp thực hoàn triển phát
    xây đề yêu nhận gửi họp diễn bắt khai kết ngay lại chứ nào đâu đi làm nói xin mời đầu cuối giữa bình chỉ
    riêng khoảng vượt đưa nhất nhì bị đồng""".split()
)
