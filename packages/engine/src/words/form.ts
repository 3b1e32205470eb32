// The form of a reporting duty as a sheet: its headings and drop-downs, and what is wrong with a sheet that came back.

import type { Catalogue } from "./catalogue.ts";

const vi = {
  sheet: "Số liệu",
  title: "Biểu số liệu báo cáo",
  period: (from: string, to: string) => `Kỳ số liệu từ ${from} đến ${to}`,
  agency: (name: string) => `Cơ quan báo cáo: ${name}`,
  columns: {
    number: "STT",
    code: "Mã",
    label: "Số liệu cần báo cáo",
    unit: "Đơn vị",
    last: "Kỳ trước",
    total: "Lũy kế",
    value: "Kỳ này",
    status: "Tình trạng",
  },
  statuses: { official: "chính thức", estimate: "ước thực hiện", none: "không có số liệu" },
  yes: "có",
  no: "không",
  howTo:
    "Chỉ nhập vào ô màu vàng. Ô để trống là chưa báo cáo, không phải bằng không; không có số liệu thì chọn ở cột Tình trạng.",
  /** What a program shows when a wrong value is typed. */
  typed: {
    whole: "Nhập số nguyên không âm.",
    decimal: "Nhập số không âm.",
    number: "Nhập một số.",
    date: "Nhập một ngày.",
    choice: "Chọn trong danh sách.",
  },
  faults: {
    other_form: "Tệp này không phải biểu của nhiệm vụ và kỳ này; hãy xuất biểu mới.",
    row_unknown: (code: string) => `Mã “${code}” không có trong biểu; hãy để nguyên cột Mã.`,
    row_repeated: (code: string) => `Mã “${code}” đứng ở hai dòng.`,
    row_missing: (label: string) => `Thiếu dòng “${label}”.`,
    label_changed: (label: string) => `Tên số liệu đã bị sửa; phải là “${label}”.`,
    status_unknown: (text: string) => `Không có tình trạng “${text}”; hãy chọn trong danh sách.`,
    status_missing: "Chưa chọn tình trạng: chính thức hay ước thực hiện.",
    value_missing: "Đã chọn tình trạng nhưng chưa có số liệu.",
    value_beside_none: "Vừa ghi số liệu, vừa chọn “không có số liệu”.",
    not_whole: (text: string) => `“${text}” không phải số nguyên không âm.`,
    not_number: (text: string) => `“${text}” không phải số.`,
    negative: (text: string) => `“${text}” không được âm.`,
    ambiguous: (text: string) =>
      `“${text}” có thể là hàng nghìn hoặc số thập phân; hãy nhập dạng số, không nhập dạng chữ.`,
    not_yes_no: (text: string) => `“${text}” phải là “có” hoặc “không”.`,
    not_date: (text: string) => `“${text}” không phải ngày có thật; viết như 31/12/2017.`,
  },
  page: {
    download: "Tải biểu Excel",
    bring: "Nạp biểu đã điền",
    reading: "Đang đọc biểu…",
    brought: (count: string) =>
      `${count} số trong biểu khác số đã báo cáo, đã điền vào các dòng dưới đây. Xem lại rồi lưu.`,
    wrong: (count: string) => `${count} chỗ sai trong biểu, chưa được điền:`,
  },
  unreported: "chưa báo cáo",
  same: "Biểu không khác số liệu đã báo cáo.",
};

const en: typeof vi = {
  sheet: "Figures",
  title: "Figures to report",
  period: (from, to) => `Figures from ${from} to ${to}`,
  agency: (name) => `Reporting agency: ${name}`,
  columns: {
    number: "No.",
    code: "Code",
    label: "Figure",
    unit: "Unit",
    last: "Period before",
    total: "Running total",
    value: "This period",
    status: "Status",
  },
  statuses: { official: "official", estimate: "estimate", none: "no figure" },
  yes: "yes",
  no: "no",
  howTo:
    "Fill in the yellow cells only. An empty cell is not reported, which is not zero; where there is no figure choose so under Status.",
  typed: {
    whole: "Type a whole number, zero or more.",
    decimal: "Type a number, zero or more.",
    number: "Type a number.",
    date: "Type a date.",
    choice: "Choose from the list.",
  },
  faults: {
    other_form: "This is not the form of this duty and period; export a new one.",
    row_unknown: (code) => `The form has no code “${code}”; leave the column Code as it is.`,
    row_repeated: (code) => `The code “${code}” stands in two rows.`,
    row_missing: (label) => `The row “${label}” is missing.`,
    label_changed: (label) => `The figure's name was changed; it must be “${label}”.`,
    status_unknown: (text) => `There is no status “${text}”; choose from the list.`,
    status_missing: "No status was chosen: official or estimate.",
    value_missing: "A status was chosen, but there is no figure.",
    value_beside_none: "There is a figure beside “no figure”.",
    not_whole: (text) => `“${text}” is no whole number, zero or more.`,
    not_number: (text) => `“${text}” is no number.`,
    negative: (text) => `“${text}” must not be negative.`,
    ambiguous: (text) => `“${text}” may be thousands or a decimal; type it as a number, not as text.`,
    not_yes_no: (text) => `“${text}” must be “yes” or “no”.`,
    not_date: (text) => `“${text}” is no real date; write it like 31/12/2017.`,
  },
  page: {
    download: "Download the form for Excel",
    bring: "Bring back a filled-in form",
    reading: "Reading the form…",
    brought: (count) =>
      `${count} figures of the form differ from what is reported and stand in the lines below. Look at them, then save.`,
    wrong: (count) => `${count} wrong places in the form, not filled in:`,
  },
  unreported: "not reported",
  same: "The form does not differ from what is reported.",
};

export type FormWords = typeof vi;
export type FormFaultCode = keyof FormWords["faults"];
export const formWords: Catalogue<FormWords> = { vi, en };
