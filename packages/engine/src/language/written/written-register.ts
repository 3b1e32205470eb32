// The written forms of the register documents: organisation, calendar, regime, authorities.

import { type Static, Type } from "typebox";
import { closed, date, hint, id, keyword, list, oneOrMany, text, wholeNumber } from "./pieces.ts";
import { version } from "./written-plan.ts";

const head = {
  kehoach: version,
  id: id("Mã tài liệu.", "Id of the document."),
  title: text("Tên tài liệu.", "What it is."),
  from: date("Ngày bắt đầu áp dụng phiên bản này.", "First day this version holds."),
  source: Type.Optional(text("Văn bản làm căn cứ.", "The act it rests on.")),
};

const groupId = id("Mã nhóm.", "Id of a group.");

export const organisation = closed(
  {
    ...head,
    kind: Type.Literal("organisation"),
    groups: Type.Optional(list(closed({ id: groupId, name: text("Tên nhóm.", "Name of the group.") }), 500)),
    agencies: list(
      closed({
        id: id("Mã cơ quan.", "Id of the agency."),
        name: text("Tên cơ quan.", "Name of the agency."),
        abbreviation: Type.Optional(text("Tên viết tắt.", "Abbreviation.")),
        codes: Type.Optional(
          oneOrMany(
            Type.Union([
              text("Mã định danh.", "Code."),
              closed({
                code: text("Mã định danh.", "Code."),
                from: Type.Optional(date("Áp dụng từ ngày.", "First day.")),
                to: Type.Optional(date("Đến hết ngày.", "Last day.")),
              }),
            ]),
            50,
          ),
        ),
        kind: keyword(
          [
            "committee",
            "department",
            "district",
            "commune",
            "vertical",
            "judicial",
            "party",
            "mass",
            "unit",
            "other",
          ],
          "Loại cơ quan.",
          "Kind of agency.",
        ),
        parent: Type.Optional(id("Cơ quan cấp trên.", "The agency above it.")),
        groups: Type.Optional(oneOrMany(groupId, 50)),
        standing: Type.Optional(
          keyword(
            ["assigned", "requested"],
            "Được giao, hay chỉ được đề nghị (tòa án, viện kiểm sát, ngành dọc, đoàn thể).",
            "Assigned, or only requested (courts, procuracy, vertical and mass bodies).",
          ),
        ),
        from: Type.Optional(date("Tồn tại từ ngày.", "First day it exists.")),
        to: Type.Optional(date("Tồn tại đến hết ngày.", "Last day it exists.")),
      }),
      5000,
    ),
  },
  hint("Tổ chức bộ máy của tỉnh.", "The organisation of a province."),
);

const dayNotes = {
  source: Type.Optional(text("Văn bản quy định.", "The act.")),
  assumption: Type.Optional(
    text("Điều chưa đối chiếu hoặc chưa quyết định.", "What was not checked or not decided yet."),
  ),
};

export const calendar = closed(
  {
    ...head,
    kind: Type.Literal("calendar"),
    extends: Type.Optional(
      id(
        "Lịch mà lịch này bổ sung; chính mã của mình là phiên bản trước.",
        "The calendar this one adds to; its own id means the version before.",
      ),
    ),
    weekend: Type.Optional(
      oneOrMany(
        keyword(
          ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
          "Ngày nghỉ hằng tuần.",
          "A weekly day off.",
        ),
        6,
      ),
    ),
    holidays: Type.Optional(
      list(
        closed({
          date: Type.Optional(date("Ngày nghỉ.", "The day off.")),
          from: Type.Optional(date("Ngày nghỉ đầu.", "First day off.")),
          to: Type.Optional(date("Ngày nghỉ cuối.", "Last day off.")),
          name: text("Tên ngày lễ.", "What is celebrated."),
          ...dayNotes,
        }),
        2000,
      ),
    ),
    swaps: Type.Optional(
      list(
        closed({
          off: date("Ngày làm việc được nghỉ.", "A working day taken off."),
          worked: date("Ngày nghỉ phải làm bù.", "The day off worked for it."),
          ...dayNotes,
        }),
        500,
      ),
    ),
    worked_days: Type.Optional(
      list(
        closed({
          date: date("Ngày nghỉ mà vẫn làm việc.", "A day off that is worked all the same."),
          name: text("Vì sao làm việc.", "Why it is worked."),
          ...dayNotes,
        }),
        2000,
      ),
    ),
    covers: Type.Optional(
      closed({ from: date("Ngày đầu.", "First day."), to: date("Ngày cuối.", "Last day.") }),
    ),
  },
  hint("Lịch làm việc.", "A working calendar."),
);

