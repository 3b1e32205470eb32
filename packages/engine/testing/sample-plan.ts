// A small plan with its register for tests: every task mode, a wait, coordinators, and people to act.
import type { SourceText } from "../src/engine/engine.ts";
import type { Actor, ActorRole } from "../src/execute/command.ts";
import { instantOf } from "../src/testing/open-test-engine.ts";
import { sampleActor } from "../src/testing/sample-actor.ts";

export const samplePlan: SourceText = {
  file: "sample.yaml",
  text: `kehoach: 1
kind: plan
id: sample
number: 42/KH-UBND
title: Kế hoạch mẫu
issuer: committee
issued: 2017-01-20
signer: { name: Nguyễn Văn A, position: Chủ tịch, capacity: TM. }
period: 2017
office: { agency: office }
standing_leads: police
monitors: [labour]
organisation: sample-organisation
calendar: sample-calendar
conventions: { before: strict, roll_forward: true, due_soon_days: 3, answer_days: 5, entered_late_days: 10, accept_days: by_hand }
objectives:
  - { id: better, title: Làm tốt hơn }
tasks:
  - id: strategy
    title: Xây dựng chiến lược
    objective: better
    lead: police
    coordinators: [labour, { agency: border, duty: contribute }]
    product: { id: paper, title: Chiến lược }
    due: 30/6/2017
  - id: carry-out
    title: Thực hiện chiến lược
    lead: labour
    after: strategy
    due: { count: 10, unit: working_days, completed: strategy }
  - id: monthly
    title: Báo cáo tháng
    mode: recurring
    lead: police
    due: { every: month, offset: 2, unit: working_days }
  - id: campaign
    title: Đợt cao điểm tháng 7
    mode: window
    lead: police
    windows: [{ id: july, from: 2017-07-01, to: 2017-07-31 }]
  - id: victim
    title: Tiếp nhận nạn nhân
    mode: event
    lead: labour
    content_elsewhere: true
    due: { count: 3, unit: working_days, event: opening }
  - id: own-plan
    title: Xây dựng kế hoạch của đơn vị
    cascade: true
    lead: { each: districts }
    product: { id: number, title: Kế hoạch của đơn vị }
    due: 28/2/2017
  - id: approval
    title: Trình phương án
    lead: police
    coordinators: [{ agency: labour, duty: consent, due: 10/3/2017 }]
    due: 31/3/2017 14:00
    lifecycle: consented
  - id: awareness
    title: Tuyên truyền thường xuyên
    mode: ongoing
    lead: labour
    due: none
lifecycles:
  consented:
    extends: standard
    commands:
      submit:
        label: { vi: Trình, en: Submit }
        from: in_progress
        to: submitted
        who: [head, clerk]
        require: [coordinators_answered]
        stamps_completion: true
`,
};

export const sampleRegister: readonly SourceText[] = [
  {
    file: "organisation.yaml",
    text: `kehoach: 1
kind: organisation
id: sample-organisation
title: Tổ chức mẫu
from: 2016-01-01
groups:
  - { id: districts, name: Các huyện }
agencies:
  - { id: committee, name: UBND tỉnh, kind: committee }
  - { id: office, name: Văn phòng UBND tỉnh, kind: committee, parent: committee }
  - { id: police, name: Công an tỉnh, kind: department, parent: committee }
  - { id: labour, name: Sở Lao động, kind: department, parent: committee }
  - { id: border, name: Bộ đội Biên phòng, kind: vertical, standing: requested }
  - { id: north, name: Huyện Bắc, kind: district, groups: districts }
  - { id: south, name: Huyện Nam, kind: district, groups: districts }
`,
  },
  {
    file: "calendar.yaml",
    text: `kehoach: 1
kind: calendar
id: sample-calendar
title: Lịch mẫu
from: 2016-12-01
weekend: [saturday, sunday]
covers: { from: 2017-01-01, to: 2017-12-31 }
holidays:
  - { date: 2017-01-02, name: Tết dương lịch }
  - { from: 2017-01-26, to: 2017-02-01, name: Tết }
  - { date: 2017-09-04, name: Quốc khánh }
`,
  },
];

function person(agency: string, role: ActorRole): Actor {
  return sampleActor(agency, role, { id: `${agency}-${role}`, name: `${role} of ${agency}` });
}

/** People of the sample's agencies. */
export const people = {
  issuer: person("committee", "issuer"),
  viceChair: person("committee", "vice_chair"),
  office: person("office", "office"),
  policeHead: person("police", "head"),
  policeClerk: person("police", "clerk"),
  policeOfficer: person("police", "officer"),
  labourHead: person("labour", "head"),
  borderHead: person("border", "head"),
  northHead: person("north", "head"),
  admin: person("office", "admin"),
} as const;

export { instantOf as at };
