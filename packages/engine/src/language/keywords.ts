// The keyword table: every key and keyword value of the written language, once in English and once in Vietnamese.

/** The spelling a file uses for its keys and keyword values. */
export type KeyLanguage = "vi" | "en";

/** English key → Vietnamese key. A spelling that is the same in both is neutral. */
const keyTable = {
  kehoach: "kehoach",
  vi: "vi",
  en: "en",

  id: "mã",
  code: "mã hiệu",
  kind: "loại",
  number: "số hiệu",
  title: "nội dung",
  name: "tên",
  issuer: "cơ quan ban hành",
  issued: "ngày ban hành",
  signer: "người ký",
  position: "chức vụ",
  capacity: "thẩm quyền ký",
  bases: "căn cứ",
  period: "thời gian thực hiện",
  parent: "cấp trên",
  date: "ngày",
  vice_chair: "phó chủ tịch phụ trách",
  office: "văn phòng theo dõi",
  agency: "cơ quan",
  officer: "chuyên viên",
  unit: "đơn vị",
  standing_leads: "thường trực",
  monitors: "theo dõi",
  organisation: "tổ chức bộ máy",
  calendar: "lịch",
  regime: "chế độ báo cáo",

  report_every: "kỳ báo cáo",

  conventions: "quy ước",
  before: "cách hiểu trước ngày",
  roll_forward: "lùi sang ngày làm việc",
  due_soon_days: "số ngày sắp đến hạn",
  answer_days: "số ngày trả lời",
  silence_agrees: "im lặng là đồng ý",
  entered_late_days: "số ngày nhập muộn",
  accept_days: "số ngày tự tiếp nhận",
  decline_days: "số ngày được trả lại",
  extensions_max: "số lần gia hạn tối đa",
  oral_days: "số ngày chờ văn bản gia hạn",
  standing_lead_confirms: "thường trực xác nhận",
  escalate_days: "số ngày quá hạn thì báo lên",

  statements: "đoạn văn bản",
  at: "vị trí",
  gist: "ý chính",
  objectives: "mục tiêu",
  objective: "thuộc mục tiêu",
  tasks: "nhiệm vụ",
  targets: "chỉ tiêu",
  lifecycles: "các quy trình",

  source: "nguồn",
  assumption: "giả định",
  understood_as: "cách hiểu",
  reading: "hiểu là",
  by: "người quyết định",
  on: "vào ngày",

  mode: "hình thức",
  lead: "chủ trì",
  each: "từng cơ quan",
  group: "nhóm",
  except: "trừ",
  coordinators: "phối hợp",
  duty: "trách nhiệm",
  product: "sản phẩm",
  required: "bắt buộc",
  after: "sau",
  due: "thời hạn",
  windows: "các đợt",
  from: "từ",
  to: "đến",
  lifecycle: "quy trình",
  cascade: "xây dựng kế hoạch",
  content_elsewhere: "nội dung lưu nơi khác",
  visibility: "phạm vi xem",
  tags: "lĩnh vực",
  same_as: "trùng với",
  document: "văn bản",
  task: "nhiệm vụ đó",
  input: "số liệu đó",
  report: "báo cáo",

  text: "nguyên văn",
  bound: "cách tính hạn",
  hour: "giờ",
  count: "số lượng",
  event: "tính từ",
  completed: "sau khi hoàn thành",
  every: "mỗi",
  offset: "cộng thêm",
  window_end: "cuối mỗi đợt",
  session: "kỳ họp",
  none: "không thời hạn",

  type: "dạng",
  owner: "cơ quan chịu trách nhiệm",
  direction: "chiều",
  cumulative: "lũy kế",
  estimate: "dùng số ước",
  small_n: "cỡ mẫu nhỏ",
  inputs: "số liệu",
  system: "hệ thống",
  part_of: "thuộc số liệu",
  jump: "ngưỡng biến động",
  trajectory: "lộ trình",
  by_task: "đạt khi xong nhiệm vụ",
  formula: "công thức",
  numerator: "tử số",
  denominator: "mẫu số",
  level: "mức",
  den_empty: "khi mẫu số bằng không",
  change: "cách tính thay đổi",
  base: "so với",
  value: "giá trị",
  label: "nhãn",
  binding: "đầu bắt buộc",
  all_of: "gồm các chỉ tiêu",
  share: "tỷ lệ cơ quan đạt",
  total: "tổng",
  units: "số đơn vị",
  publisher: "nơi công bố",
  field_size: "số được xếp hạng",
  lag_months: "số tháng chờ kết quả",
  assessor: "cơ quan đánh giá",
  criteria: "tiêu chí",

  extends: "kế thừa",
  initial: "trạng thái đầu",
  states: "trạng thái",
  category: "nhóm trạng thái",
  commands: "lệnh",
  who: "ai",
  require: "yêu cầu",
  stamps_completion: "ghi thời điểm hoàn thành",
  clears_completion: "xóa thời điểm hoàn thành",
  on_due: "khi đến hạn",

  agencies: "các cơ quan",
  groups: "các nhóm",
  abbreviation: "viết tắt",
  codes: "các mã",
  standing: "quan hệ",
  weekend: "ngày nghỉ hằng tuần",
  holidays: "ngày lễ",
  swaps: "hoán đổi",
  off: "nghỉ",
  worked: "làm bù",
  worked_days: "ngày vẫn làm việc",
  covers: "phạm vi",
  periods: "các kỳ",
  start_day: "ngày đầu kỳ",
  start_months_back: "lùi tháng đầu",
  end_day: "ngày cuối kỳ",
  end_months_back: "lùi tháng cuối",
  submission: "thời hạn gửi",
  day: "ngày trong tháng",
  months_after: "số tháng sau đó",
  people: "những người",
  roles: "chức danh",
  authorities: "các ủy quyền",
  substitute: "người thay",
  stands_for: "thay cho",
} as const;