export const regime = closed(
  {
    ...head,
    kind: Type.Literal("regime"),
    periods: list(
      closed({
        id: id("Mã kỳ.", "Id of the period rule."),
        every: keyword(
          ["week", "month", "quarter", "half_year", "nine_months", "year"],
          "Loại kỳ.",
          "Unit of the period.",
        ),
        start_day: Type.Optional(wholeNumber(1, 31, "Ngày đầu kỳ số liệu.", "First day of the window.")),
        start_months_back: Type.Optional(
          wholeNumber(0, 12, "Lùi bao nhiêu tháng trước tháng đầu.", "Months before the first month."),
        ),
        end_day: Type.Optional(wholeNumber(1, 31, "Ngày cuối kỳ số liệu.", "Last day of the window.")),
        end_months_back: Type.Optional(
          wholeNumber(0, 12, "Lùi bao nhiêu tháng trước tháng cuối.", "Months before the last month."),
        ),
        submission: Type.Optional(
          closed({
            offset: Type.Optional(
              wholeNumber(0, 400, "Số ngày sau khi chốt số liệu.", "Units after the cut-off."),
            ),
            unit: Type.Optional(
              keyword(["working_days", "days", "months"], "Đơn vị đếm.", "What is counted."),
            ),
            day: Type.Optional(
              wholeNumber(
                1,
                31,
                "Hoặc ngày nào của tháng cuối kỳ.",
                "Or which day of the period's last month.",
              ),
            ),
            months_after: Type.Optional(
              wholeNumber(
                0,
                12,
                "Ngày đó của mấy tháng sau tháng cuối kỳ.",
                "That day, so many months later.",
              ),
            ),
            hour: Type.Optional(text("Giờ, ví dụ 16:00.", "An hour, such as 16:00.")),
          }),
        ),
      }),
      100,
    ),
  },
  hint("Chế độ báo cáo.", "A reporting regime."),
);

const personId = (vi: string, en: string) => text(vi, en);
const positions = oneOrMany(
  keyword(
    ["head", "clerk", "officer", "issuer", "vice_chair", "office"],
    "Vị trí của người đó.",
    "A position the person holds.",
  ),
  6,
);

export const authorities = closed(
  {
    ...head,
    kind: Type.Literal("authorities"),
    people: list(
      closed({
        id: personId("Mã người dùng khi đăng nhập.", "Id of the person, as signed in."),
        name: text("Họ và tên.", "Name of the person."),
        agency: id("Cơ quan.", "The agency."),
        roles: positions,
        from: Type.Optional(date("Giữ vị trí từ ngày.", "First day in the position.")),
        to: Type.Optional(date("Đến hết ngày.", "Last day.")),
      }),
      5000,
    ),
    authorities: list(
      closed({
        id: id("Mã ủy quyền.", "Id of the authority."),
        substitute: personId("Người được ủy quyền.", "Who stands in."),
        stands_for: personId("Người ủy quyền.", "Who is stood in for."),
        agency: Type.Optional(
          id(
            "Cơ quan mà người thay hành động, nếu người kia giữ vị trí ở nhiều cơ quan.",
            "The agency acted for, where the other one holds positions in several.",
          ),
        ),
        roles: Type.Optional(positions),
        document: closed({
          number: text("Số hiệu văn bản.", "Number of the document."),
          date: date("Ngày ban hành.", "When it was issued."),
          issuer: Type.Optional(text("Nơi ban hành.", "Who issued it.")),
          title: Type.Optional(text("Trích yếu.", "What it is about.")),
        }),
        from: date("Có hiệu lực từ ngày.", "First day it holds."),
        to: date("Đến hết ngày.", "Last day."),
      }),
      5000,
    ),
  },
  hint("Người giữ vị trí và ủy quyền làm thay.", "Who holds which position, and who stands in for whom."),
);

export type WrittenAuthorities = Static<typeof authorities>;
export type WrittenOrganisation = Static<typeof organisation>;
export type WrittenCalendar = Static<typeof calendar>;
export type WrittenRegime = Static<typeof regime>;
