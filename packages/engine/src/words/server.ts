// What the server says to people: errors of a request, rates of official reports, names of entries and positions.

import type { Catalogue } from "./catalogue.ts";

const vi = {
  instanceName: "Theo dõi thực hiện kế hoạch",
  troubles: {
    not_signed_in: () => "Chưa xác định được người thao tác; hãy đăng nhập.",
    no_identity_provider: () =>
      "Máy chủ chưa được nối với nơi đăng nhập và không chạy ở chế độ trình diễn, nên chưa ai đăng nhập được. Người cài đặt cần cung cấp hàm `identify`.",
    cross_site: () => "Yêu cầu ghi đến từ một trang khác nên bị từ chối.",
    not_found: () => "Không tìm thấy nội dung này.",
    not_allowed: () => "Bạn không có quyền xem nội dung này.",
    unknown_identity: ({ detail }) => `Không có vai “${detail}” trong bản trình diễn này.`,
    invalid_request: ({ detail }) => `Yêu cầu chưa đúng quy cách: ${detail}.`,
    body_too_large: () => "Nội dung gửi lên quá lớn.",
    unsupported_media: () =>
      "Không nhận nội dung ở dạng này: thao tác gửi bằng application/json, tệp bằng application/octet-stream.",
    date_backwards: ({ detail }) => `Ngày trình diễn chỉ chuyển về sau; hiện là ${detail}.`,
    date_too_far: ({ detail }) => `Mỗi lần chỉ chuyển được tới ${detail}.`,
    clock_busy: () => "Ngày trình diễn đang được chuyển; hãy đợi trong giây lát.",
    too_many_uploads: () => "Đang có quá nhiều tệp được gửi lên cùng lúc; hãy thử lại sau giây lát.",
    too_many_streams: () => "Đang có quá nhiều kết nối theo dõi trực tiếp; hãy thử lại sau.",
    internal: ({ detail }) => `Có lỗi ở máy chủ. Hãy thử lại; nếu vẫn lỗi, báo người quản trị mã ${detail}.`,
  },
  portTaken: (port: number) =>
    `Cổng ${port} đang được chương trình khác dùng. Hãy chọn cổng khác bằng --port hoặc biến môi trường PORT.`,
  demoOnRealData: "Dữ liệu này là của hệ thống chính thức; bản trình diễn cần thư mục dữ liệu riêng.",
  portForbidden: (port: number) => `Không được phép mở cổng ${port}. Hãy chọn một cổng từ 1024 trở lên.`,
  pagesNotBuilt: {
    title: "Chưa có giao diện",
    body: "Máy chủ đang chạy, nhưng các trang giao diện chưa được dựng. Hãy chạy lệnh sau rồi tải lại trang:",
  },
  rates: {
    done_of_done_or_overdue: {
      label: "Tỷ lệ hoàn thành trong số đã xong hoặc đã quá hạn",
      formula: "đã hoàn thành ÷ (đã hoàn thành + chưa hoàn thành đã quá hạn); việc còn trong hạn không tính",
    },
    done_of_due: {
      label: "Tỷ lệ hoàn thành trong số đã đến hạn",
      formula: "đã hoàn thành trong số đã đến hạn ÷ số đã đến hạn",
    },
    on_time_of_done: {
      label: "Tỷ lệ đúng hạn trong số đã hoàn thành",
      formula: "hoàn thành đúng hạn ÷ (hoàn thành đúng hạn + hoàn thành quá hạn)",
    },
  },
  entries: {
    plan_issued: "Ban hành",
    plan_amended: "Điều chỉnh, bổ sung",
    report_issued: "Chốt báo cáo kỳ",
    report_checked: "Đối chiếu số liệu",
    amended: "Theo văn bản điều chỉnh, bổ sung",
    assignment_opened: "Giao nhiệm vụ",
    due_soon: "Sắp đến hạn",
    overdue: "Quá hạn",
    released: "Được bắt đầu thực hiện",
    adjust_due: "Gia hạn",
    request_extension: "Xin gia hạn",
    grant_extension: "Đồng ý gia hạn",
    grant_orally: "Ghi nhận đồng ý miệng",
    paper_extension: "Bổ sung văn bản gia hạn",
    refuse_extension: "Không đồng ý gia hạn",
    lapse_extension: "Hết hiệu lực đồng ý miệng",
    correct: "Đính chính",
    escalate: "Báo lên cấp trên do quá hạn",
    rescheduled: "Tính lại lịch nhắc",
    due_shifted: "Hạn lùi do kế hoạch tạm dừng",
    suspend: "Tạm dừng kế hoạch",
    resume: "Tiếp tục kế hoạch",
    withdraw: "Thu hồi kế hoạch",
    end: "Kết thúc kế hoạch",
    occurrence_opened: "Ghi nhận sự việc phát sinh",
    reading_reported: "Báo cáo số liệu",
    plan_woken: "Đến lịch của kế hoạch",
    attach: "Đính kèm tệp",
    erased: "Xóa nội dung hoặc tệp",
  },
  positions: {
    head: "Lãnh đạo",
    clerk: "Văn thư",
    officer: "Chuyên viên",
    issuer: "Chủ tịch",
    vice_chair: "Phó Chủ tịch phụ trách",
    office: "Chuyên viên theo dõi",
    auditor: "Kiểm tra, giám sát",
    admin: "Quản trị hệ thống",
  },
  at: (position: string, agency: string) => `${position} · ${agency}`,
} satisfies ServerWordShape;

