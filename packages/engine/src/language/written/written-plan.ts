// The written form of a plan: the one source of its types, its validator and its editor schema.

import { type Static, Type } from "typebox";
import { planKinds, visibilities } from "../plan.ts";
import {
  annotations,
  byId,
  closed,
  date,
  hint,
  id,
  keyword,
  list,
  oneOrMany,
  text,
  wholeNumber,
  yesNo,
} from "./pieces.ts";
import { inputs, reportEvery } from "./written-input.ts";
import { lifecycle } from "./written-lifecycle.ts";
import { targets } from "./written-target.ts";
import { agencyId, objective, party, task } from "./written-task.ts";

export const version = Type.Integer({
  minimum: 1,
  maximum: 1,
  ...hint("Phiên bản ngôn ngữ kế hoạch: 1.", "Version of the plan language: 1."),
});

const reference = Type.Union([
  text("Văn bản cấp trên.", "The parent document."),
  closed({
    title: text("Trích yếu văn bản.", "What the document is."),
    number: Type.Optional(text("Số, ký hiệu.", "Number and notation.")),
    date: Type.Optional(date("Ngày văn bản.", "Its date.")),
    issuer: Type.Optional(text("Cơ quan ban hành.", "Who issued it.")),
  }),
]);

export const plan = closed(
  {
    kehoach: version,
    kind: keyword(planKinds, "Loại văn bản.", "Kind of document."),
    id: id(
      "Mã văn bản, giữ nguyên qua các lần điều chỉnh.",
      "Id of the document, the same across amendments.",
    ),
    number: Type.Optional(
      text("Số và ký hiệu, ví dụ 42/KH-UBND.", "Number and notation, such as 42/KH-UBND."),
    ),
    title: text("Trích yếu nội dung.", "What the plan is about."),
    issuer: id("Mã cơ quan ban hành.", "Id of the agency that issues it."),
    issued: Type.Optional(date("Ngày ban hành.", "Date of issue.")),
    signer: Type.Optional(
      closed({
        name: text("Họ tên người ký.", "Name of the signer."),
        position: text("Chức vụ.", "Position."),
        capacity: Type.Optional(
          keyword(["TM.", "KT.", "TL.", "TUQ.", "Q."], "Thẩm quyền ký.", "In what capacity he signs."),
        ),
      }),
    ),
    bases: Type.Optional(oneOrMany(text("Một căn cứ.", "A legal basis."), 200)),
    period: Type.Union([
      Type.Integer({ minimum: 1900, maximum: 2200, ...hint("Một năm.", "A year.") }),
      text("Một năm hoặc giai đoạn, ví dụ 2021-2025.", "A year or years, such as 2021-2025."),
      closed({ from: date("Ngày đầu.", "First day."), to: date("Ngày cuối.", "Last day.") }),
    ]),
    parent: Type.Optional(reference),
    vice_chair: Type.Optional(text("Phó Chủ tịch phụ trách.", "The vice chair in charge.")),
    office: Type.Optional(
      closed({
        agency: agencyId,
        unit: Type.Optional(text("Phòng theo dõi.", "The unit that follows it.")),
        officer: Type.Optional(text("Chuyên viên theo dõi.", "The officer who follows it.")),
      }),
    ),
    standing_leads: Type.Optional(oneOrMany(party)),
    monitors: Type.Optional(oneOrMany(party)),
    organisation: id("Mã tài liệu tổ chức bộ máy.", "Id of the organisation document."),
    calendar: id("Mã lịch làm việc.", "Id of the calendar document."),
    regime: Type.Optional(id("Mã chế độ báo cáo.", "Id of the regime document.")),
    report_every: Type.Optional(reportEvery),
    visibility: Type.Optional(
      keyword(
        visibilities,
        "Ai được xem nhiệm vụ; không ghi thì mọi cơ quan được nêu tên trong kế hoạch.",
        "Who sees its tasks; without it, every agency the plan names.",
      ),
    ),
    conventions: Type.Optional(
      closed({
        before: Type.Optional(
          keyword(
            ["strict", "inclusive"],
            "“Trước ngày D” có kể cả ngày D không.",
            "Whether “before day D” includes D.",
          ),
        ),
        roll_forward: Type.Optional(
          yesNo(
            "Hạn tính ra rơi vào ngày nghỉ thì lùi sang ngày làm việc.",
            "A computed due moves off a day off.",
          ),
        ),
        due_soon_days: Type.Optional(
          wholeNumber(0, 60, "Số ngày làm việc trước hạn để nhắc.", "Working days before the due to warn."),
        ),
        answer_days: Type.Optional(
          wholeNumber(1, 120, "Số ngày làm việc để trả lời.", "Working days a coordinator has to answer."),
        ),
        silence_agrees: Type.Optional(yesNo("Im lặng là đồng ý.", "Whether silence is agreement.")),
        entered_late_days: Type.Optional(
          wholeNumber(0, 400, "Được nhập muộn tối đa bao nhiêu ngày.", "Days back an entry may be dated."),
        ),
        accept_days: Type.Optional(
          Type.Union([
            wholeNumber(
              0,
              60,
              "Số ngày làm việc sau khi giao thì tự tính là đã tiếp nhận; 0: ngay khi giao.",
              "Working days after which it counts as taken up; 0: at once.",
            ),
            keyword(["by_hand"], "Chỉ tiếp nhận khi có người bấm.", "Only when someone takes it up."),
          ]),
        ),
        decline_days: Type.Optional(
          wholeNumber(1, 120, "Số ngày làm việc được trả lại.", "Working days to hand it back in."),
        ),
        extensions_max: Type.Optional(
          wholeNumber(0, 20, "Được gia hạn tối đa mấy lần.", "How often a due may be extended."),
        ),
        oral_days: Type.Optional(
          wholeNumber(
            1,
            60,
            "Số ngày làm việc để có văn bản sau khi đồng ý miệng.",
            "Working days an extension granted orally waits for its document.",
          ),
        ),
        standing_lead_confirms: Type.Optional(
          yesNo("Cơ quan thường trực được xác nhận.", "Whether standing leads confirm as the office does."),
        ),
        escalate_days: Type.Optional(
          oneOrMany(
            wholeNumber(
              0,
              400,
              "Số ngày làm việc quá hạn thì báo lãnh đạo, văn phòng, Phó Chủ tịch, Chủ tịch.",
              "Working days overdue at which head, office, vice chair and chair are told.",
            ),
            4,
          ),
        ),
      }),
    ),
    statements: Type.Optional(
      list(
        closed({
          id: Type.String({
            pattern: "^[A-Za-z0-9][A-Za-z0-9-]{0,62}$",
            "x-id": true,
            ...hint("Mã đoạn, ví dụ S01.", "Id of the statement, such as S01."),
          }),
          at: text("Vị trí trong văn bản.", "Where it stands."),
          gist: Type.Optional(text("Ý chính, bằng lời của người soạn.", "Its gist in the author's words.")),
        }),
        2000,
      ),
    ),
    objectives: Type.Optional(list(objective)),
    tasks: Type.Optional(list(task, 5000)),
    inputs: Type.Optional(inputs),
    targets: Type.Optional(list(targets, 2000)),
    lifecycles: Type.Optional(byId(lifecycle)),
    ...annotations,
  },
  hint("Kế hoạch hoặc văn bản giao nhiệm vụ.", "A plan: a document that gives tasks."),
);

export type WrittenPlan = Static<typeof plan>;
