// The built-in lifecycle `coordination`, followed by what coordinators owe the lead.

/** A change of it is a new version; plans in force keep theirs. 2: waiving, answering anew, a dispute settled. */
export const coordinationVersion = 2;

/** Silence is recorded, not agreed: whether it counts as agreeing is the plan's convention. A lead cannot do without
 *  what its plan makes others consent to; the issuer's side can waive it, and then nobody waits for it. A differing view
 *  goes to the issuer, who settles it. */
export const coordinationLifecycle = `label: { vi: Phối hợp, en: Coordination }
initial: asked
states:
  asked: { label: { vi: Chờ ý kiến, en: Asked }, category: todo }
  silent: { label: { vi: Quá hạn chưa trả lời, en: Silent }, category: waiting }
  answered: { label: { vi: Đã trả lời, en: Answered }, category: done }
  settled: { label: { vi: Đã có ý kiến quyết định, en: Settled }, category: done }
  waived: { label: { vi: Không cần ý kiến, en: Waived }, category: cancelled }
  withdrawn: { label: { vi: Đã thu hồi, en: Withdrawn }, category: cancelled }
commands:
  answer:
    label: { vi: Trả lời, en: Answer }
    from: [asked, silent, answered]
    to: answered
    who: [head, clerk, officer]
    require: answer
    stamps_completion: true
  assign_within:
    label: { vi: Phân công xử lý, en: Assign within the agency }
    from: [asked, silent]
    who: [head, clerk]
    require: handler
  settle:
    label: { vi: Quyết định ý kiến khác nhau, en: Settle }
    from: answered
    to: settled
    who: [issuer, vice_chair]
    require: reason
  waive:
    label: { vi: Không chờ ý kiến, en: Waive }
    from: [asked, silent]
    to: waived
    who: [issuer, vice_chair, office]
    require: reason
  pass_in_silence:
    label: { vi: Ghi nhận chưa trả lời, en: Record silence }
    from: asked
    to: silent
    who: clock
    on_due: true
  remind:
    label: { vi: Đôn đốc, en: Remind }
    from: [asked, silent]
    who: [lead_head, lead_officer, office, monitor, standing_lead, issuer, vice_chair]
  withdraw:
    label: { vi: Thu hồi, en: Withdraw }
    from: [asked, silent]
    to: withdrawn
    who: [issuer, vice_chair]
    require: reason
`;
