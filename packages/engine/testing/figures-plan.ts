// A small plan whose agencies report figures, for tests: two that report by the month, targets of most kinds.
import type { SourceText } from "../src/engine/engine.ts";

export const figuresPlan: SourceText = {
  file: "figures.yaml",
  text: `kehoach: 1
kind: plan
id: figures
number: 50/KH-UBND
title: Kế hoạch có số liệu
issuer: committee
issued: 2017-01-20
signer: { name: Nguyễn Văn A, position: Chủ tịch, capacity: TM. }
period: 2017
office: { agency: office }
standing_leads: police
organisation: sample-organisation
calendar: sample-calendar
conventions: { before: strict, roll_forward: true, due_soon_days: 3, answer_days: 5, entered_late_days: 10, accept_days: by_hand }
report_every: month
inputs:
  received: { title: Vụ tiếp nhận, each: [police, border], cumulative: true }
  tried: { title: Vụ đã xét xử, each: [police, border], cumulative: true, part_of: received, jump: 50 }
  villages: { title: Xã đạt chuẩn, owner: labour, cumulative: false }
  hours: { title: Số giờ phát sóng, owner: labour, kind: amount, cumulative: true, report_every: quarter }
  escapes: { title: Vụ bỏ trốn, owner: police, cumulative: true }
objectives:
  - { id: justice, title: Xét xử }
  - { id: quiet, title: Kín }
tasks:
  - id: monthly
    title: Báo cáo số liệu tháng
    mode: recurring
    lead: { each: [police, border] }
    report: true
    due: { every: month, offset: 2, unit: working_days }
  - id: strategy
    title: Xây dựng chiến lược
    objective: justice
    lead: police
    due: 30/6/2017
  - id: hidden
    title: Việc kín
    objective: quiet
    visibility: issuer
    lead: labour
    due: 30/6/2017
targets:
  - { id: rate, title: Trên 95% số vụ được xét xử, objective: justice, owner: police, type: ratio, numerator: tried, denominator: received, level: trên 95 % }
  - { id: rise, title: Tăng 2 điểm phần trăm, objective: justice, owner: police, type: delta, formula: tried / received, direction: up, level: 2 %, change: percentage_points, base: previous_year }
  - { id: reach, title: Ít nhất 12 xã, objective: justice, owner: labour, type: count, formula: villages, level: ít nhất 12, trajectory: linear }
  - { id: none, title: Không để bỏ trốn, objective: justice, owner: police, type: zero, formula: escapes }
  - { id: both, title: Cả hai, owner: police, type: composite, all_of: [rate, none] }
  - { id: paper, title: Ban hành chiến lược, objective: justice, owner: police, type: milestone, product: Chiến lược, by_task: strategy, due: 30/6/2017 }
  - { id: secret, title: Chỉ tiêu kín, objective: quiet, owner: labour, type: count, formula: hours, level: ít nhất 100, estimate: false }
`,
};
