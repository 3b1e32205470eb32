// The built-in lifecycle `standard`, in the grammar authors use.

/** A change of it is a new version; plans in force keep theirs. 2: handing back and over, suspension, obstacles. */
export const standardVersion = 2;

export const standardLifecycle = `label: { vi: Quy trình chung, en: Standard }
initial: assigned
states:
  assigned: { label: { vi: Chưa tiếp nhận, en: Not taken up }, category: todo }
  in_progress: { label: { vi: Đang thực hiện, en: In progress }, category: active }
  submitted: { label: { vi: Chờ xác nhận, en: Awaiting confirmation }, category: waiting }
  completed: { label: { vi: Đã hoàn thành, en: Completed }, category: done }
  closed: { label: { vi: Đã kết thúc, en: Closed }, category: done }
  returned: { label: { vi: Đề nghị trả lại, en: Handed back }, category: waiting }
  suspended: { label: { vi: Tạm dừng, en: Suspended }, category: blocked }
  withdrawn: { label: { vi: Đã thu hồi, en: Withdrawn }, category: cancelled }
  superseded: { label: { vi: Đã chuyển giao, en: Handed over }, category: cancelled }
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
  decline:
    label: { vi: Trả lại, en: Hand back }
    from: [assigned, in_progress]
    to: returned
    who: [head, clerk]
    require: [reason, soon_enough]
  insist:
    label: { vi: Yêu cầu tiếp tục thực hiện, en: Insist }
    from: returned
    to: in_progress
    who: [office, issuer, vice_chair]
    require: reason
  reassign:
    label: { vi: Giao cơ quan khác, en: Reassign }
    from: [assigned, in_progress, returned]
    to: superseded
    who: [office, issuer, vice_chair]
    require: [reason, agency]
  submit:
    label: { vi: Báo cáo hoàn thành, en: Submit }
    from: in_progress
    to: submitted
    who: [head, clerk]
    require: [products, coordinators_answered]
    stamps_completion: true
  recall:
    label: { vi: Rút lại báo cáo, en: Recall }
    from: submitted
    to: in_progress
    who: [head, clerk]
    clears_completion: true
  confirm:
    label: { vi: Xác nhận hoàn thành, en: Confirm }
    from: submitted
    to: completed
    who: [office, issuer, vice_chair]
    require: not_submitter
  rework:
    label: { vi: Thực hiện lại, en: Ask to redo }
    from: submitted
    to: in_progress
    who: [office, issuer, vice_chair]
    require: reason
    clears_completion: true
  suspend:
    label: { vi: Tạm dừng, en: Suspend }
    from: [assigned, in_progress]
    to: suspended
    who: [issuer, vice_chair]
    require: [reason, document]
  resume:
    label: { vi: Tiếp tục, en: Resume }
    from: suspended
    to: in_progress
    who: [issuer, vice_chair]
    require: reason
  withdraw:
    label: { vi: Thu hồi, en: Withdraw }
    from: [assigned, in_progress, submitted, returned, suspended]
    to: withdrawn
    who: [issuer, vice_chair]
    require: [reason, document]
  reopen:
    label: { vi: Mở lại, en: Reopen }
    from: [completed, closed]
    to: in_progress
    who: [issuer, vice_chair]
    require: reason
    clears_completion: true
  close:
    label: { vi: Kết thúc hồ sơ, en: Close }
    from: completed
    to: closed
    who: [office, issuer]
  remind:
    label: { vi: Đôn đốc, en: Remind }
    from: [assigned, in_progress]
    who: [office, monitor, standing_lead, issuer, vice_chair]
`;
