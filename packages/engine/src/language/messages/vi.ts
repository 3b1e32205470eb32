// The Vietnamese words of every problem and question; their parameters are the catalogue's types.

type Guess = { guess: string | null };
const meant = (guess: string | null) => (guess === null ? "" : ` Có phải ý là “${guess}”?`);

const problems = {
  // The text.
  text_too_large: (p: { limit: number }) => `Văn bản lớn quá ${p.limit} MiB.`,
  character_forbidden: (p: { name: string }) =>
    `Ký tự ẩn hoặc ký tự điều khiển ${p.name} không được dùng; hãy xóa.`,
  document_empty: () => "Văn bản còn trống.",
  many_documents: () => "Mỗi tệp chỉ chứa một tài liệu; hãy bỏ phần sau dấu “---” này sang tệp khác.",
  too_deep: (p: { limit: number }) => `Nội dung lồng nhau quá ${p.limit} tầng.`,
  too_many_nodes: (p: { limit: number }) => `Nội dung sau khi mở các tham chiếu có quá ${p.limit} mục.`,
  too_many_marks: (p: { limit: number }) => `Văn bản có quá ${p.limit} dấu và từ YAML.`,
  value_too_long: (p: { limit: number }) => `Giá trị dài quá ${p.limit} ký tự.`,
  yaml_syntax: () => "Cú pháp YAML sai ở chỗ này.",
  yaml_unquoted: () => "Giá trị này có dấu mà YAML hiểu theo nghĩa riêng; hãy đặt trong dấu ngoặc kép.",
  yaml_indent: () => "Lùi đầu dòng không khớp với các dòng cùng cấp.",
  yaml_tab: () => "Lùi đầu dòng phải dùng dấu cách, không dùng phím Tab.",
  yaml_tag: (p: { tag: string }) => `Không dùng nhãn kiểu dữ liệu “${p.tag}”.`,
  yaml_directive: () => "Không dùng chỉ thị YAML (dòng bắt đầu bằng %).",
  alias_unknown: (p: { name: string }) => `Tham chiếu “${p.name}” không trỏ tới mục nào ở phía trên.`,
  alias_cycle: () => "Tham chiếu này trỏ về chính mục chứa nó.",
  alias_many: (p: { limit: number }) => `Không dùng quá ${p.limit} tham chiếu.`,
  more_problems: (p: { more: number }) => `Còn ${p.more} lỗi nữa chưa liệt kê.`,

  // Keys and forms.
  key_not_text: () => "Tên mục phải là chữ.",
  key_forbidden: (p: { key: string }) => `Không dùng tên “${p.key}”.`,
  key_repeated: (p: { key: string }) => `Mục “${p.key}” được viết hai lần.`,
  key_unknown: (p: { key: string } & Guess) => `Không có mục “${p.key}” ở đây.${meant(p.guess)}`,
  comma_splits: (p: { rest: string }) =>
    `Giữa hai dấu ngoặc, dấu phẩy ngăn các mục nên “${p.rest}” bị tách khỏi số đứng trước: hãy đặt số trong ngoặc kép, như "91,5%", hoặc viết 91.5%.`,
  key_not_for_type: (p: { key: string; type: string }) => `Dạng “${p.type}” không dùng mục “${p.key}”.`,
  key_missing: (p: { key: string }) => `Thiếu mục “${p.key}”.`,
  keys_mixed: (p: { word: string; instead: string; language: "vi" | "en" }) =>
    `Tệp này viết bằng tiếng ${p.language === "vi" ? "Việt" : "Anh"}: hãy viết “${p.instead}” thay cho “${p.word}”, hoặc đổi cả tệp bằng kehoach fmt.`,
  value_missing: (p: { key: string }) => `Mục “${p.key}” còn trống.`,
  value_wrong_form: (p: { expected: readonly Form[] }) =>
    `Ở đây phải là ${p.expected.map(form).join(" hoặc ")}.`,
  keyword_unknown: (p: { word: string; allowed: readonly string[] } & Guess) =>
    `“${p.word}” không dùng được ở đây; chỉ dùng: ${p.allowed.join(", ")}.${meant(p.guess)}`,
  id_malformed: (p: { id: string } & Guess) =>
    `Mã “${p.id}” chỉ được gồm chữ thường không dấu, số và dấu gạch nối, bắt đầu bằng chữ hoặc số, dài không quá 63.${meant(p.guess)}`,
  input_id_malformed: (p: { id: string } & Guess) =>
    `Mã số liệu “${p.id}” chỉ được gồm chữ thường không dấu, số và dấu gạch dưới, bắt đầu bằng chữ.${meant(p.guess)}`,
  number_out_of_range: (p: { least: number | null; most: number | null }) =>
    `Số phải ${[p.least === null ? "" : `từ ${p.least}`, p.most === null ? "" : `đến ${p.most}`].join(" ").trim()}.`,
  list_too_long: (p: { limit: number }) => `Danh sách dài quá ${p.limit} mục.`,
  list_empty: () => "Danh sách còn trống.",
  kind_other: (p: { expected: string; found: string }) => `Cần ${p.expected}, nhưng tệp này là “${p.found}”.`,

  // Dates and dues.
  date_not_understood: (p: { text: string }) =>
    `Không đọc được ngày “${p.text}”; hãy viết như 31/12/2017 hoặc 2017-12-31.`,
  date_not_real: (p: { text: string; nearest: string }) =>
    `Không có ngày “${p.text}”; ngày gần nhất là ${p.nearest}.`,
  hour_not_real: (p: { text: string }) => `Không có giờ “${p.text}”; hãy viết như 14:00.`,
  period_not_understood: (p: { text: string }) =>
    `Không đọc được thời gian “${p.text}”; hãy viết một năm, như 2017, hoặc 2021-2025.`,
  span_reversed: (p: { from: string; to: string }) => `Ngày cuối ${p.to} đứng trước ngày đầu ${p.from}.`,
  due_not_understood: (p: { text: string }) =>
    `Không đọc được thời hạn “${p.text}”; xem các cách viết trong tài liệu, hoặc viết theo từng phần.`,
  due_parts_unclear: (p: { keys: readonly string[] }) =>
    p.keys.length === 0
      ? "Thời hạn viết theo từng phần phải có một trong: ngày, số lượng, mỗi, cuối mỗi đợt, kỳ họp, không thời hạn."
      : `Các mục ${p.keys.map((key) => `“${key}”`).join(", ")} không đi cùng nhau trong một thời hạn.`,
  due_before_unclear: (p: { text: string; strict: string; inclusive: string }) =>
    `“${p.text}” có thể là hết ngày ${p.strict} hoặc hết ngày ${p.inclusive}: hãy viết “chậm nhất ${p.strict}” hay “chậm nhất ${p.inclusive}”, hoặc nêu một lần trong quy ước.`,
  due_year_missing: (p: { text: string }) =>
    `“${p.text}” thiếu năm, mà thời gian thực hiện có nhiều năm; hãy viết rõ năm.`,
  due_vague: (p: { text: string }) =>
    `“${p.text}” không chỉ rõ ngày nào, luật cũng không định nghĩa; hãy viết ngày, tháng, quý, “thường xuyên” hoặc “không thời hạn”, và giữ lời văn bản ở “nguyên văn”.`,
  due_in_hours: (p: { text: string }) =>
    `“${p.text}” tính bằng giờ; hạn chỉ tính được theo ngày: hãy viết số ngày làm việc, hoặc giờ của một ngày, như “14:00 ngày 30/6”.`,
  due_day_of_period: (p: { text: string }) =>
    `“${p.text}” có thể là ngày trong kỳ hoặc ngày sau khi hết kỳ: hãy viết “hằng tháng, sau 5 ngày” nếu báo cáo sau kỳ, hoặc dùng chế độ báo cáo có ngày chốt số liệu.`,
  due_not_for_mode: (p: { mode: string; due: string }) =>
    `Thời hạn “${p.due}” không hợp với hình thức “${p.mode}”.`,
  due_outside_period: (p: { date: string; from: string; to: string }) =>
    `Hạn ${p.date} nằm ngoài thời gian thực hiện ${p.from} – ${p.to}; nếu văn bản đúng là như vậy, hãy ghi cách hiểu.`,
  due_before_dependency: (p: { date: string; task: string; other: string }) =>
    `Hạn ${p.date} đứng trước hạn ${p.other} của nhiệm vụ “${p.task}” mà nó phải chờ.`,
  due_needs_regime: (p: { regime: string }) =>
    `Chế độ báo cáo “${p.regime}” không phải là chế độ mà kế hoạch dùng.`,
  windows_missing: (p: { key: string }) =>
    `Nhiệm vụ theo đợt phải nêu “${p.key}”, hoặc thời hạn là một tháng hay quý.`,
  regime_lacks_period: (p: { regime: string; period: string }) =>
    `Chế độ báo cáo “${p.regime}” không có kỳ “${p.period}”.`,
  windows_not_for_mode: (p: { mode: string }) => `Hình thức “${p.mode}” không có các đợt.`,
  window_repeated: (p: { id: string }) => `Mã đợt “${p.id}” dùng hai lần trong một nhiệm vụ.`,

  // References.
  id_repeated: (p: { id: string; first: string }) => `Mã “${p.id}” đã dùng ở ${p.first}.`,
  agency_unknown: (p: { id: string } & Guess) =>
    `Tổ chức bộ máy không có cơ quan “${p.id}”.${meant(p.guess)}`,
  agency_not_existing: (p: { id: string; date: string; from: string; to: string | null }) =>
    `Cơ quan “${p.id}” không tồn tại vào ngày ${p.date} (${p.to === null ? `có từ ${p.from}` : `${p.from} – ${p.to}`}).`,
  group_unknown: (p: { id: string } & Guess) => `Tổ chức bộ máy không có nhóm “${p.id}”.${meant(p.guess)}`,
  agency_is_group: (p: { id: string }) => `“${p.id}” là một nhóm, không phải một cơ quan.`,
  group_empty: (p: { id: string; date: string }) => `Nhóm “${p.id}” không có cơ quan nào vào ngày ${p.date}.`,
  party_unknown: (p: { id: string } & Guess) =>
    `Tổ chức bộ máy không có cơ quan hay nhóm “${p.id}”.${meant(p.guess)}`,
  party_unclear: () => "Hãy nêu đúng một trong hai: cơ quan hoặc nhóm.",
  lead_unclear: () => "Hãy nêu đúng một cách: một cơ quan, một nhóm, hoặc từng cơ quan.",
  visibility_wider: (p: { plan: string }) =>
    `Nhiệm vụ chỉ được thu hẹp phạm vi xem của kế hoạch (“${p.plan}”), không được mở rộng.`,
  lead_nobody: () => "Sau khi trừ, không còn cơ quan nào chủ trì.",
  objective_unknown: (p: { id: string } & Guess) => `Không có mục tiêu “${p.id}”.${meant(p.guess)}`,
  task_unknown: (p: { id: string } & Guess) => `Không có nhiệm vụ “${p.id}”.${meant(p.guess)}`,
  input_unknown: (p: { id: string } & Guess) => `Không có số liệu “${p.id}”.${meant(p.guess)}`,
  input_differs: (p: { id: string; first: string }) =>
    `Số liệu “${p.id}” đã được khai báo ở ${p.first} với nội dung khác; cùng mã thì phải cùng nội dung.`,
  input_cycle: (p: { ids: readonly string[] }) =>
    `Các số liệu này là một phần của nhau: ${p.ids.join(" → ")}.`,
  part_other_period: (p: { id: string }) =>
    `Số liệu này và “${p.id}” không cùng kỳ báo cáo nên không so được phần với tổng.`,
  input_personal: (p: { words: string }) =>
    `“${p.words}” là thông tin về từng người; ở đây chỉ báo cáo số tổng hợp.`,
  cumulative_unstated: (p: { title: string }) =>
    `“${p.title}” được báo cáo nhiều kỳ trong năm: hãy ghi “lũy kế: có” nếu số của các kỳ cộng dồn, “lũy kế: không” nếu lấy số của kỳ cuối.`,
  reporter_missing: (p: { title: string }) => `Chưa ghi cơ quan nào báo cáo “${p.title}”.`,
  reporter_unclear: () => "Chỉ ghi một trong hai: một cơ quan chịu trách nhiệm, hoặc từng cơ quan.",
  units_nobody: () => "Sau khi trừ, không còn cơ quan nào phải đạt chỉ tiêu.",
  report_without_period: () =>
    "Chỉ nhiệm vụ định kỳ báo cáo được mọi số liệu của kỳ; nhiệm vụ một lần, theo đợt phải ghi rõ số liệu nào; nhiệm vụ thường xuyên, khi phát sinh không báo cáo số liệu.",
  report_other_period: (p: { id: string; input: string; duty: string }) =>
    `Số liệu “${p.id}” báo cáo theo ${p.input}, không theo ${p.duty} như nhiệm vụ này.`,
  target_unknown: (p: { id: string } & Guess) => `Không có chỉ tiêu “${p.id}”.${meant(p.guess)}`,
  lifecycle_unknown: (p: { id: string } & Guess) => `Không có quy trình “${p.id}”.${meant(p.guess)}`,
  statement_unknown: (p: { id: string } & Guess) => `Không có đoạn văn bản “${p.id}”.${meant(p.guess)}`,
  document_other: (p: { wanted: string; given: string }) =>
    `Kế hoạch dùng tài liệu “${p.wanted}”, nhưng tài liệu được đưa vào là “${p.given}”.`,
  objective_cycle: (p: { ids: readonly string[] }) => `Các mục tiêu thuộc lẫn nhau: ${p.ids.join(" → ")}.`,
  task_cycle: (p: { ids: readonly string[] }) => `Các nhiệm vụ chờ lẫn nhau: ${p.ids.join(" → ")}.`,
  target_cycle: (p: { ids: readonly string[] }) => `Các chỉ tiêu gồm lẫn nhau: ${p.ids.join(" → ")}.`,
  agency_cycle: (p: { ids: readonly string[] }) => `Các cơ quan là cấp trên của nhau: ${p.ids.join(" → ")}.`,

  // Targets.
  level_not_understood: (p: { text: string }) =>
    `Không đọc được mức “${p.text}”; hãy viết như: trên 95 %, ít nhất 12, 100 %, không quá 5.`,
  figure_not_understood: (p: { text: string }) =>
    `Không đọc được số “${p.text}”; hãy viết như 2,5 hoặc 2,5 %.`,
  formula_missing: () => "Chỉ tiêu có nhiều số liệu thì phải nêu công thức.",
  formula_not_figure: () => "Công thức này cho ra đúng hoặc sai; cần một con số.",
  formula_of_no_figure: (p: { name: string; kind: string }) =>
    `“${p.name}” có loại “${p.kind}”, không tính toán được.`,
  trajectory_percent_mixed: () =>
    "Lộ trình phải cùng đơn vị với mức của chỉ tiêu: đều là phần trăm, hoặc đều không.",
  trajectory_disordered: (p: { date: string; before: string }) =>
    `Mốc ${p.date} của lộ trình không đứng sau mốc ${p.before}.`,
  level_percent_mixed: () => "Hai đầu của khoảng phải cùng là phần trăm hoặc cùng không.",

  // Lifecycles.
  lifecycle_base_unknown: (p: { id: string; allowed: readonly string[] } & Guess) =>
    `Không có quy trình có sẵn “${p.id}” để kế thừa; chỉ có: ${p.allowed.join(", ")}.${meant(p.guess)}`,
  lifecycle_reserved: (p: { id: string }) =>
    `“${p.id}” là quy trình có sẵn; hãy đặt mã khác và kế thừa nó nếu cần.`,
  state_unknown: (p: { id: string } & Guess) => `Quy trình không có trạng thái “${p.id}”.${meant(p.guess)}`,
  state_unreachable: (p: { id: string }) => `Không lệnh nào dẫn tới trạng thái “${p.id}”.`,
  state_dead_end: (p: { id: string; way: string }) =>
    `Từ trạng thái “${p.id}” không còn cách nào chắc chắn đi tới kết thúc. Đường tới đó: ${p.way}.`,
  state_nobody: (p: { id: string; way: string }) =>
    `Ở trạng thái “${p.id}” không ai làm được gì, chỉ còn chờ đến hạn. Đường tới đó: ${p.way}.`,
  initial_closed: (p: { id: string }) => `Quy trình không được bắt đầu ở trạng thái đã kết thúc “${p.id}”.`,
  command_reserved: (p: { id: string }) =>
    `Lệnh “${p.id}” có sẵn trong mọi quy trình; hãy đặt mã khác cho lệnh của bạn.`,
  command_nobody: (p: { id: string }) => `Không ai dùng được lệnh “${p.id}”.`,
  command_clock: (p: { id: string }) =>
    `Lệnh “${p.id}”: đồng hồ chỉ gửi lệnh “khi đến hạn”, và lệnh “khi đến hạn” chỉ do đồng hồ gửi, không kèm yêu cầu.`,
  command_on_due_stays: (p: { id: string }) => `Lệnh “${p.id}” gửi khi đến hạn thì phải đổi trạng thái.`,
  command_stamps_and_clears: (p: { id: string }) => `Lệnh “${p.id}” vừa ghi vừa xóa thời điểm hoàn thành.`,
  completion_not_stamped: (p: { id: string; way: string }) =>
    `Có đường tới trạng thái “${p.id}” mà không lệnh nào ghi thời điểm hoàn thành: ${p.way}.`,
  lifecycle_never_done: () => "Quy trình không có trạng thái nào thuộc nhóm “xong” mà đi tới được.",

  // Register documents.
  holiday_unclear: () => "Ngày lễ phải có hoặc một ngày, hoặc cả ngày đầu và ngày cuối.",
  holiday_too_long: (p: { limit: number }) => `Một dịp nghỉ lễ không dài quá ${p.limit} ngày.`,
  base_calendar_missing: (p: { id: string }) =>
    `Không tìm thấy lịch “${p.id}”, hay phiên bản trước của nó, để kế thừa.`,
  day_off_and_worked: (p: { date: string }) =>
    `Ngày ${p.date} vừa ghi là ngày nghỉ, vừa ghi là ngày làm việc.`,
  swap_idle: (p: { off: string; worked: string }) =>
    `Hoán đổi không đổi gì: ngày ${p.off} phải vốn là ngày làm việc, ngày ${p.worked} phải vốn là ngày nghỉ.`,
  person_unknown: (p: { id: string } & Guess) => `Danh sách những người không có “${p.id}”.${meant(p.guess)}`,
  authority_to_oneself: (p: { id: string }) => `“${p.id}” không thể làm thay cho chính mình.`,
  authority_agency: (p: { id: string; agencies: readonly string[] }) =>
    `Hãy nêu một cơ quan mà “${p.id}” giữ vị trí: ${p.agencies.join(", ")}.`,
  submission_unclear: () =>
    "Thời hạn gửi ghi theo một trong hai cách: số ngày sau khi chốt số liệu, hoặc ngày nào trong tháng.",
  regime_period_repeated: (p: { first: string }) =>
    `Mỗi loại kỳ chỉ có một quy tắc; “${p.first}” đã quy định loại kỳ này.`,
  code_overlaps: (p: { code: string }) => `Mã “${p.code}” trùng thời gian với một mã khác của cùng cơ quan.`,
};

