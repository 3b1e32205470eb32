// Why a command was not taken, in words; one sentence that also says what would help.

import type { Catalogue } from "./catalogue.ts";

/** What a refusal's sentence may name; all already in the reader's language. */
export interface RefusalFacts {
  command?: string;
  stage?: string;
  whoCould?: string;
  detail?: string;
}

type RefusalSentence = (facts: RefusalFacts) => string;

const vi = {
  unknown_plan: () => "Không tìm thấy kế hoạch này.",
  unknown_task: ({ detail }) => `Không có nhiệm vụ “${detail}” trong văn bản đó.`,
  unknown_assignment: () => "Không tìm thấy nhiệm vụ được giao này.",
  unknown_command: ({ command }) => `Không có thao tác “${command}” ở đây.`,
  wrong_state: ({ command, stage }) => `Không thể “${command}” ở trạng thái “${stage}”.`,
  not_your_role: ({ command, whoCould }) =>
    `Bạn không có quyền “${command}”. Người có thể thực hiện: ${whoCould}.`,
  plan_not_in_force: ({ stage }) => `Không thực hiện được khi kế hoạch ở trạng thái “${stage}”.`,
  waits_for_predecessor: ({ detail }) => `Nhiệm vụ này chờ nhiệm vụ trước hoàn thành: ${detail}.`,
  reason_required: () => "Cần ghi lý do, ít nhất 10 ký tự.",
  document_required: () => "Cần số, ký hiệu và ngày của văn bản.",
  product_required: ({ detail }) => `Cần số và ngày văn bản của sản phẩm: ${detail}.`,
  answer_required: () => "Cần nêu ý kiến: đồng ý hoặc có ý kiến khác.",
  own_work: () => "Người đã báo cáo hoàn thành không được tự xác nhận.",
  coordinators_pending: ({ detail }) => `Còn cơ quan phối hợp chưa cho ý kiến: ${detail}.`,
  due_required: () => "Cần ngày đến hạn mới, là ngày có thật; giờ (nếu có) từ 00:00 đến 23:59.",
  changes_nothing: () => "Thao tác này không làm thay đổi gì nên không được ghi nhận.",
  conflict: () => "Vừa có người khác cập nhật. Hãy tải lại, xem thay đổi rồi thực hiện lại.",
  request_reused: () => "Mã yêu cầu này đã dùng cho một nội dung khác; hãy gửi lại với mã mới.",
  in_the_future: () => "Thời điểm thực hiện không được ở tương lai.",
  entered_too_late: ({ detail }) => `Chỉ được ghi nhận việc đã làm từ ${detail} trở lại đây.`,
  demo_data: () => "Hệ thống chính thức không nhận dữ liệu trình diễn.",
  occurrence_exists: ({ detail }) => `Lần phát sinh “${detail}” đã được mở.`,
  not_an_event_task: ({ detail }) => `Nhiệm vụ “${detail}” không phải nhiệm vụ theo sự việc phát sinh.`,
  register_document_missing: ({ detail }) => `Sổ đăng ký chưa có văn bản mà kế hoạch dẫn tới: ${detail}.`,
  unknown_authority: ({ detail }) => `Sổ đăng ký hiện không có ủy quyền “${detail}” cho người này.`,
  authority_not_in_force: ({ detail }) => `Ủy quyền không có hiệu lực hôm nay (${detail}).`,
  authority_empty: ({ detail }) =>
    `Người ủy quyền (${detail}) hôm nay không giữ chức danh nào mà ủy quyền này cho làm thay.`,
  register_document_exists: ({ detail }) => `Sổ đăng ký đã có phiên bản này với nội dung khác: ${detail}.`,
  already_issued: ({ detail }) => `Kế hoạch “${detail}” đã được ban hành.`,
  not_issuable: ({ detail }) => `Chưa ban hành được: ${detail}.`,
  content_elsewhere: () => "Nội dung nhiệm vụ này được quản lý ở nơi khác, nên không đính kèm tệp ở đây.",
  unknown_product: ({ detail }) => `Nhiệm vụ này không có sản phẩm “${detail}”.`,
  file_required: () => "Cần một tệp có nội dung.",
  file_too_large: ({ detail }) => `Tệp quá lớn; tối đa ${detail}.`,
  file_name_invalid: () =>
    "Tên tệp không hợp lệ: từ 1 đến 200 ký tự, không chứa đường dẫn hay ký tự không nhìn thấy, không bắt đầu bằng dấu chấm.",
  file_type_not_taken: ({ detail }) => `Loại tệp này không được nhận; chỉ nhận ${detail}.`,
  file_content_differs: ({ detail }) =>
    `Nội dung tệp không đúng là tệp ${detail} nguyên vẹn, không có macro; hãy lưu lại rồi đính kèm.`,
  percent_out_of_range: () => "Tỷ lệ tiến độ phải là số nguyên từ 0 đến 100.",
  agency_required: () => "Cần nêu cơ quan nhận: cơ quan đang hoạt động và chưa được giao nhiệm vụ này.",
  decided_by_required: () => "Cần ghi ai đã quyết định (họ tên, chức vụ).",
  cause_unconfirmed: () => "Nguyên nhân khách quan phải ghi rõ ai xác nhận.",
  handler_required: () => "Cần nêu đơn vị hoặc chuyên viên xử lý.",
  declined_too_late: ({ command }) => `Đã hết hạn để “${command}”; hãy xin ý kiến văn phòng.`,
  no_extensions_left: () => "Đã hết số lần được gia hạn; cơ quan giao việc vẫn có thể điều chỉnh thời hạn.",
  issuer_changed: ({ detail }) => `Văn bản điều chỉnh không được thay cơ quan ban hành (${detail}).`,
  task_id_retired: ({ detail }) =>
    `Mã nhiệm vụ “${detail}” đã dùng cho nhiệm vụ đã bỏ; nhiệm vụ mới cần mã khác.`,
  state_not_in_lifecycle: ({ detail, stage }) =>
    `Quy trình mới không có trạng thái “${stage}” mà nhiệm vụ đang ở: ${detail}.`,
  not_withdrawable: ({ detail, stage }) =>
    `Quy trình không cho thu hồi ở trạng thái “${stage}” nhiệm vụ không còn trong kế hoạch: ${detail}.`,
  period_not_over: ({ detail }) => `Kỳ báo cáo chưa kết thúc; chốt được từ ngày ${detail}.`,
  not_in_report: ({ detail }) => `Báo cáo này không có dòng số liệu của cơ quan “${detail}”.`,
  readings_required: () => "Cần ít nhất một số liệu để báo cáo.",
  unknown_input: ({ detail }) => `Kế hoạch này không thu thập số liệu “${detail}”.`,
  unknown_period: ({ detail }) => `Không có kỳ báo cáo ${detail}.`,
  not_its_reporter: ({ command, detail }) => `“${command}” không phải cơ quan báo cáo số liệu “${detail}”.`,
  reported_elsewhere: ({ detail }) => `Số liệu này không báo cáo ở đây mà lấy từ: ${detail}.`,
  period_not_begun: ({ detail }) => `Kỳ báo cáo chưa bắt đầu; nhận ước thực hiện từ ngày ${detail}.`,
  official_too_early: ({ detail }) =>
    `Kỳ báo cáo chưa kết thúc; số chính thức nhận từ ngày ${detail}, trước đó chỉ nhận ước thực hiện.`,
  official_stands: ({ detail }) => `Đã có số chính thức nên không nhận ước thực hiện: ${detail}.`,
  value_impossible: ({ detail, stage }) => `Giá trị không hợp lệ (${detail}): cần ${stage}.`,
  part_over_whole: ({ detail }) => `Phần không thể lớn hơn tổng: ${detail}.`,
  confirmation_required: ({ detail }) =>
    `Số liệu thay đổi nhiều so với kỳ trước (${detail}); nếu đúng, hãy xác nhận rồi gửi lại.`,
  figures_required: ({ detail }) => `Còn số liệu chưa báo cáo: ${detail}.`,
} satisfies Record<string, RefusalSentence>;

