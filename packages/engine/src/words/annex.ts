// Annex tables in and out: why a file is not taken, what a draft asks, the headings of the table, what changed.

import type { Catalogue } from "./catalogue.ts";

const vi = {
  /** Why a file of tables is not taken. */
  faults: {
    older:
      "Tệp có mật khẩu, hoặc ở định dạng cũ (.xls, .doc); hãy bỏ mật khẩu và lưu lại thành .xlsx hoặc .docx.",
    notOffice: "Không phải bảng tính .xlsx hay văn bản .docx.",
    broken:
      "Tệp hỏng, hoặc có nội dung mà Word, Excel không bao giờ ghi; hãy mở bằng Word, Excel rồi lưu lại.",
    locked: "Tệp được mã hóa; hãy bỏ mật khẩu rồi lưu lại.",
    macros: "Tệp có macro; hãy lưu lại thành .xlsx hoặc .docx thường.",
    parts: "Tệp có quá nhiều thành phần (hơn 200); hãy chép riêng bảng sang tệp mới.",
    size: "Tệp quá lớn, hoặc bung ra quá lớn so với kích thước của nó; hãy chép riêng bảng sang tệp mới.",
    tables:
      "Bảng quá lớn (hơn 20.000 dòng, 200 cột hoặc 400.000 ô); hãy chép riêng phần phụ lục sang tệp mới.",
  },
  asks: {
    number_repeated: (number: string) => `Số thứ tự “${number}” dùng hai lần: là hai nhiệm vụ hay một?`,
    number_jumps: (before: string, number: string) =>
      before === ""
        ? `Số thứ tự bắt đầu từ “${number}”: có thiếu dòng nào phía trên không?`
        : `Số thứ tự nhảy từ “${before}” sang “${number}”: có thiếu dòng nào không?`,
    parent_missing: (number: string) =>
      `Bảng không có dòng “${number}” mà dòng này nằm trong đó: dòng ấy là gì?`,
    row_joined: (first: string, second: string) =>
      `Dòng ở ${second} không có số thứ tự nên được nối vào dòng ở ${first}: có đúng là một nhiệm vụ không?`,
    group_or_task: () =>
      "Dòng này vừa có việc của mình vừa có các dòng con: là nhiệm vụ riêng hay chỉ là tên nhóm?",
    empty_below: (above: string) =>
      `Ô chủ trì để trống; dòng cấp trên ghi “${above}”: có áp dụng cho dòng này không?`,
    lead_empty: () => "Ô chủ trì để trống: cơ quan nào chủ trì?",
    task_empty: () => "Ô nội dung nhiệm vụ để trống: phải làm gì?",
    due_empty: () => "Ô thời hạn để trống: hạn là ngày nào, thường xuyên, hay không thời hạn?",
    party_unknown: (name: string) => `“${name}” là cơ quan hay nhóm nào trong tổ chức bộ máy?`,
    party_several: (name: string, ids: string) => `“${name}” có thể là ${ids}: cơ quan nào?`,
    party_near: (name: string, id: string) => `“${name}” có phải là ${id} không?`,
    lead_mixed: () => "Ô chủ trì có cả cơ quan và nhóm: mỗi cơ quan nhận một nhiệm vụ riêng, có đúng không?",
    days_from_when: (cell: string) => `“${cell}” tính từ ngày nào, và là ngày làm việc hay ngày thường?`,
    number_as_date: (cell: string, day: string) =>
      `Ô thời hạn là số ${cell}; nếu là ngày của Excel thì là ${day}: có đúng không?`,
  },
  draft: {
    made: (file: string) => `Dự thảo lập từ bảng phụ lục trong ${file}; chưa phải kế hoạch đã kiểm tra.`,
    how: "Dòng có dấu «# ?» là điểm phải làm rõ: trả lời vào mục bên dưới rồi xóa dòng đó. Trong «…» là nguyên văn của bảng.",
    title: "Trích yếu của kế hoạch là gì?",
    issuer: "Cơ quan nào ban hành?",
    period: "Kế hoạch thực hiện trong năm hay giai đoạn nào?",
    organisation: "Đọc theo tài liệu tổ chức bộ máy nào?",
    calendar: "Đọc theo lịch làm việc nào?",
    linesBefore: (place: string) => `Các dòng đứng trước ${place}:`,
    table: (name: string) => `bảng ${name}`,
    number: "STT",
    note: "Ghi chú",
    start: "Bắt đầu",
    noHeading: "cột không tên",
    leftover: "Các dòng của tệp không thành nhiệm vụ hay nhóm:",
    became: { heading: "tiêu đề bảng", left: "ngoài bảng" },
  },
  table: {
    sheet: "Phụ lục",
    title: "Phụ lục: nhiệm vụ của kế hoạch",
    columns: {
      number: "STT",
      code: "Mã",
      task: "Nhiệm vụ",
      lead: "Cơ quan chủ trì",
      coordinators: "Cơ quan phối hợp",
      due: "Thời hạn hoàn thành",
      product: "Sản phẩm",
    },
    except: (names: string) => ` (trừ ${names})`,
    window: (from: string, to: string) => `từ ${from} đến ${to}`,
    ongoing: "Thường xuyên",
    event: "Khi phát sinh",
    note: "Cột Mã dùng để nhận lại từng dòng khi nhập bảng này: không sửa, để trống ở dòng thêm mới.",
  },
  change: {
    added: (id: string) => `thêm ${id}`,
    removed: (id: string) => `bỏ ${id}`,
    changed: (id: string) => `sửa ${id}`,
    empty: "(trống)",
    fields: {
      title: "nội dung",
      objective: "mục tiêu",
      lead: "chủ trì",
      coordinators: "phối hợp",
      due: "thời hạn",
      product: "sản phẩm",
      note: "ghi chú",
    },
    codeUnknown: (code: string) =>
      `Cột Mã ghi “${code}” mà kế hoạch không có: là nhiệm vụ mới hay gõ nhầm mã?`,
    codeRepeated: (code: string) => `Mã “${code}” đứng ở hai dòng: dòng này là nhiệm vụ mới phải không?`,
    codeMissing: () => "Dòng này không có mã: là nhiệm vụ mới phải không?",
    cleared: (before: string) => `Ô này đã bị xóa; trước đó là “${before}”: nay là gì?`,
    none: "Bảng không khác kế hoạch.",
  },
};

