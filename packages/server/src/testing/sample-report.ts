// A period's report made up for tests of its files: every section filled, every text through one function.

import { type Bucket, buckets, type Counts, type PeriodReport, type Rate, rateIds } from "@kehoach/engine";
import type { PrintedReport } from "../sheets/report/printed-report.ts";

const planId = "0190d3f0-0000-7000-8000-000000000042";
const at = Date.UTC(2017, 6, 17, 2, 30) * 1000;

function counts(some: Partial<Record<Bucket, number>>): Counts {
  return Object.fromEntries(buckets.map((bucket) => [bucket, some[bucket] ?? 0])) as Record<Bucket, number>;
}

function rates(numerator: number, denominator: number): Rate[] {
  const basisPoints = denominator === 0 ? null : Math.round((numerator * 10_000) / denominator);
  return rateIds.map((id) => ({ id, numerator, denominator, basisPoints }));
}

function line(assignments: Counts, asked: Counts = counts({})) {
  const done = assignments.done_on_time + assignments.done_late;
  return {
    assignments,
    tasks: assignments,
    undated: counts({}),
    ageing: { "1_30": assignments.overdue, "31_60": 0, "61_90": 0, over_90: 0 },
    stale: counts({}),
    returns: { assignments: 1, times: 2, objective: 1, subjective: 1 },
    rates: rates(done, done + assignments.overdue),
    requested: asked,
    coordinations: counts({}),
  };
}

