// The written form of what agencies report: beside the targets, or inside one.

import { type Static, Type } from "typebox";
import { inputKinds } from "../target-input.ts";
import {
  annotations,
  byId,
  closed,
  decimal,
  hint,
  id,
  inputIdPattern,
  keyword,
  oneOrMany,
  text,
  yesNo,
} from "./pieces.ts";

export const agency = id("Mã cơ quan.", "Id of an agency.");

export const reportEvery = keyword(
  ["week", "month", "quarter", "half_year", "nine_months", "year"],
  "Bao lâu báo cáo một lần; mặc định: năm.",
  "How often it is reported; without it, once a year.",
);

export const cumulative = yesNo(
  "Số liệu các kỳ cộng dồn; không cộng dồn thì lấy số của kỳ cuối.",
  "Figures of the periods add up; otherwise the last period's stands.",
);

const input = Type.Union([
  text("Số liệu này là gì.", "What the figure is."),
  closed({
    title: text("Số liệu này là gì.", "What the figure is."),
    owner: Type.Optional(agency),
    each: Type.Optional(
      oneOrMany(
        id(
          "Mã cơ quan hoặc nhóm; mỗi cơ quan báo cáo số của mình.",
          "An agency or a group; each agency reports its own figure.",
        ),
      ),
    ),
    except: Type.Optional(oneOrMany(agency)),
    unit: Type.Optional(text("Đơn vị tính.", "Unit of the figure.")),
    system: Type.Optional(text("Hệ thống cung cấp số liệu.", "The system the figure is taken from.")),
    kind: Type.Optional(
      keyword(
        inputKinds,
        "Số lượng: số nguyên không âm. Khối lượng: số không âm, có thể lẻ. Con số: số bất kỳ. Hoặc có/không, ngày.",
        "count: a whole number, none below zero. amount: a decimal, none below zero. number: any. Or yes_no, date.",
      ),
    ),
    report_every: Type.Optional(reportEvery),
    regime: Type.Optional(id("Chế độ báo cáo.", "The regime of its reports.")),
    cumulative: Type.Optional(cumulative),
    part_of: Type.Optional(
      text(
        "Số liệu mà nó là một phần, không bao giờ lớn hơn.",
        "The input it is a part of, never more than that.",
      ),
    ),
    jump: Type.Optional(
      decimal(
        "Thay đổi quá bao nhiêu phần trăm so với kỳ trước thì phải xác nhận.",
        "Per cent of change since the last period beyond which a value must be confirmed.",
      ),
    ),
    from: Type.Optional(
      closed(
        {
          document: id("Mã văn bản kia.", "Id of the other document."),
          input: text("Mã số liệu trong văn bản kia.", "Id of the input there."),
        },
        hint(
          "Số liệu đã báo cáo theo văn bản khác; không báo cáo lần nữa.",
          "Reported under another document, and not again.",
        ),
      ),
    ),
    ...annotations,
  }),
]);

export const inputs = byId(input, inputIdPattern);

export type WrittenInput = Static<typeof input>;
