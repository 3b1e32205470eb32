// The small schemas the written documents are made of. Loaded only by the generator: at run time these are types.

import { type Static, type TProperties, type TSchema, Type } from "typebox";

/** What an editor shows on hover. */
export function hint(vi: string, en: string): { description: string; "x-vi": string } {
  return { description: en, "x-vi": vi };
}

export const idPattern = "^[a-z0-9][a-z0-9-]{0,62}$";
export const inputIdPattern = "^[a-z][a-z0-9_]{0,62}$";

/** Text with at least one character that is not a space. */
export const textPattern = "\\S";
export const text = (vi: string, en: string) => Type.String({ pattern: textPattern, ...hint(vi, en) });
export const id = (vi: string, en: string) =>
  Type.String({ pattern: idPattern, "x-id": true, ...hint(vi, en) });
export const yesNo = (vi: string, en: string) => Type.Boolean(hint(vi, en));
export const wholeNumber = (minimum: number, maximum: number, vi: string, en: string) =>
  Type.Integer({ minimum, maximum, ...hint(vi, en) });

/** A word of the keyword table. */
export const keyword = <Values extends string[]>(values: readonly [...Values], vi: string, en: string) =>
  Type.Enum(values, { type: "string", ...hint(vi, en) });

/** A date: `31/12/2017` or `2017-12-31`. Whether it exists is checked when the meaning is. */
export const date = (vi: string, en: string) => Type.String({ pattern: textPattern, ...hint(vi, en) });

/** A figure kept as the author wrote it, so that no digit passes through a float. */
export const decimal = (vi: string, en: string) =>
  Type.Unsafe<string>({ type: ["string", "number"], "x-decimal": true, ...hint(vi, en) });

export const list = <Item extends TSchema>(item: Item, maxItems = 1000) => Type.Array(item, { maxItems });

/** One, or a list of them. */
export const oneOrMany = <Item extends TSchema>(item: Item, maxItems = 1000) =>
  Type.Union([item, Type.Array(item, { maxItems, minItems: 1 })]);

export const closed = <Properties extends TProperties>(properties: Properties, options: object = {}) =>
  Type.Object(properties, { additionalProperties: false, ...options });

/** A map whose keys are the author's ids. */
export const byId = <Item extends TSchema>(item: Item, pattern = idPattern) =>
  Type.Record(Type.String({ pattern }), item, { additionalProperties: false, maxProperties: 500 });

export const understanding = closed(
  {
    reading: text("Văn phòng hiểu nội dung này là gì.", "What the office takes the text to mean."),
    by: text("Người quyết định cách hiểu.", "Who settled it."),
    on: date("Ngày quyết định cách hiểu.", "When it was settled."),
  },
  hint(
    "Cách hiểu của văn phòng về chỗ chưa rõ trong văn bản đã ký.",
    "How the office understands unclear signed text.",
  ),
);

/** What any node may carry. */
export const annotations = {
  source: Type.Optional(
    oneOrMany(
      text(
        "Mã đoạn văn bản hoặc vị trí điều khoản, ví dụ II.3.b.",
        "Id of a statement of the signed text, or a clause locator such as II.3.b.",
      ),
    ),
  ),
  assumption: Type.Optional(
    oneOrMany(
      text(
        "Điều văn bản không nói, do người soạn bổ sung.",
        "What the author filled in because the signed text does not say it.",
      ),
    ),
  ),
  understood_as: Type.Optional(understanding),
};

export type WrittenUnderstanding = Static<typeof understanding>;
/** What `annotations` gives a node. */
export interface WrittenAnnotations {
  source?: string | string[];
  assumption?: string | string[];
  understood_as?: WrittenUnderstanding;
}