/** `write` makes every text that people wrote. */
export function sampleReport(write: (text: string) => string = (text) => text): PrintedReport {
  const agencies = [
    { agency: "cong-an", name: write("Công an tỉnh") },
    { agency: "so-ldtbxh", name: write("Sở Lao động – Thương binh và Xã hội") },
    { agency: "vien-ks", name: write("Viện kiểm sát nhân dân tỉnh") },
  ] as const;
  const [police, labour] = agencies;
  const row = (
    id: string,
    task: string,
    bucket: Bucket,
    of: (typeof agencies)[number],
    entries: number[],
  ) => ({
    planId,
    id,
    taskId: id,
    task: write(task),
    ...of,
    role: "lead" as const,
    requested: false,
    occurrence: id === "monthly" ? "2017-06" : "once",
    bucket,
    dueOn: "2017-06-30",
    doneOn: bucket.startsWith("done") ? "2017-06-28" : null,
    fallenDue: true,
    age: bucket === "overdue" ? ("1_30" as const) : null,
    stale: false,
    returns: 0,
    entries,
  });
  const sentence = (vi: string, en: string) => ({ vi: write(vi), en: write(en) });
  const report: PeriodReport = {
    format: 1,
    scope: {
      plan: { id: planId, documentId: "kh-42-2017", title: write("Phòng, chống mua bán người") },
      agency: null,
    },
    period: { regime: "nd-09-2019", id: "2017-07", from: "2017-06-15", to: "2017-07-14" },
    at,
    ledgers: [
      {
        planId,
        documentId: "kh-42-2017",
        kind: "plan",
        title: write("Phòng, chống mua bán người năm 2017"),
        number: write("42/KH-UBND"),
        issued: "2017-01-20",
        state: "in_force",
        seq: 1234,
        head: "3f".repeat(32),
        entries: [1],
      },
    ],
    figures: {
      total: line(
        counts({
          done_on_time: 31,
          done_late: 4,
          awaiting_confirmation: 2,
          in_time: 18,
          due_soon: 3,
          overdue: 5,
          no_due_date: 6,
          suspended: 1,
        }),
        counts({ done_on_time: 2, overdue: 1 }),
      ),
      lines: [
        {
          ...police,
          isRequested: false,
          ...line(counts({ done_on_time: 20, done_late: 3, in_time: 9, overdue: 4 })),
        },
        {
          ...labour,
          isRequested: false,
          ...line(counts({ done_on_time: 11, done_late: 1, in_time: 9, overdue: 1 })),
        },
        { ...agencies[2], isRequested: true, ...line(counts({}), counts({ done_on_time: 2, overdue: 1 })) },
      ],
    },
    assignments: [
      row("strategy", "Xây dựng chiến lược phòng ngừa", "done_on_time", police, [2, 3, 4, 9]),
      row("monthly", "Báo cáo tháng", "overdue", labour, [5, 17]),
      row("own-plan", "Xây dựng kế hoạch của đơn vị", "overdue", police, [6, 18, 44]),
    ],
    ongoing: [{ planId, task: "hotline", title: write("Duy trì đường dây nóng"), ...labour }],
    targets: [
      {
        planId,
        id: "resolved",
        title: write("Tỷ lệ giải quyết tố giác, tin báo về tội phạm mua bán người"),
        owner: { id: police.agency, name: police.name },
        unit: "vụ",
        span: { from: "2016-12-15", to: "2017-07-14", open: true },
        verdict: "not_met_yet",
        provisional: true,
        reason: null,
        value: "19/20",
        numerator: "19",
        denominator: "20",
        bound: { operator: ">", value: "95", percent: true },
        level: sentence("trên 95 %", "over 95 %"),
        shown: sentence("95 %", "95 %"),
        explanation: sentence(
          "19/20 = 95 %, kế hoạch yêu cầu trên 95 %: chưa đạt, còn hạn; thêm một vụ nữa thì đạt.",
          "19/20 = 95 %, the plan says over 95 %: not met yet; one more case would.",
        ),
        ahead: sentence("Còn có thể đạt; số còn phát sinh phải đạt 96 %.", "Still possible."),
        oneCase: true,
        outlook: {
          possibility: "possible",
          required: "24/25",
          requiredAs: "share_of_coming",
          pace: "19/20",
          forecast: null,
          estimate: null,
          periodsLeft: 5,
        },
        reported: { expected: 14, there: 13 },
        entries: [{ planId, seqs: [101, 102, 103, 140] }],
      },
      {
        planId,
        id: "none",
        title: write("Không để phát sinh địa bàn trọng điểm"),
        owner: null,
        unit: null,
        span: { from: "2016-12-15", to: "2017-07-14", open: true },
        verdict: "not_enough_data",
        provisional: true,
        reason: "not_reported",
        value: null,
        numerator: null,
        denominator: null,
        bound: null,
        level: null,
        shown: null,
        explanation: sentence("Chưa đủ dữ liệu: còn số liệu chưa được báo cáo.", "Not enough data."),
        ahead: null,
        oneCase: false,
        outlook: null,
        reported: { expected: 7, there: 0 },
        entries: [],
      },
    ],
    readings: [
      {
        planId,
        input: "resolved",
        title: write("Số vụ đã giải quyết"),
        ...police,
        period: "2017-07",
        status: "official",
        value: "3",
        seq: 140,
      },
      {
        planId,
        input: "value",
        title: write("Trị giá"),
        ...police,
        period: "2017-07",
        status: "estimate",
        value: "-2.5",
        seq: 141,
      },
      {
        planId,
        input: "none",
        title: write("Địa bàn"),
        ...labour,
        period: "2017-07",
        status: "official",
        value: null,
        seq: 142,
      },
    ],
    gaps: {
      readings: [
        {
          planId,
          input: "hotspots",
          title: write("Số địa bàn trọng điểm phát sinh"),
          ...labour,
          period: "2017-07",
          awaiting: false,
        },
      ],
      duties: [
        {
          planId,
          assignmentId: "monthly",
          task: write("Báo cáo tháng"),
          ...labour,
          occurrence: "2017-06",
          what: "missing",
          dueOn: "2017-07-18",
        },
      ],
    },
    changes: {
      since: { planId, seq: 900, period: "2017-06", number: 1, at },
      figures: counts({ done_on_time: 4, overdue: 2 }),
      done: ["strategy"],
      overdue: ["monthly", "own-plan"],
      opened: ["monthly"],
      verdicts: [
        {
          planId,
          target: "resolved",
          title: write("Tỷ lệ giải quyết"),
          from: "met",
          to: "not_met_yet",
          valueFrom: "1",
          valueTo: "19/20",
        },
      ],
    },
    narratives: [
      { planId, assignmentId: "monthly", ...police, part: "results", seq: 150, digest: "d1" },
      { planId, assignmentId: "monthly", ...labour, part: "limits", seq: 151, digest: "d2" },
      { planId, assignmentId: "monthly", ...labour, part: "proposals", seq: 151, digest: "d3" },
    ],
    checks: [
      { ...police, answer: "agree", reason: null, planId, seq: 160, recordedAt: at, line: "0", holds: true },
      {
        ...labour,
        answer: "differ",
        reason: "d4",
        planId,
        seq: 161,
        recordedAt: at,
        line: "0",
        holds: false,
      },
    ],
  };
  return {
    report,
    texts: {
      d1: write("Triệt phá 02 đường dây đưa người ra nước ngoài trái phép; giải cứu 05 nạn nhân."),
      d2: write("Một số xã chưa gửi danh sách nạn nhân trở về.\nCơ sở hỗ trợ còn thiếu chỗ."),
      d3: null,
      d4: write("Báo cáo tháng 6 đã gửi ngày 03/7, kèm văn bản số 1021/SLĐTBXH."),
    },
    whole: true,
    frozen: null,
    sender: write("Văn phòng UBND tỉnh"),
    above: write("Ủy ban nhân dân tỉnh Nghệ An"),
    issuer: write("Ủy ban nhân dân tỉnh Nghệ An"),
  };
}
