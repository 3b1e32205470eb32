// The built-in lifecycle `standard`, in the grammar authors use.

/** Version 1; a change of it is a new version, plans in force keep theirs. */
export const standardVersion = 1;

export const standardLifecycle = `label: { vi: Quy trình chung, en: Standard }
initial: assigned
states:
  assigned: { label: { vi: Chưa tiếp nhận, en: Not taken up }, category: todo }
  in_progress: { label: { vi: Đang thực hiện, en: In progress }, category: active }
  submitted: { label: { vi: Chờ xác nhận, en: Awaiting confirmation }, category: waiting }
  completed: { label: { vi: Đã hoàn thành, en: Completed }, category: done }
  withdrawn: { label: { vi: Đã thu hồi, en: Withdrawn }, category: cancelled }
commands:
  accept:
    label: { vi: Tiếp nhận, en: Accept }
    from: assigned
    to: in_progress
    who: [head, clerk, officer]
  progress:
    label: { vi: Cập nhật tiến độ, en: Report progress }
    from: in_progress
    who: [officer, clerk, head]
  submit:
    label: { vi: Báo cáo hoàn thành, en: Submit }
    from: in_progress
    to: submitted
    who: [head, clerk]
    require: products
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
  withdraw:
    label: { vi: Thu hồi, en: Withdraw }
    from: [assigned, in_progress, submitted]
    to: withdrawn
    who: [issuer, vice_chair]
    require: [reason, document]
  reopen:
    label: { vi: Mở lại, en: Reopen }
    from: completed
    to: in_progress
    who: [issuer, vice_chair]
    require: reason
    clears_completion: true
  remind:
    label: { vi: Đôn đốc, en: Remind }
    from: [assigned, in_progress]
    who: [office, monitor, standing_lead, issuer, vice_chair]
`;