const en: typeof vi = {
  instanceName: "Plan tracking",
  troubles: {
    not_signed_in: () => "It is not known who is acting; please sign in.",
    no_identity_provider: () =>
      "This server is not connected to a sign-in and is not a demo, so nobody can sign in. Whoever installs it must provide an `identify` function.",
    cross_site: () => "A write that comes from another site is refused.",
    not_found: () => "There is nothing here.",
    not_allowed: () => "You may not read this.",
    unknown_identity: ({ detail }) => `There is no identity “${detail}” in this demo.`,
    invalid_request: ({ detail }) => `The request does not fit: ${detail}.`,
    body_too_large: () => "The body is too large.",
    unsupported_media: () =>
      "Content of this media type is not taken: commands are application/json, files application/octet-stream.",
    date_backwards: ({ detail }) => `The demo's date only moves forward; it is ${detail}.`,
    date_too_far: ({ detail }) => `One move reaches ${detail} at most.`,
    clock_busy: () => "The demo's date is being moved; wait a moment.",
    too_many_uploads: () => "Too many files are being sent at once; try again in a moment.",
    too_many_streams: () => "There are too many live connections; try again later.",
    internal: ({ detail }) =>
      `Something went wrong in the server. Try again; if it stays, tell the administrator ${detail}.`,
  },
  portTaken: (port) =>
    `Port ${port} is used by another program. Choose another with --port or the environment variable PORT.`,
  demoOnRealData: "These data are a real instance's; a demo needs a data directory of its own.",
  portForbidden: (port) => `Port ${port} may not be opened. Choose one from 1024 up.`,
  pagesNotBuilt: {
    title: "The pages are not built",
    body: "The server runs, but its pages have not been built. Run this command, then reload:",
  },
  rates: {
    done_of_done_or_overdue: {
      label: "Done, of those done or overdue",
      formula: "done ÷ (done + not done and overdue); what is still in time does not count",
    },
    done_of_due: {
      label: "Done, of those whose due has passed",
      formula: "done among those whose due has passed ÷ all whose due has passed",
    },
    on_time_of_done: {
      label: "On time, of those done",
      formula: "done on time ÷ (done on time + done late)",
    },
  },
  entries: {
    plan_issued: "Issued",
    plan_amended: "Amended",
    report_issued: "Period report issued",
    report_checked: "Line of a report checked",
    amended: "Passed into the amended plan",
    assignment_opened: "Assigned",
    due_soon: "Due soon",
    overdue: "Overdue",
    released: "Free to begin",
    adjust_due: "Due date adjusted",
    request_extension: "Extension asked for",
    grant_extension: "Extension granted",
    grant_orally: "Oral consent recorded",
    paper_extension: "Extension's document added",
    refuse_extension: "Extension refused",
    lapse_extension: "Oral consent lapsed",
    correct: "Entry corrected",
    escalate: "Escalated, being overdue",
    rescheduled: "Reminder rescheduled",
    due_shifted: "Due moved by the plan's suspension",
    suspend: "Plan suspended",
    resume: "Plan resumed",
    withdraw: "Plan withdrawn",
    end: "Plan ended",
    occurrence_opened: "Event recorded",
    reading_reported: "Figure reported",
    plan_woken: "The plan's calendar came round",
    attach: "File attached",
    erased: "Text or file erased",
  },
  positions: {
    head: "Head",
    clerk: "Clerk",
    officer: "Officer",
    issuer: "Chair",
    vice_chair: "Vice chair in charge",
    office: "Officer who follows the plan",
    auditor: "Auditor",
    admin: "Administrator",
  },
  at: (position, agency) => `${position} · ${agency}`,
};

/** A sentence about a request; `detail` is already in the reader's language. */
type TroubleSentence = (facts: { detail?: string }) => string;

interface ServerWordShape {
  troubles: Record<string, TroubleSentence>;
  [area: string]: unknown;
}

export const serverWords: Catalogue<typeof vi> = { vi, en };
