# SPDX-License-Identifier: Apache-2.0
"""Family names by which a person's name is told from the name of a place or an office.

Here: data, compiled by hand for this project from names common in public life of all parts of the country; names of
the Kinh first, then of other peoples. Not here: given names (too many to list, and not needed).
"""

from __future__ import annotations

from typing import Final

#: Family names that hardly begin anything but a person's name.
SURNAMES: Final[frozenset[str]] = frozenset(
    (
        "Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Trương Lâm Mai Đào Đoàn Tô"
        " Cao Thái Tạ Hà Lưu Lương Châu Tôn Phùng Quách Tống Kiều Diệp Từ Đàm Mạc Chu Lã La Thân Bạch Nghiêm Tăng Mạch"
        " Triệu Vương Thạch Giang Ninh Khổng Doãn Nhữ Ngụy Lục Khuất Cù Lại Phí Đồng Nhan Ứng Viên Đậu Thiều Cung"
        " Tiêu Lều Lữ Ong Bành Văn Hứa Ngạc Biện Cấn Chử Đường Hàn Kha Khương Lạc Liêu Liễu Mẫn Nhâm Quan Sầm Sử"
        " Thi Thẩm Tào Trà Trì Uông Ưng Vi Vĩ Viêm Hạ Phương Quản Quang Tưởng Thang Trang Trưng Đới Đổng Đôn Giáp Giản"
        " Hầu Hình Hùng Kim Lạng Lạp Mã Man Mang Mâu Nhiếp Phù Tri Thôi Thới Thường Tiết Vưu Xa Đan Danh"
    ).split()
)

#: Family and clan names of other peoples (Tày, Nùng, Thái, Mường, Hmông, Dao, Khmer, Chăm, Ê Đê, Gia Rai, Ba Na,
#: Cơ Ho, Raglai, Cơ Tu, Xtiêng …); some of them are also Kinh.
SURNAMES_OF_PEOPLES: Final[frozenset[str]] = frozenset(
    (
        "Nông Bế Lò Quàng Lường Tòng Cà Lèo Cầm Bạc Điêu Hoàng Ma Ly Giàng Sùng Vàng Thào Mùa Lầu Vừ Hạng Lù Cứ Má Vù"
        " Hờ Tráng Chảo Phàn Tẩn Bàn Triệu Sơn Kiên Thạch Niê Ayun Byă Kpă Ksor Rơ Siu Rah Rmah Nay Kbuôr Mlô Êban Hmok"
        " Adrơng Kđăm Êñuôl Buôn Ja Alăng Zơrâm Bling Bh'riu Arất Pơloong Coor Tơngôl Chamaléa Pi Mấu Katơr Điểu Cil"
        " Liêng Kră Bon Touneh Ya Dơng Dagout Pang Rcom Rchom Nhăm Puih Ralan Lộc Lô Lang Ngân Cháng Lý Lồ Lừu Sèn Phà"
        " Pờ Lỳ Khoàng Chang Mào Hảng Và Lỷ Thèn Củng Ngải Xin Đèo Vì Bùi Quách Xa Hà Cụt Moong Lữ Khăm Viềng"
        " Y K A H Sô Jơ Đàng Báo Quảng Dụng Bá Lưu Hán Thổ Thiên Não Kinh Trượng Thông Lượng Ngư Từ Nại Miên"
    ).split()
)

#: Family names that as often begin the name of a place, an office or a thing: trusted with two words behind them.
DOUBTFUL: Final[frozenset[str]] = frozenset(
    (
        "Văn Hà Thái Lâm Cao Đồng Giang Ninh Kim Mai Châu Phú Đoàn Tô Sơn Vĩ Quang Phương Trung Thường Trang Đường Bạch"
        " Lạng Thạch Tăng Long Lộc Lương Quan Từ Tiêu Tri Kinh Quảng Thiên Thông Lang Bàn Điêu Ngân Hạ Viên Sơn Đan"
        " Trà Đông Thới Kiên Tân Sóc Hùng Danh Cung Phù Vàng Bá Báo Buôn Nay Và Pi Ya Mã Ma Cà Lang"
        " Sử Ứng Thi Trì Quản Giáp Giản Hầu Hình Man Mang Nại Miên Xin Y K A H Lô Sô La Lã Tào Thân Lò Lại"
    ).split()
)