const questions = {
  two_leads: (p: { agencies: readonly string[] }) =>
    `Nhiệm vụ có ${p.agencies.length} cơ quan chủ trì (${p.agencies.join(", ")}): ai chịu trách nhiệm chính? Khi chưa rõ, mỗi cơ quan nhận một nhiệm vụ.`,
  change_mode_unstated: (p: { level: string }) =>
    `“${p.level}” là điểm phần trăm, tỷ lệ tương đối hay số tuyệt đối? Khi chưa rõ, chỉ tiêu chưa được đánh giá.`,
  base_unstated: () => "So với kỳ nào? Khi chưa rõ, chỉ tiêu chưa được đánh giá.",
  target_without_owner: () => "Chưa có cơ quan chịu trách nhiệm về chỉ tiêu này.",
  thousands_or_decimal: (p: { text: string; thousands: string; decimal: string }) =>
    `“${p.text}” đang được hiểu là ${p.decimal}; nếu ý là ${p.thousands}, hãy viết không có dấu chấm.`,
  question_noted: (p: { text: string }) => `Người soạn ghi: ${p.text} Trả lời xong thì xóa dòng ghi chú này.`,
};

/** What the written language can put at one spot. */
export type Form = "map" | "list" | "text" | "number" | "integer" | "boolean" | "keyword";

function form(name: Form): string {
  const names: Record<Form, string> = {
    map: "các mục con",
    list: "một danh sách",
    text: "chữ",
    number: "một số",
    integer: "một số nguyên",
    boolean: "có hoặc không",
    keyword: "một từ khóa",
  };
  return names[name];
}

export const vi = { problems, questions };

export type ProblemParams = {
  [Code in keyof typeof problems]: (typeof problems)[Code] extends () => string
    ? Record<never, never>
    : Parameters<(typeof problems)[Code]>[0];
};
export type QuestionParams = {
  [Code in keyof typeof questions]: (typeof questions)[Code] extends () => string
    ? Record<never, never>
    : Parameters<(typeof questions)[Code]>[0];
};