const en: typeof vi = {
  faults: {
    older:
      "The file has a password, or an older format (.xls, .doc); take the password away and save it as .xlsx or .docx.",
    notOffice: "Neither an .xlsx workbook nor a .docx document.",
    broken:
      "The file is damaged, or holds what Word and Excel never write; open it in Word or Excel and save it again.",
    locked: "The file is encrypted; take the password away and save it again.",
    macros: "The file carries macros; save it as a plain .xlsx or .docx.",
    parts: "The file has too many parts (over 200); copy the table alone into a new file.",
    size: "The file is too large, or unpacks to far more than its size; copy the table alone into a new file.",
    tables:
      "The table is too large (over 20,000 rows, 200 columns or 400,000 cells); copy the annex alone into a new file.",
  },
  asks: {
    number_repeated: (number) => `The number “${number}” is used twice: are these two tasks or one?`,
    number_jumps: (before, number) =>
      before === ""
        ? `The numbers begin with “${number}”: is a row missing above?`
        : `The numbers jump from “${before}” to “${number}”: is a row missing?`,
    parent_missing: (number) => `The table has no row “${number}” that this one is part of: what is it?`,
    row_joined: (first, second) =>
      `The row at ${second} has no number and was joined to the one at ${first}: is it one task?`,
    group_or_task: () =>
      "This row has work of its own and rows under it: a task of its own, or only a heading?",
    empty_below: (above) =>
      `The lead's cell is empty; the row above says “${above}”: does that hold here too?`,
    lead_empty: () => "The lead's cell is empty: which agency leads?",
    task_empty: () => "The task's cell is empty: what is to be done?",
    due_empty: () => "The due's cell is empty: a day, ongoing, or no due date?",
    party_unknown: (name) => `Which agency or group of the organisation is “${name}”?`,
    party_several: (name, ids) => `“${name}” may be ${ids}: which agency?`,
    party_near: (name, id) => `Is “${name}” ${id}?`,
    lead_mixed: () =>
      "The lead's cell names agencies and groups: does each agency get an assignment of its own?",
    days_from_when: (cell) => `“${cell}”: counted from which day, and in working days or days?`,
    number_as_date: (cell, day) =>
      `The due's cell is the number ${cell}; as a day of Excel it is ${day}: is that so?`,
  },
  draft: {
    made: (file) => `A draft made from the annex table in ${file}; not yet a checked plan.`,
    how: "A line with «# ?» is a point to settle: answer it in the entry below, then delete the line. In «…» stands the table's own text.",
    title: "What is the plan about?",
    issuer: "Which agency issues it?",
    period: "Which year or years is the plan for?",
    organisation: "Which organisation document is it read against?",
    calendar: "Which calendar is it read against?",
    linesBefore: (place) => `Lines that stand before ${place}:`,
    table: (name) => `table ${name}`,
    number: "No.",
    note: "Note",
    start: "Start",
    noHeading: "a column without heading",
    leftover: "Rows of the file that became neither task nor group:",
    became: { heading: "heading", left: "outside the table" },
  },
  table: {
    sheet: "Annex",
    title: "Annex: tasks of the plan",
    columns: {
      number: "No.",
      code: "Code",
      task: "Task",
      lead: "Lead",
      coordinators: "Coordinators",
      due: "Due",
      product: "Product",
    },
    except: (names) => ` (except ${names})`,
    window: (from, to) => `from ${from} to ${to}`,
    ongoing: "Ongoing",
    event: "As it arises",
    note: "The column Code finds each row again when this table is imported: leave it as it is, and empty in a new row.",
  },
  change: {
    added: (id) => `added ${id}`,
    removed: (id) => `removed ${id}`,
    changed: (id) => `changed ${id}`,
    empty: "(empty)",
    fields: {
      title: "title",
      objective: "objective",
      lead: "lead",
      coordinators: "coordinators",
      due: "due",
      product: "product",
      note: "note",
    },
    codeUnknown: (code) =>
      `The column Code says “${code}”, which the plan has not: a new task or a mistyped code?`,
    codeRepeated: (code) => `The code “${code}” stands in two rows: is this one a new task?`,
    codeMissing: () => "This row has no code: is it a new task?",
    cleared: (before) => `This cell was cleared; before it was “${before}”: what is it now?`,
    none: "The table does not differ from the plan.",
  },
};

export type AnnexWords = typeof vi;
export type TablesFault = keyof AnnexWords["faults"];
export const annexWords: Catalogue<AnnexWords> = { vi, en };
