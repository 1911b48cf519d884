# SPDX-License-Identifier: Apache-2.0
"""Sentences in which numbers stand side by side without one following from the other: nothing may be accused."""

from __future__ import annotations

import pytest

from tiendo.kernel.arithmetic import check
from tiendo.read.findings.claims.tests.measured import claims_of

QUIET = [
    "Ngoài trục Bắc Nam, đoạn qua xã dài 5 km, các tuyến mới gồm: tuyến A 4,7 km; tuyến B 5,9 km; tuyến C 9,6 km.",
    # a plan that is not told; another amount in the bracket; lines that hold more than one
    "Xã có 300 ngôi nhà xuống cấp; trong đó, đã xử lý 180 ngôi nhà (đạt 100%).",
    "Xã có 40 hồ sơ, chiếm 20% trong tổng số hồ sơ nhận trong tháng (giải quyết trước hạn 58 hồ sơ).",
    "Thu hoạch 433 nghìn tấn, tăng 2,6% (giá tăng 6,9 nghìn đồng).",
    "4 chỉ tiêu gồm:\n- Thu ngân sách; thu nhập\n- Đô thị hóa\n- Giảm nghèo",
    "Có 4 công trình, gồm: Trường Mỹ Lộc; trạm y tế An Khê; cầu Lộc Trì.",
    # another subject behind the comma
    "Thu ngân sách đạt 500 tỷ đồng, tổng thu toàn tỉnh tăng 12%.",
    "Trồng mới 5/7 ha rừng, tỷ lệ che phủ đạt 42%.",
    "Có 12/30 hộ được hỗ trợ, tỷ lệ hộ nghèo còn 2,5%.",
    "Trồng 73/70 ha ngô, tăng 12%.",
    # the lists of others, though the words between them are alike
    "Xảy ra 1.734 vụ, làm 708 người chết.\nTai nạn xảy ra 798 vụ, làm 378 người bị thương.\nVa chạm xảy ra 963 vụ.",
    # what a new unit has is the sum only of what was put together
    "Nhập 5,70 km2 của xã Tân An vào xã Tân Lộc có 18,73 km2.\nSau khi sắp xếp, huyện Hòa Bình có 424,43 km2.",
    # a status, not a share
    "Phường đã hoàn thành 13/20 chỉ tiêu; 6/20 chỉ tiêu hoàn thành trên 80%.",
    # a share of something that is not told
    "Hộ nghèo còn 171 hộ, giảm 67 hộ, tương ứng giảm 1,99%.",
    "Đã xây 12 nhà (100%) và sửa 8 nhà (80%).",
    "Chi tiền gửi là 115.043 tỷ đồng bằng 93% số dư tiền gửi.",
    # a part has its own plan
    "Tổng thu so với dự toán là 175.785 tỷ đồng đạt tỷ lệ 103,8%, trong đó thu nội địa là 156.998 tỷ đồng"
    " bằng 103,2% dự toán.",
    "Tổng vốn đầu tư toàn xã hội đạt 31.748 tỷ đồng, vượt 38,04%; thu ngân sách đạt hơn 3.200 tỷ đồng,"
    " đạt 89,3% chỉ tiêu năm.",
    # rates per year do not follow from two levels
    "Thu nhập tăng từ 46 triệu đồng năm 2020 lên 62 triệu đồng năm 2025, tăng bình quân 6%/năm.",
    # parts that share members, lists that are not complete
    "Đảng bộ có 556 đảng viên, trong đó 300 đảng viên nữ, 280 đảng viên trẻ.",
    "Toàn xã có 36 công trình, trong đó 10 công trình lấn chiếm kênh, 5 công trình sai phép.",
    "Phường có 13/20 khu phố đạt chuẩn, trong đó 5 khu phố đạt chuẩn nâng cao.",
    # mergers are no sums
    "Huyện Đông Lãm có 20 xã (thành 9 xã sau sắp xếp), huyện Lộc Trì (11 xã sẽ còn 5 xã).",
    # another year, another subject
    "Thu nội địa năm 2025 đạt 120 tỷ đồng; chi thường xuyên năm 2026 là 100 tỷ đồng, tăng 5% so với năm 2025.",
    # lists nobody can count
    "Ban hành 2 đề án (về thu gom, vận chuyển rác thải và xây dựng đô thị thông minh).",
    "Có 3 phường như Bình Minh, Tân Hòa đã hoàn thành.",
    # targets of which some are parts of others
    "Phường đạt 19/21 chỉ tiêu, trong đó 12 chỉ tiêu vượt; 02 chỉ tiêu chưa đạt.",
    "Xã có 18 chỉ tiêu đạt và vượt, trong đó 11 chỉ tiêu vượt; 2/20 chỉ tiêu chưa đạt.",
    "Tỉnh có 20/22 chỉ tiêu chủ yếu đạt và vượt kế hoạch, trong đó có 7 chỉ tiêu vượt kế hoạch.",
    "Có 24/24 chỉ tiêu đạt và vượt, trong đó thu ngân sách (vượt trên 31%), tăng trưởng (đạt 7,39%).",
    # figures that do not add up
    "Sản lượng đạt 169,8 nghìn tấn, trong đó lúa lần lượt là 343,3 nghìn tấn và 112 nghìn tấn.",
    "Thu nhập bình quân là 13,4 triệu đồng, trong đó vùng đồng bằng là 17,2 triệu đồng.",
    "Vùng đồi cao 1.000 m, trong đó cao nhất là đỉnh Mây 2.017 m.",
    "Mật độ dân số đạt 272 người/km². Trong đó thành thị có 587.800 người, chiếm 28,3%.",
    # what is counted beside a list is not of it
    "Toàn tỉnh có 485 trường, trong đó có 210 trường tiểu học, 275 trường phổ thông, ngoài ra có 236 trường mầm non.",
    "Thu 45.976 tỷ đồng, trong đó thu nội địa 34.323 tỷ đồng (không bao gồm 365 tỷ đồng ghi thu ghi chi).",
    "Đại hội bầu Đoàn Thư ký gồm 5 người và Ban Thẩm tra tư cách đại biểu gồm 13 người.",
    "Có 7 đơn vị hành chính cấp huyện, trong đó có 64 đơn vị hành chính cấp xã.",
    "Huyện Đông Lãm gồm 3 xã: Mỹ Đức, Phú Mỹ, Thuận Yên; huyện An Khê gồm 4 xã: Hòa An, An Thái, An Yên, Tây Yên.",
    "Thu 10.482 tỷ đồng; trong đó xuất khẩu 2.087 tỷ đồng, đến năm 2016 các con số là 33.000 tỷ đồng và 16.783 tỷ.",
    "Vay ưu đãi mới ở mức 300 triệu đồng, trong đó nhu cầu vay ngân hàng cần tới 1,6 tỷ đồng.",
    "Cây ăn quả đạt 15.381 ha, bao gồm nhãn (5.000 ha), vải (1.300 ha), chuối (2.500 ha) và cam, bưởi.",
    "Cá nhân có doanh thu trên 3 tỷ đồng, trong đó trường hợp trên 3 tỷ đồng đến 50 tỷ đồng nộp theo thu nhập.",
    "Tỉnh có 6 huyện: Thới Hòa, Cái Mây, Châu Phú, Duyên Hà, Ngọc Lâm, Trần Thới và thị xã Cà Mây.",
    # shares of another whole
    "Quốc hội phê chuẩn với 446/452 phiếu tán thành (chiếm 92,92%).",
    "Số giáo dân chiếm 1/3 dân số trong tỉnh (32,8%).",
    "Năm 2025 có 58/76 trạm y tế đạt chuẩn, 97% trạm y tế có bác sĩ.",
    "Đã làm rõ 57/60 vụ, đạt 95% (vượt 20% chỉ tiêu giao).",
    "Cơ cấu kinh tế là 66,8% - 22,4% - 2,6% - 8,2% (kế hoạch 63,7% - 25% - 3,2% - 8,1%).",
    "Đạt 19.546 tỷ đồng, tăng 2.301 tỷ đồng so đầu năm và tăng 21,7% so cùng kỳ.",
    "Viện trợ đạt 3,5 tỷ USD. Trong đó, 2 tỷ USD cấp sau chiến tranh, vượt xa mức 1,4 tỷ USD trước đó (40%).",
    "Có 450 đại biểu tham gia (95,14%), trong đó 448 đại biểu tán thành (94,71%).",
    "Bầu ông A với tỷ lệ 98,54% (tương ứng 473/473 đại biểu có mặt).",
    "Dân tộc có 1.328.725 người. Trong đó tại Lộc Trì có 482.485 người (54,8 % dân số).",
    # a bracket that has closed says nothing of the list behind it
    "Thu 11.580 tỷ đồng (cùng kỳ 10.482 tỷ đồng); trong đó: thu nội địa 11.080 tỷ đồng.",
    # ranges are no changes
    "Khoảng cách từ 200 m đến dưới 300 m: giảm 5% so với giá đất quy định.",
    "Tăng trưởng hằng năm là 2,7%. Dân số tăng từ 2,2 triệu người năm 1900 đến khoảng 22 triệu người.",
    "Hộ nghèo giảm từ 33% năm 2003 xuống 16% năm 2013, riêng nông nghiệp tăng 2,6%.",
    "Sản xuất tăng 8,71% (kế hoạch 9%), vốn đầu tư tăng 9,7% so cùng kỳ (kế hoạch 9,22%).",
    # formulas, amounts in two units
    "Thuế bậc 2: (17,35 triệu đồng - 10 triệu đồng) × 10% = 0,735 triệu đồng: 0,5 triệu đồng + 0,735 triệu đồng"
    " = 1,235 triệu đồng.",
    "Thu 34.641 quan 477 đồng, gồm 3.902 quan 556 đồng và 30.558 quan 921 đồng.",
    # taxes are left out of the shares; names behind the last one; a line that is broken inside a name
    "Cơ cấu kinh tế: nông nghiệp 44,81%; công nghiệp 14,48%; dịch vụ 38,68%.",
    "Hàm An về vùng xa của 2 huyện Đông Lãm và An Khê, Lộc Trì.",
    "Có 2 quận: Đông Lãm, Lộc Trì và 3 tổng: Hạ Nguồn, Trung Nguồn, Thượng Nguồn.",
    "Đợt mưa lũ tại 04 tỉnh: Đông Lãm, Lộc Trì, An\nKhê, Gia Hòa là lịch sử.",
    "Đảng ấy giữ bốn trong số 13 tỉnh: Đông Lãm, An Khê, Lộc Trì và Gia Hòa.",
    "Vùng đệm nằm trên 17 xã, gồm 9 xã vùng trong và 8 xã vùng ngoài.",
    # lists that name only what matters, or go on
    "Dự toán chi là 251.640 triệu đồng, đã bao gồm dự toán 238.421 triệu đồng chi thường xuyên và 3.015 triệu đồng"
    " chi cải cách tiền lương.",
    "Vốn tăng thêm 1.400 tỷ đồng, chủ yếu gồm chi phí xây dựng 398 tỷ đồng, chi phí bồi thường 667 tỷ đồng,"
    " chi phí dự phòng 304 tỷ đồng.",
    "Xử lý 1.024 vụ, bao gồm 356 vụ gây rối, 298 vụ trộm cắp, 165 vụ hủy hoại tài sản…; trong đó có 17 vụ lừa đảo.",
    "Xử lý 1.024 vụ, bao gồm 356 vụ gây rối, 298 vụ trộm cắp, 165 vụ hủy hoại tài sản, v.v.",
    # votes: who abstains is told nowhere
    "Có 473 đại biểu biểu quyết, gồm 465 đại biểu tán thành và 3 đại biểu không tán thành.",
    "Thu về 473 phiếu, trong đó 465 phiếu đồng ý, 3 phiếu không đồng ý.",
    # a share of another whole that is named
    "Quân khu điều 20 tiểu đoàn, trong đó 8 tiểu đoàn bộ binh, chiếm 41% lực lượng.",
    "Khu đô thị rộng 109,36 ha, trong đó đất ở thương mại là 13,9 ha (chiếm 17,4% diện tích quy hoạch).",
    "Giải ngân 3.483 tỷ đồng, trong đó xây lắp là 3.232 tỷ đồng (tương đương 46,5%).",
    "Xã có 412 hộ trồng chè, trong đó 96 hộ khá giả, chiếm 21% dân số của thôn Thượng.",
    # a change and two levels of something else
    "Tỷ lệ hộ nghèo có thể tăng thêm 0,22% nếu như thuế một số mặt hàng tăng từ 5% lên 10%.",
    "Với lợi nhuận vượt 46% kế hoạch, hợp tác xã đã nâng mức chia cổ tức năm 2025 từ 25% lên 40%.",
    "Doanh số giảm từ 9,8% còn 7,6%, trong khi doanh số xe, mặt hàng quan trọng của xã, giảm 11,6%.",
    "Giá nước tăng dần với mức khởi điểm là 1.500 đồng (mức giá của các xã hiện từ 1.500 đồng đến 2.000 đồng).",
    "So với 9 tháng đầu năm, chi thường xuyên đạt 5.248 tỷ đồng, lợi nhuận đạt 2.679 tỷ đồng, tăng 31%.",
    # ranges, rates, net amounts, amounts in other units
    "Học phí được đề xuất tăng 25-33%, khu vực phường từ 60.000 đồng tăng lên 80.000 đồng.",
    "Giá đất đạt 18 - 22 triệu đồng, tăng 80 - 90% so với mức 12 - 13 triệu đồng trước đó.",
    "Cho vay 30 triệu đồng với lãi suất 50 nghìn đồng/1 triệu đồng/ngày (tương đương 1.825%/năm).",
    "Mua ròng 151 triệu USD, trong đó mua ròng 154 triệu USD cổ phiếu và bán ròng 3 triệu USD trái phiếu.",
    "Mỗi bên giữ 50% trong tổng số 31 triệu đồng tương đương 155 tỷ đồng vốn góp.",
    "Sản lượng đạt 217.000 tấn (xã Mỹ Đức 150.000 tấn, xã An Khê 55.000 tấn, xã Lộc Trì 12 nghìn tấn).",
    "Thu nhập bình quân là 670 triệu đồng/năm, cao hơn 20% so với kế hoạch (46,53 triệu đồng/tháng).",
    "Dung tích các hồ đạt gần 119 triệu m3/194,49 triệu m3, đạt 61%.",
    "Lương cơ sở tăng thêm 100.000 đồng/tháng, từ mức 1,39 triệu đồng lên 1,49 triệu đồng.",
    "Thuế tăng hơn 20.000 tỷ đồng do tăng thuế xăng thêm 1.000 đồng/lít, từ 3.000 đồng lên 4.000 đồng/lít.",
    "Giảm giá 30% cho tất cả xe qua trạm, xe 4 chỗ từ 25.000 đồng mỗi lượt xuống còn 15.000 đồng.",
    "Đơn vị xin giảm hệ số với nhà đất 100 Đường Hòa Bình, Lộc Trì từ 1,5 xuống còn 1,3.",
    # what was exceeded is a level; what is not done has no share of the plan
    "Tỷ lệ có thẻ bảo hiểm y tế tăng từ 68,8% lên 81,7%, vượt chỉ tiêu 80% được giao.",
    "Vốn đã giao trong dự toán là 244.300 tỷ đồng, số chưa giao 115.700 tỷ đồng, bằng 67,9% kế hoạch.",
    "Đã có 100% trường tiểu học và 250 trường mầm non dạy học; chỉ còn 29 trường chưa trở lại.",
    # parts of another time, parts that are told twice, a rest in per cent
    "Tháng 3 thu gần 127.800 tỷ đồng. Trong đó, số thu nội địa cả quý I đạt 315.400 tỷ đồng.",
    "Cơ cấu đất gồm đất nông nghiệp chiếm 71,83%, đất phi nông nghiệp chiếm 28,17%, đất đô thị chiếm 5,81%.",
    "Tổng chi phí khoảng 350 tỷ đồng, bao gồm bờ kè 60 tỷ đồng, san lấp 100 tỷ đồng, 50% còn lại kêu gọi đầu tư.",
    # shares of different wholes; votes of those present and shares of all members
    "Số người đạt ở cơ sở là hơn 1.400 người (trên 92%), ở ngành hơn 1.230 người (trên 85%), ở tỉnh 1.226 người (91%).",
    "Điều 1 được biểu quyết với 443/448 đại biểu (chiếm 91,53%) tán thành.",
    "Có 10 chỉ tiêu không đạt kế hoạch (chi tiết các chỉ tiêu đạt và chưa đạt).",
    "Có 37.101 người kê khai, trong đó 37.096 người đúng hạn (chiếm 99,98%), 5 người trễ hạn (chiếm 0,02%).",
    # names and codes in brackets, numbers in words, a part whose unit is another's
    "Kênh bảo vệ 3 tuyến dân cư (ấp Vĩnh Hòa 1, Vĩnh Hòa 2, Vĩnh Tường 1).",
    "Có 10 tàu tìm kiếm gồm 3 tàu hải quân, 3 tàu biên phòng, một tàu cảnh sát biển và 3 tàu cứu hộ.",
    "Có 15 người bị cuốn trôi, trong đó 5 người được cứu, thi thể một nạn nhân được tìm thấy, còn 9 người mất tích.",
    "Hiện có 63 đơn vị cấp tỉnh, 713 cấp huyện và 11.162 cấp xã, trong đó có 49 huyện (9%), 3.363 xã (37%).",
    "Cùng với số 208 giáo viên hợp đồng và số vừa thi rớt (nằm trong số 370 người), huyện có 514 giáo viên thôi việc.",
    "Sửa 20 chiếc tàu (1 tàu mắc cạn, 19 tàu hư hỏng). Trong số đó có 15 tàu ra khơi, 5 tàu còn lại phải chờ.",
    # a plan that was published before; targets that are exceeded and met
    "Theo tài liệu công bố trước đó, công ty đặt doanh thu 7.000 tỷ đồng, lợi nhuận đạt 40 tỷ đồng - giảm 56%.",
    "Trong 12 chỉ tiêu được giao sẽ có 8 chỉ tiêu vượt và 4 chỉ tiêu đạt.",
    "Mẫu được thử 4 chỉ tiêu: E Coli, Staphylococus, Cl. perfringens, Salmonella.",
    "Phòng có không quá 3 cấp phó (trừ đơn vị tự bảo đảm chi thường xuyên và chi đầu tư).",
    "Thửa đất ở ấp 3 và ấp 4 xã Mỹ Đức, Lộc Trì.",
    # numbers that belong to a name, a body that is no place
    "Người dân hai đầu cầu Sông Lam 1 tỉnh Đông Lãm và An Khê có ý kiến.",
    "Sở đã họp với 2 tỉnh Đông Lãm và An Khê cùng Công ty Sông Lam 4, thống nhất miễn phí.",
    # multiples
    "Sản lượng đã tăng 6 lần, từ 73 triệu tấn lên 442 triệu tấn.",
]


@pytest.mark.parametrize("text", QUIET)
def test_nothing_is_accused(text):
    assert [claim.quote for claim in claims_of(text) if not check(claim).is_possible] == []


def test_a_base_of_zero_is_no_claim():
    assert claims_of("Xã thu 5 tỷ đồng, đạt 10% dự toán (0 tỷ đồng).") == []


def test_a_text_without_figures_has_no_claims():
    assert claims_of("Hội nghị thống nhất cao với các nội dung đã nêu.") == []
