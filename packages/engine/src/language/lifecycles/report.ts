// The built-in lifecycle `report`, followed by duties to report figures.

/** A change of it is a new version; plans in force keep theirs. */
export const reportVersion = 1;

/** Handed in, then accepted or returned. A report cannot be handed back or over: the figures are its agency's own. */
export const reportLifecycle = `label: { vi: Báo cáo số liệu, en: Report }
initial: assigned
states:
  assigned: { label: { vi: Chưa tiếp nhận, en: Not taken up }, category: todo }
  in_progress: { label: { vi: Đang lập báo cáo, en: Being drawn up }, category: active }
  submitted: { label: { vi: Đã gửi, en: Handed in }, category: waiting }
  accepted: { label: { vi: Đã tiếp nhận báo cáo, en: Accepted }, category: done }
  withdrawn: { label: { vi: Đã thu hồi, en: Withdrawn }, category: cancelled }
commands:
  accept:
    label: { vi: Tiếp nhận, en: Accept }
    from: assigned
    to: in_progress
    who: [head, clerk, officer]
  assign_within:
    label: { vi: Phân công xử lý, en: Assign within the agency }
    from: [assigned, in_progress]
    who: [head, clerk]
    require: handler
  progress:
    label: { vi: Cập nhật tiến độ, en: Report progress }
    from: in_progress
    who: [officer, clerk, head]
  report_obstacle:
    label: { vi: Báo cáo vướng mắc, en: Report an obstacle }
    from: in_progress
    who: [head, clerk, officer]
    require: reason
  direct:
    label: { vi: Cho ý kiến chỉ đạo, en: Give a directive }
    from: [assigned, in_progress]
    who: [issuer, vice_chair, office]
    require: reason
  submit:
    label: { vi: Gửi báo cáo, en: Submit }
    from: [assigned, in_progress]
    to: submitted
    who: [head, clerk]
    require: [figures, products]
    stamps_completion: true
  recall:
    label: { vi: Rút lại báo cáo, en: Recall }
    from: submitted
    to: in_progress
    who: [head, clerk]
    clears_completion: true
  confirm:
    label: { vi: Chấp nhận báo cáo, en: Accept the report }
    from: submitted
    to: accepted
    who: [office, issuer, vice_chair]
    require: not_submitter
  rework:
    label: { vi: Trả lại báo cáo, en: Return }
    from: submitted
    to: in_progress
    who: [office, issuer, vice_chair]
    require: reason
    clears_completion: true
  reopen:
    label: { vi: Mở lại, en: Reopen }
    from: accepted
    to: in_progress
    who: [office, issuer, vice_chair]
    require: reason
    clears_completion: true
  withdraw:
    label: { vi: Thu hồi, en: Withdraw }
    from: [assigned, in_progress, submitted]
    to: withdrawn
    who: [issuer, vice_chair]
    require: [reason, document]
  remind:
    label: { vi: Đôn đốc, en: Remind }
    from: [assigned, in_progress]
    who: [office, monitor, standing_lead, issuer, vice_chair]
`;
