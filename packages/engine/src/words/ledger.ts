// What is wrong with a ledger, in words.

import type { Catalogue } from "./catalogue.ts";

const vi = {
  gap: "Thiếu hoặc thừa một dòng trong sổ: số thứ tự không liên tục.",
  wrong_plan: "Dòng này thuộc sổ của kế hoạch khác.",
  broken_link: "Dòng này không nối đúng với dòng trước.",
  wrong_hash: "Nội dung dòng này đã bị thay đổi sau khi ghi.",
  time_runs_back: "Thời điểm ghi của dòng này sớm hơn dòng trước.",
  cut_tail: "Phần cuối sổ đã bị cắt hoặc thay đổi so với kế hoạch.",
  anchor_missing: "Phần cuối sổ đã bị cắt: không còn dòng đã neo.",
  anchor_differs: "Dòng này khác với dòng đã neo: sổ đã bị ghi lại.",
  anchored_plan_missing: "Không có kế hoạch của điểm neo, hoặc người kiểm tra không được đọc.",
  missing_text: "Mất nội dung văn bản kèm theo mà không có lệnh xóa.",
  changed_text: "Nội dung văn bản kèm theo đã bị thay đổi.",
  missing_file: "Mất tệp đính kèm mà không có lệnh xóa.",
  changed_file: "Tệp đính kèm đã bị thay đổi.",
  changed_row: "Tình trạng đang lưu của nhiệm vụ không khớp với sổ.",
  changed_reading: "Số liệu đang lưu không khớp với sổ.",
  changed_plan_row: "Tình trạng đang lưu của kế hoạch không khớp với sổ.",
  changed_version: "Bản lưu của kế hoạch không khớp với lúc ban hành.",
  changed_document: "Bản lưu trong sổ đăng ký không khớp với lúc đăng ký.",
  changed_report: "Báo cáo đã chốt không khớp với lúc chốt.",
};

const en: typeof vi = {
  gap: "An entry is missing or extra: the sequence has a gap.",
  wrong_plan: "The entry belongs to another plan's ledger.",
  broken_link: "The entry does not link to the one before.",
  wrong_hash: "The entry was changed after it was recorded.",
  time_runs_back: "The entry was recorded earlier than the one before.",
  cut_tail: "The ledger's end was cut or differs from the plan.",
  anchor_missing: "The ledger's end was cut: an anchored entry is not there.",
  anchor_differs: "The entry is not the one that was anchored: the ledger was written anew.",
  anchored_plan_missing: "The plan of this anchor is not there, or not for this reader.",
  missing_text: "A free text is gone although nothing erased it.",
  changed_text: "A free text was changed.",
  missing_file: "An attached file is gone although nothing erased it.",
  changed_file: "An attached file was changed.",
  changed_row: "An assignment's stored state differs from the ledger.",
  changed_reading: "A stored reading differs from the ledger.",
  changed_plan_row: "The plan's stored state differs from the ledger.",
  changed_version: "The stored plan differs from what was issued.",
  changed_document: "A stored register document differs from what was registered.",
  changed_report: "A frozen report differs from what was issued.",
};

export const ledgerWords: Catalogue<typeof vi> = { vi, en };
export type LedgerFault = keyof typeof vi;
