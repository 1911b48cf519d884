# SPDX-License-Identifier: Apache-2.0
"""Nouns that are counted in reports of local government, longest phrase first.

Source: the units and indicators of DOMAIN 1.2 and 1.6, QĐ 05/2023/QĐ-TTg group names, and the house's own reading of
the genre; an entry is a noun phrase that stands directly behind a number. Not here: money, percentages, measures.
"""

from __future__ import annotations

# People
_PEOPLE = """
người | người dân | người lao động | lao động | nhân khẩu | khẩu | dân | đảng viên | đảng viên mới | cán bộ
công chức | viên chức | cán bộ, công chức | cán bộ, công chức, viên chức | học sinh | sinh viên | học viên | giáo viên
trẻ | trẻ em | trẻ mồ côi | cháu | em | hội viên | đoàn viên | thanh niên | phụ nữ | cựu chiến binh | nông dân
công nhân | chiến sĩ | tân binh | thương binh | bệnh nhân | ca | ca mắc | ca nhiễm | đối tượng | bị can | bị cáo
nghi can | nạn nhân | đồng chí | đại biểu | cử tri | quần chúng | quần chúng ưu tú | bác sĩ | y sĩ | điều dưỡng
nhân viên | chuyên gia | tình nguyện viên | khách | du khách | lượt khách | lượt du khách | lượt người | lượt
lượt khám | lượt bệnh nhân | lượt đảng viên | lượt cán bộ | lượt ý kiến | lãnh đạo | cấp ủy viên | ủy viên
đại biểu hđnd | tiến sĩ | thạc sĩ | giảng viên | nghiên cứu sinh
người chết | người bị thương | người cao tuổi | người khuyết tật | người nghèo | người có công
người hưởng
"""
# Households, organisations, places
_BODIES = """
hộ | hộ dân | hộ nghèo | hộ cận nghèo | hộ gia đình | hộ kinh doanh | gia đình | gia đình chính sách | cơ sở
cơ sở kinh doanh | doanh nghiệp | doanh nghiệp mới | hợp tác xã | tổ hợp tác | công ty | trang trại | đơn vị
đơn vị hành chính | cơ quan | tổ chức | tổ chức đảng | tổ chức cơ sở đảng | chi bộ | đảng bộ | chi, đảng bộ
đảng bộ cơ sở | chi bộ trực thuộc | chi đoàn | chi hội | tập thể | cá nhân | tổ | tổ dân phố | khu phố | ấp | thôn
bản | làng | xóm | buôn | phường | xã | thị trấn | thị xã | huyện | quận | tỉnh | thành phố | xã, phường | phường, xã
xã, thị trấn | xã, phường, thị trấn | đặc khu | địa phương | địa bàn | đơn vị cấp xã | sở, ngành | phòng, ban | bộ
trường | trường học | lớp | phòng học | trạm y tế | bệnh viện | giường | giường bệnh | chợ | siêu thị
quốc gia | quốc gia và vùng lãnh thổ | quốc gia, vùng lãnh thổ
khu công nghiệp | cụm công nghiệp | khu dân cư | điểm trường | câu lạc bộ | mô hình | tổ công nghệ số cộng đồng
ban chỉ đạo | phòng | sở | ban | điểm nóng | tụ điểm | điểm | xã nông thôn mới | vùng | khu | đơn vị sự nghiệp
đơn vị sự nghiệp công lập | phòng, đơn vị | đơn vị trực thuộc | trung tâm | văn phòng | chi cục | trụ sở | nhà | căn
căn nhà | căn hộ | ngôi nhà | nhà tình thương | nhà tình nghĩa | nhà văn hóa | nhà ở | nhà xưởng | không gian
không gian văn hóa | di tích | nhóm hộ | thư viện
"""
# Acts, things, works
_THINGS = """
chỉ tiêu | chỉ tiêu chủ yếu | tiêu chí | nhóm chỉ tiêu | nội dung | nhiệm vụ | nhóm nhiệm vụ | giải pháp
nhóm giải pháp | chương trình | đề án | kế hoạch | chương trình hành động | nghị quyết | quyết định | văn bản
kết luận | chỉ thị | thông báo | hồ sơ | hồ sơ trễ hạn | thủ tục | thủ tục hành chính | tthc | dịch vụ công | đơn
đơn thư | đơn khiếu nại | đơn tố cáo | vụ | vụ việc | vụ án | vụ vi phạm | vụ tai nạn | vụ tai nạn giao thông
vụ phạm pháp hình sự | vụ cháy | vụ nổ | chuyên án
trường hợp | trường hợp vi phạm | cuộc | cuộc kiểm tra | cuộc giám sát
cuộc thanh tra | cuộc họp | hội nghị | buổi | lớp tập huấn | đợt | phiên | phiên họp | lần | ý kiến | kiến nghị
phản ánh | tin | tin báo | bài | bản tin | lượt truy cập | sản phẩm | sản phẩm ocop | thương hiệu | sáng kiến | đề tài
giấy phép | giấy chứng nhận | giấy | hợp đồng | gói thầu | dự án | dự án đầu tư | công trình | công trình, dự án
công trình vi phạm | hạng mục | tuyến | tuyến đường | tuyến hẻm | con đường | đoạn | cây cầu | cầu | hẻm | hồ chứa
hồ | trạm | trạm bơm | giếng | bãi | điểm sạt lở | thửa | thửa đất | lô | lô đất | vị trí | khu đất | căn cước | thẻ
thẻ bhyt | tài khoản | suất | suất quà | phần quà | phần | học bổng | bằng khen | giấy khen | con | con bò | con lợn
đàn | cây | cây xanh | chiếc | cái | xe | phương tiện | ô tô
mô tô | xe máy | tàu | tàu cá | thiết bị | máy | bộ | camera
bể | thùng | bao | chai | giải | huy chương | danh hiệu | biên chế | vị trí việc làm | chức danh | đầu mối | đầu việc
cấp | khâu | bước | mặt | nghề | sổ | quyển | bản | lỗi | sai phạm | vi phạm | tội phạm | băng
băng nhóm | băng, nhóm | ổ nhóm | quy hoạch | đồ án | tờ trình | dự thảo
dự thảo văn bản | vi bằng | nhà máy | án | bản án
việc | vật | mẫu | điểm du lịch | lượt phương tiện | chuyến | cơn | trận | tấn | mũi | liều | phiếu | phiếu bầu
phòng trọ | kiốt | sạp | gian hàng | mặt hàng | ngành | ngành nghề | lĩnh vực | nhóm | hình thức | bộ phận | tổ, đội
đội | điểm cầu | tiết mục | tác phẩm | cơ chế | chính sách | mục tiêu | đột phá | khâu đột phá | công việc | kênh
ứng dụng | dữ liệu | phần mềm | hệ thống | cụm | cửa hàng | quán | khách sạn | cơ sở lưu trú | thửa ruộng | lồng bè
vụ phá rừng | khoản | khoản nợ | quỹ | ngày công | giờ công | cuộc kiểm tra, giám sát | hộ sản xuất | pano
cổ phiếu | cổ phần | trái phiếu | tiểu đoàn | trung đoàn | đại đội | tiểu đội | trung đội | cửa khẩu
sự cố | nguồn thu | khoản thu
"""


#: All of them, as ``engine.words.one_of`` takes them.
COUNTED_PHRASES = "|".join((_PEOPLE, _BODIES, _THINGS)).replace("\n", "|")


def _by_first_word(phrases: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word → the phrases that begin with it, longest first."""
    table: dict[str, set[tuple[str, ...]]] = {}
    for phrase in phrases.split("|"):
        words = tuple(phrase.replace(",", " ,").split())
        if words:
            table.setdefault(words[0], set()).add(words)
    return {first: tuple(sorted(found, key=lambda words: (-len(words), words))) for first, found in table.items()}


#: First word → phrases (tuples of words; a comma is a word of its own), longest first.
COUNTED: dict[str, tuple[tuple[str, ...], ...]] = _by_first_word(COUNTED_PHRASES)

#: Places and bodies that are named by a list behind the count ("2 phường Hiệp Phú và Phú Hữu") or give a scope.
PLACES = frozenset(
    "phường xã quận huyện tỉnh thị thành ấp thôn khu tổ địa đơn vùng bản làng xóm buôn cụm sở phòng ban trường".split()
)