const en: Record<keyof typeof vi, RefusalSentence> = {
  unknown_plan: () => "There is no such plan.",
  unknown_task: ({ detail }) => `There is no task “${detail}” in that document.`,
  unknown_assignment: () => "There is no such assignment.",
  unknown_command: ({ command }) => `There is no command “${command}” here.`,
  wrong_state: ({ command, stage }) => `“${command}” is not possible in state “${stage}”.`,
  not_your_role: ({ command, whoCould }) => `You may not “${command}”. Who could: ${whoCould}.`,
  plan_not_in_force: ({ stage }) => `Not possible while the plan is in state “${stage}”.`,
  waits_for_predecessor: ({ detail }) =>
    `This assignment waits for an earlier task to be completed: ${detail}.`,
  reason_required: () => "A reason of at least 10 characters is needed.",
  document_required: () => "The document's number and date are needed.",
  product_required: ({ detail }) => `The number and date of the product's document are needed: ${detail}.`,
  answer_required: () => "A view is needed: agree or differ.",
  own_work: () => "Whoever reported completion may not confirm it.",
  coordinators_pending: ({ detail }) => `Coordinating agencies have not answered yet: ${detail}.`,
  due_required: () => "A new due date is needed, a day that exists; an hour, if any, from 00:00 to 23:59.",
  changes_nothing: () => "This would change nothing, so nothing was recorded.",
  conflict: () => "Someone else has just updated this. Reload, look at the change, then try again.",
  request_reused: () => "This request id was used for something else; send it again under a new one.",
  in_the_future: () => "The time of the act may not lie in the future.",
  entered_too_late: ({ detail }) => `Only acts since ${detail} may still be entered.`,
  demo_data: () => "A real instance takes no demonstration data.",
  occurrence_exists: ({ detail }) => `Occurrence “${detail}” has been opened already.`,
  not_an_event_task: ({ detail }) => `Task “${detail}” is not an event-driven task.`,
  register_document_missing: ({ detail }) => `The register lacks a document the plan names: ${detail}.`,
  unknown_authority: ({ detail }) => `The register gives this person no authority “${detail}” now.`,
  authority_not_in_force: ({ detail }) => `The authority does not hold today (${detail}).`,
  authority_empty: ({ detail }) =>
    `Whoever is stood in for (${detail}) holds no position today that this authority covers.`,
  register_document_exists: ({ detail }) => `The register holds this version with other content: ${detail}.`,
  already_issued: ({ detail }) => `Plan “${detail}” has been issued already.`,
  not_issuable: ({ detail }) => `Cannot be issued yet: ${detail}.`,
  content_elsewhere: () => "This task's content is kept elsewhere, so no files are attached here.",
  unknown_product: ({ detail }) => `This task has no product “${detail}”.`,
  file_required: () => "A file with something in it is needed.",
  file_too_large: ({ detail }) => `The file is too large; at most ${detail}.`,
  file_name_invalid: () =>
    "The file's name cannot be taken: 1 to 200 characters, no path, nothing invisible, no dot at the beginning.",
  file_type_not_taken: ({ detail }) => `Files of this type are not taken, only ${detail}.`,
  file_content_differs: ({ detail }) =>
    `The content is not that of a whole ${detail} file without macros; save it again, then attach it.`,
  percent_out_of_range: () => "Progress must be a whole number from 0 to 100.",
  agency_required: () => "Name the agency to take it over: one that exists and does not have this task yet.",
  decided_by_required: () => "Say who decided (name and position).",
  cause_unconfirmed: () => "Say who confirmed that the cause lay outside the agency.",
  handler_required: () => "Name the unit or the officer who handles it.",
  declined_too_late: ({ command }) => `It is too late to “${command}”; ask the office instead.`,
  no_extensions_left: () => "No extension is left to ask for; whoever gave the task can still move its due.",
  issuer_changed: ({ detail }) => `An amendment cannot change the issuer (${detail}).`,
  task_id_retired: ({ detail }) =>
    `Task id “${detail}” was used for a task that was taken out; a new task needs another id.`,
  state_not_in_lifecycle: ({ detail, stage }) =>
    `The new lifecycle lacks state “${stage}”, in which an assignment stands: ${detail}.`,
  not_withdrawable: ({ detail, stage }) =>
    `The lifecycle lets nobody withdraw in state “${stage}” an assignment that is no longer in the plan: ${detail}.`,
  period_not_over: ({ detail }) => `The period is not over; its report can be issued from ${detail} on.`,
  not_in_report: ({ detail }) => `The report has no line of the agency “${detail}”.`,
  readings_required: () => "At least one figure to report is needed.",
  unknown_input: ({ detail }) => `The plan collects no figure “${detail}”.`,
  unknown_period: ({ detail }) => `There is no reporting period ${detail}.`,
  not_its_reporter: ({ command, detail }) => `“${command}” is not an agency that reports “${detail}”.`,
  reported_elsewhere: ({ detail }) => `The figure is not reported here but taken from: ${detail}.`,
  period_not_begun: ({ detail }) => `The period has not begun; estimates are taken from ${detail} on.`,
  official_too_early: ({ detail }) =>
    `The period is not over; official figures are taken from ${detail} on, before that only estimates.`,
  official_stands: ({ detail }) => `An official figure is there, so no estimate is taken: ${detail}.`,
  value_impossible: ({ detail, stage }) => `The value cannot be (${detail}): wanted is ${stage}.`,
  part_over_whole: ({ detail }) => `A part cannot be more than its whole: ${detail}.`,
  confirmation_required: ({ detail }) =>
    `The figure differs much from the period before (${detail}); if it is right, confirm it and send it again.`,
  figures_required: ({ detail }) => `Figures are not reported yet: ${detail}.`,
};

export const refusalWords: Catalogue<Record<keyof typeof vi, RefusalSentence>> = { vi, en };
