// The built-in lifecycle `coordination`, followed by what coordinators owe the lead.

/** Version 1; a change of it is a new version, plans in force keep theirs. */
export const coordinationVersion = 1;

/** Silence is recorded, not agreed: whether it counts as agreeing is the plan's convention. A lead cannot withdraw what
 *  its plan makes others consent to; its issuer can, and then nobody waits for it. */
export const coordinationLifecycle = `label: { vi: Phối hợp, en: Coordination }
initial: asked
states:
  asked: { label: { vi: Chờ ý kiến, en: Asked }, category: todo }
  silent: { label: { vi: Quá hạn chưa trả lời, en: Silent }, category: waiting }
  answered: { label: { vi: Đã trả lời, en: Answered }, category: done }
  withdrawn: { label: { vi: Đã thu hồi, en: Withdrawn }, category: cancelled }
commands:
  answer:
    label: { vi: Trả lời, en: Answer }
    from: [asked, silent]
    to: answered
    who: [head, clerk, officer]
    require: answer
    stamps_completion: true
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