#: Second words that mark a name: "Nguyễn Văn …", "Trần Thị …".
MIDDLE_NAMES: Final[frozenset[str]] = frozenset(
    (
        "Văn Thị Hữu Đức Ngọc Minh Thanh Quốc Xuân Đình Công Hoàng Quang Duy Anh Bá Bích Cảnh Chí Đăng Đắc Đại Diệu Gia"
        " Hải Hồng Hùng Huy Kim Khắc Khánh Mạnh Mỹ Nam Như Nhật Phú Phúc Phước Phương Quý Sỹ Tấn Thành Thái Thế Thiện"
        " Thu Thúy Thùy Tiến Trọng Trung Trường Tuấn Tường Viết Việt Vĩnh Ánh Ái Bảo Cao Hoài Hoa Huyền Kiều Lan Lệ"
        " Tuyết Tố Vân Yến Ý"
    ).split()
)

#: Persons after whom wards, communes, towns and districts are named, in lower case: behind a level they are a place.
#: Compiled by hand for this project from names of communes, wards and districts in use between 2004 and 2025.
PLACES_NAMED_AFTER_PEOPLE: Final[frozenset[str]] = frozenset(
    """
    hồ chí minh|hai bà trưng|võ thị sáu|phạm ngũ lão|nguyễn thái bình|nguyễn cư trinh|cô giang|trần hưng đạo
    |lê hồng phong|nguyễn trãi|nguyễn du|lê lợi|trần phú|ngô quyền|lý thường kiệt|hoàng văn thụ|hoàng diệu
    |phan đình phùng|phan chu trinh|phan bội châu|quang trung|đinh tiên hoàng|lê đại hành|lý thái tổ|trần quang khải
    |trần nhật duật|nguyễn văn cừ|lê duẩn|trường chinh|tôn đức thắng|nguyễn chí thanh|lương thế vinh|tô hiến thành
    |bùi thị xuân|nguyễn thị minh khai|trần quốc toản|nguyễn huệ|lê thánh tôn|lê thánh tông|ngô thì nhậm|đề thám
    |nguyễn khuyến|lê minh xuân|phạm văn cội|phạm văn hai|nguyễn văn linh|trần văn thời|trần hợi|trần phán
    |nguyễn phích|nguyễn việt khái|nguyễn huân|lý nhơn|lý văn lâm|tạ an khương|hồ thị kỷ|hồ đắc kiện|nguyễn văn trỗi
    |lê bình|lê chân|lương định của|lam sơn|hoàng hoa thám|nguyễn trung trực|trương định|thủ khoa huân|trần đăng ninh
    |trần nguyên hãn|trần tế xương|trần thành|lộc vượng|hạ lý|nguyễn úc|nguyễn úy|ngô mây|võ miếu|võ ninh|võ lao
    |vũ phúc|vũ ninh|vũ chính|lê mao|lê ninh|hà huy tập|phan rí cửa|phan thiết|đoàn kết|đoàn đào|đoàn thượng
    |phan thanh|phan hòa|phan hiệp|phan lâm|phan sơn|phan tiến|mai pha|mai dịch|mai động|mai hùng|mai lâm|mai đình
    |nguyễn nghiêm|trần văn ơn|trần lãm|bạch hạc|bạch đằng|bạch mai|cao thắng|cao xanh|cao thượng|dương đông
    |dương minh châu|phùng chí kiên|phùng hưng|đặng xá|đinh lập|đinh văn|lê lợi|hồ nam|hồ xuân hương|ngọc hà
    |ngô xá|nguyễn văn thảnh|nguyễn bá ngọc|lê văn tám|kim đồng|huỳnh thúc kháng|huỳnh hữu nghĩa|nguyễn bỉnh khiêm
    |nguyễn trường tộ|trần quang diệu|trần cao vân|bùi hữu nghĩa|an lạc|lái thiêu|lái hiếu|thới bình|thái hòa|thái thịnh
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