/** English keyword value → Vietnamese keyword value. */
const valueTable = {
  true: "có",
  false: "không",

  plan: "kế hoạch",
  programme: "chương trình",
  decision: "quyết định",
  directive: "chỉ thị",
  conclusion: "kết luận",
  letter: "công văn",
  organisation: "tổ chức bộ máy",
  calendar: "lịch",
  regime: "chế độ báo cáo",
  authorities: "ủy quyền",

  "TM.": "TM.",
  "KT.": "KT.",
  "TL.": "TL.",
  "TUQ.": "TUQ.",
  "Q.": "Q.",

  strict: "không kể ngày đó",
  inclusive: "kể cả ngày đó",

  one_off: "một lần",
  window: "theo đợt",
  recurring: "định kỳ",
  ongoing: "thường xuyên",
  event: "khi phát sinh",

  named: "cơ quan được nêu tên",
  parties: "cơ quan của nhiệm vụ",

  contribute: "tham gia",
  consent: "đồng thuận",
  inform: "để biết",

  before: "trước ngày",
  on_or_before: "chậm nhất ngày",
  working_days: "ngày làm việc",
  days: "ngày",
  months: "tháng",
  issue: "ban hành",
  opening: "giao việc",
  week: "tuần",
  month: "tháng",
  quarter: "quý",
  half_year: "6 tháng",
  nine_months: "9 tháng",
  year: "năm",

  ratio: "tỷ lệ",
  count: "số lượng",
  delta: "tăng giảm",
  range: "khoảng",
  composite: "tổ hợp",
  per_unit: "từng đơn vị",
  mean: "bình quân",
  rank: "xếp hạng",
  index: "chỉ số",
  milestone: "mốc",
  zero: "không phát sinh",
  directional: "xu hướng",
  qualitative: "định tính",
  up: "tăng",
  down: "giảm",
  not_applicable: "không áp dụng",
  met: "coi như đạt",
  percentage_points: "điểm phần trăm",
  relative: "tương đối",
  absolute: "tuyệt đối",
  previous_year: "năm trước",
  same_period: "cùng kỳ năm trước",
  floor: "cận gần",
  both: "cả hai cận",

  todo: "chờ làm",
  active: "đang làm",
  waiting: "chờ bên khác",
  blocked: "vướng mắc",
  done: "xong",
  cancelled: "hủy",
  head: "lãnh đạo",
  clerk: "văn thư",
  officer: "chuyên viên",
  lead_head: "lãnh đạo chủ trì",
  lead_officer: "chuyên viên chủ trì",
  issuer: "cơ quan ban hành",
  vice_chair: "phó chủ tịch",
  office: "văn phòng",
  monitor: "cơ quan theo dõi",
  standing_lead: "cơ quan thường trực",
  clock: "đồng hồ",
  reason: "lý do",
  document: "văn bản",
  products: "sản phẩm",
  not_submitter: "khác người trình",
  answer: "ý kiến",
  due: "thời hạn mới",
  coordinators_answered: "đủ ý kiến phối hợp",
  agency: "cơ quan nhận",
  decided_by: "người quyết định",
  handler: "người xử lý",
  soon_enough: "trong hạn trả lại",
  extensions_left: "còn lượt gia hạn",
  by_hand: "tiếp nhận thủ công",
  figures: "đủ số liệu",

  amount: "khối lượng",
  number: "con số",
  yes_no: "có hay không",
  date: "ngày",
  linear: "đều đặn",

  committee: "ủy ban nhân dân",
  department: "sở ban ngành",
  district: "cấp huyện",
  commune: "cấp xã",
  vertical: "ngành dọc",
  judicial: "tư pháp",
  party: "cơ quan đảng",
  mass: "đoàn thể",
  unit: "đơn vị sự nghiệp",
  other: "khác",
  assigned: "giao",
  requested: "đề nghị",
  monday: "thứ hai",
  tuesday: "thứ ba",
  wednesday: "thứ tư",
  thursday: "thứ năm",
  friday: "thứ sáu",
  saturday: "thứ bảy",
  sunday: "chủ nhật",
} as const;

