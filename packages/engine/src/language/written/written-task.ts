// The written form of objectives and tasks.

import { type Static, Type } from "typebox";
import { visibilities } from "../plan.ts";
import { annotations, closed, date, hint, id, keyword, list, oneOrMany, text, yesNo } from "./pieces.ts";
import { due } from "./written-due.ts";

export const agencyId = id(
  "Mã cơ quan trong tài liệu tổ chức bộ máy.",
  "Id of an agency in the organisation document.",
);
export const groupId = id("Mã nhóm cơ quan.", "Id of a group of agencies.");

export const party = Type.Union([
  agencyId,
  closed({
    agency: agencyId,
    duty: Type.Optional(text("Việc cơ quan này làm.", "What it does, in the plan's own words.")),
    ...annotations,
  }),
]);

const lead = Type.Union([
  agencyId,
  Type.Array(agencyId, { minItems: 1, maxItems: 1000 }),
  closed(
    {
      agency: Type.Optional(agencyId),
      each: Type.Optional(
        oneOrMany(
          id(
            "Mã cơ quan hoặc nhóm; mỗi cơ quan nhận một nhiệm vụ riêng.",
            "An agency or a group; each agency gets an assignment of its own.",
          ),
        ),
      ),
      group: Type.Optional(groupId),
      except: Type.Optional(oneOrMany(agencyId)),
      ...annotations,
    },
    hint("Cơ quan chủ trì.", "The agency that leads."),
  ),
]);

const coordinator = Type.Union([
  agencyId,
  closed({
    agency: Type.Optional(agencyId),
    group: Type.Optional(groupId),
    duty: Type.Optional(
      keyword(
        ["contribute", "consent", "inform"],
        "Tham gia: góp ý. Đồng thuận: phải đồng ý. Để biết: chỉ nhận thông tin.",
        "contribute: gives input. consent: must agree. inform: is only told.",
      ),
    ),
    due: Type.Optional(due),
    ...annotations,
  }),
]);

const product = Type.Union([
  text("Sản phẩm, kết quả phải có.", "What must exist when the task is done."),
  closed({
    id: Type.Optional(id("Mã sản phẩm.", "Id of the product.")),
    title: text("Tên sản phẩm.", "What it is."),
    required: Type.Optional(
      yesNo("Có bắt buộc khi báo cáo hoàn thành không.", "Whether submit needs a document for it."),
    ),
    ...annotations,
  }),
]);

export const objective = closed({
  id: id("Mã mục tiêu.", "Id of the objective."),
  title: text("Nội dung mục tiêu.", "What the objective is."),
  parent: Type.Optional(id("Mục tiêu cấp trên.", "The objective it is part of.")),
  ...annotations,
});

export const task = closed(
  {
    id: id("Mã nhiệm vụ; không dùng lại.", "Id of the task; never reused."),
    title: text("Nội dung nhiệm vụ.", "What is to be done."),
    objective: Type.Optional(id("Mã mục tiêu.", "Id of its objective.")),
    code: Type.Optional(text("Mã nhiệm vụ ở hệ thống khác.", "Its code in another system.")),
    mode: Type.Optional(
      keyword(
        ["one_off", "window", "recurring", "ongoing", "event"],
        "Hình thức thực hiện.",
        "How often it is done.",
      ),
    ),
    lead,
    coordinators: Type.Optional(oneOrMany(coordinator)),
    monitors: Type.Optional(oneOrMany(party)),
    product: Type.Optional(oneOrMany(product, 100)),
    after: Type.Optional(
      oneOrMany(id("Nhiệm vụ phải hoàn thành trước.", "A task that must be completed first.")),
    ),
    due: Type.Optional(due),
    windows: Type.Optional(
      list(
        closed({
          id: Type.Optional(id("Mã đợt.", "Id of the window.")),
          from: date("Ngày đầu.", "First day."),
          to: date("Ngày cuối.", "Last day."),
        }),
        400,
      ),
    ),
    lifecycle: Type.Optional(id("Mã quy trình xử lý.", "Id of the lifecycle it follows.")),
    cascade: Type.Optional(
      yesNo("Cơ quan phải ban hành kế hoạch riêng.", "Each agency owes a plan of its own."),
    ),
    content_elsewhere: Type.Optional(
      yesNo("Nội dung được lưu ở nơi khác (bảo mật).", "The content is kept elsewhere (secrecy)."),
    ),
    visibility: Type.Optional(
      keyword(
        visibilities,
        "Ai được xem nhiệm vụ này; chỉ được hẹp hơn của kế hoạch.",
        "Who sees this task; only narrower than the plan says.",
      ),
    ),
    tags: Type.Optional(oneOrMany(text("Lĩnh vực.", "A function the task belongs to."), 50)),
    same_as: Type.Optional(
      closed(
        {
          document: id("Mã văn bản kia.", "Id of the other document."),
          task: id("Mã nhiệm vụ trong văn bản kia.", "Id of the task there."),
        },
        hint(
          "Cùng một việc đã giao ở văn bản khác; chỉ theo dõi và tính một lần ở đó.",
          "The same duty in another document: followed and counted there, once.",
        ),
      ),
    ),
    report: Type.Optional(
      Type.Union([
        yesNo(
          "Nhiệm vụ báo cáo mọi số liệu mà cơ quan phải báo cáo trong kỳ.",
          "The duty to report all figures its agency owes for the period.",
        ),
        text("Mã số liệu phải báo cáo.", "Id of an input it reports."),
        Type.Array(text("Mã số liệu phải báo cáo.", "Id of an input it reports."), {
          minItems: 1,
          maxItems: 500,
        }),
      ]),
    ),
    ...annotations,
  },
  hint("Một nhiệm vụ.", "A task."),
);

export type WrittenParty = Static<typeof party>;
export type WrittenLead = Static<typeof lead>;
export type WrittenCoordinator = Static<typeof coordinator>;
export type WrittenProduct = Static<typeof product>;
export type WrittenObjective = Static<typeof objective>;
export type WrittenTask = Static<typeof task>;
