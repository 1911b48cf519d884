# SPDX-License-Identifier: Apache-2.0
"""What can be wrong with a file, in one sentence per language that says what to do.

What is here: the error of this room and its sentences. Not here: the bounds themselves (``limits``).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """A reason why a file cannot be read; the sentences may have named places.

    Attributes:
        code: stable, never reused.
        message, message_en: one sentence each for the person, with what to do.
    """

    code: str
    message: str
    message_en: str


class UnreadableFile(ValueError):  # noqa: N818 - CONFIG: it names the file, not a failure of the program
    """A file that cannot be read; the message is a sentence for the person.

    Attributes:
        code: of the fault.
        message, message_en: the sentence in Vietnamese and in English.
    """

    def __init__(self, fault: Fault, **places: object) -> None:
        self.code = fault.code
        self.message = fault.message.format(**places)
        self.message_en = fault.message_en.format(**places)
        super().__init__(self.message)


NOT_FOUND = Fault(
    "files.E001",
    "Không có tệp này; hãy kiểm tra lại đường dẫn.",
    "There is no such file; check the path.",
)
NOT_A_FILE = Fault(
    "files.E002",
    "Đây là một thư mục, không phải tệp; hãy chỉ ra tệp cần đọc.",
    "This is a folder, not a file; name the file to read.",
)
NOT_ALLOWED = Fault(
    "files.E003",
    "Không mở được tệp; hãy kiểm tra tên tệp, quyền đọc, hoặc đóng chương trình đang giữ tệp.",
    "The file cannot be opened; check its name and permissions, or close the program that holds it.",
)
EMPTY = Fault(
    "files.E004",
    "Tệp rỗng, không có gì để đọc; hãy kiểm tra lại việc lưu hoặc tải tệp.",
    "The file is empty; check how it was saved or downloaded.",
)
TOO_LARGE = Fault(
    "files.E005",
    "Tệp lớn hơn {limit} MB, mức tối đa của loại này; hãy tách thành nhiều tệp nhỏ hơn.",
    "The file is larger than {limit} MB, the most for its kind; split it into smaller files.",
)
BINARY = Fault(
    "files.E006",
    "Tệp không phải văn bản mà là dữ liệu nhị phân; hãy lưu lại dưới dạng .docx, .xlsx, .pdf hoặc .txt.",
    "The file is not text but binary data; save it as .docx, .xlsx, .pdf or .txt.",
)
DAMAGED = Fault(
    "files.E007",
    "Tệp {media} bị hỏng hoặc bị cắt cụt; hãy mở bằng chương trình đã tạo ra nó rồi lưu lại, hoặc tải lại.",
    "The {media} file is damaged or cut short; open and save it again where it was made, or download it again.",
)
LOCKED = Fault(
    "files.E008",
    "Tệp được đặt mật khẩu; hãy gỡ mật khẩu rồi lưu lại.",
    "The file is protected by a password; remove the password and save it again.",
)
BOMB = Fault(
    "files.E009",
    "Tệp nén bất thường, bung ra quá lớn nên không mở; hãy kiểm tra nguồn gốc và lưu lại tệp.",
    "The file is packed abnormally and would unpack to too much; check where it comes from and save it again.",
)
ENTITIES = Fault(
    "files.E010",
    "Tệp có khai báo thực thể XML, điều tệp văn phòng không có, nên không mở; hãy kiểm tra nguồn gốc tệp.",
    "The file declares XML entities, which office files never do, so it is not opened; check where it comes from.",
)
OTHER_FORMAT = Fault(
    "files.E011",
    "Chưa đọc được tệp {name}; hãy {advice}.",
    "Files of the kind {name} are not read; {advice_en}.",
)
NO_TEXT = Fault(
    "files.E012",
    "Tệp PDF này là bản quét, không có lớp chữ; hãy cài tesseract-ocr-vie để nhận dạng, hoặc dùng bản gốc có chữ.",
    "This PDF is a scan without text; install tesseract-ocr-vie to recognise it, or use the original with text.",
)
NOTHING_READ = Fault(
    "files.E013",
    "Tệp {media} mở được nhưng không có chữ nào; hãy kiểm tra lại nội dung tệp.",
    "The {media} file opens but holds no text; check what is in it.",
)
TOO_MANY_CELLS = Fault(
    "files.E014",
    "Các bảng trong tệp có hơn {limit} ô; hãy xóa vùng thừa hoặc tách thành nhiều tệp.",
    "The tables of the file have more than {limit} cells; delete what is not needed or split the file.",
)
TOO_MANY_PAGES = Fault(
    "files.E015",
    "Tệp có hơn {limit} trang; hãy tách thành nhiều tệp.",
    "The file has more than {limit} pages; split it.",
)
SCAN_FAILED = Fault(
    "files.E016",
    "Không nhận dạng được chữ trong bản quét (lỗi, hoặc quá {limit} giây một trang); hãy quét lại rõ hơn.",
    "The scan could not be recognised (an error, or more than {limit} s for a page); scan it again more clearly.",
)