export type WrittenKey = keyof typeof keyTable;
export type WrittenKeyword = keyof typeof valueTable;

/** The table as the reference documents print it. */
export interface KeywordTable {
  keys: readonly { en: string; vi: string }[];
  values: readonly { en: string; vi: string }[];
}

const rows = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).map(([en, vi]) => ({ en, vi }));

export const keywordTable: KeywordTable = { keys: rows(keyTable), values: rows(valueTable) };

const keyToVi = new Map<string, string>(Object.entries(keyTable));
const keyToEn = new Map<string, string>(Object.entries(keyTable).map(([en, vi]) => [vi, en]));
const valueToVi = new Map<string, string>(Object.entries(valueTable));

/** Which spelling this is, and its English one. `language` null: the same in both. */
export interface Spelling {
  english: string;
  language: KeyLanguage | null;
}

/** Null when the table lacks the key. */
export function readKey(spelling: string): Spelling | null {
  const vi = keyToVi.get(spelling);
  if (vi !== undefined) return { english: spelling, language: vi === spelling ? null : "en" };
  const en = keyToEn.get(spelling);
  return en === undefined ? null : { english: en, language: "vi" };
}

/** Reads a value where only `values` (English) may stand; a Vietnamese word is unique only within such a set. */
export function readKeyword(spelling: string, values: readonly string[]): Spelling | null {
  for (const english of values) {
    const vi = spellKeyword(english, "vi");
    if (english === spelling) return { english, language: vi === english ? null : "en" };
    if (vi === spelling) return { english, language: "vi" };
  }
  return null;
}

/** The spelling of an English key in a language; the key itself when the table lacks it (ids of maps). */
export function spellKey(english: string, language: KeyLanguage): string {
  return language === "en" ? english : (keyToVi.get(english) ?? english);
}

export function spellKeyword(english: string, language: KeyLanguage): string {
  return language === "en" ? english : (valueToVi.get(english) ?? english);
}
