// What can be wrong with a formula: codes and their messages in both languages.

/** Placed by UTF-16 offsets into the formula's text. */
export interface FormulaProblem {
  code: FormulaProblemCode;
  start: number;
  end: number;
  vi: string;
  en: string;
  /** What would stand there instead; null when nothing can be guessed. */
  replacement: string | null;
}

type Message = (detail: string) => string;

const vi = {
  formula_empty: () => "Công thức còn trống.",
  formula_too_long: (limit) => `Công thức dài quá ${limit} ký tự.`,
  formula_too_deep: (limit) => `Công thức lồng nhau quá ${limit} tầng.`,
  formula_character: (character) => `Công thức không dùng ký tự “${character}”.`,
  formula_decimal_comma: (number) => `Trong công thức, số thập phân viết bằng dấu chấm: ${number}.`,
  formula_unexpected: (text) => `Không hiểu “${text}” ở vị trí này của công thức.`,
  formula_unfinished: () => "Công thức chưa viết hết.",
  formula_unclosed: () => "Dấu ngoặc mở ở đây chưa được đóng.",
  formula_chained_comparison: () => "Không so sánh liên tiếp; hãy nối hai phép so sánh bằng “and”.",
  formula_unknown_function: (name) => `Không có hàm “${name}”; chỉ có sum, min, max, count, mean.`,
  formula_aggregate_without_arguments: (name) => `Sau “${name}” phải là ngoặc tròn chứa số liệu cần gộp.`,
  formula_unknown_name: (name) => `Công thức dùng “${name}” nhưng chỉ tiêu không khai báo số liệu này.`,
  formula_needs_number: () => "Chỗ này phải là một số, không phải một điều kiện đúng/sai.",
  formula_needs_condition: () => "Chỗ này phải là một điều kiện đúng/sai, không phải một số.",
  formula_nested_aggregate: () => "Không gộp số liệu bên trong một phép gộp khác.",
  formula_division_by_zero: () => "Chia cho một số luôn bằng 0.",
} satisfies Record<string, Message>;

export type FormulaProblemCode = keyof typeof vi;

const en = {
  formula_empty: () => "The formula is empty.",
  formula_too_long: (limit) => `The formula is longer than ${limit} characters.`,
  formula_too_deep: (limit) => `The formula nests deeper than ${limit} levels.`,
  formula_character: (character) => `A formula has no use for “${character}”.`,
  formula_decimal_comma: (number) => `Decimals in a formula are written with a point: ${number}.`,
  formula_unexpected: (text) => `“${text}” makes no sense at this point of the formula.`,
  formula_unfinished: () => "The formula breaks off.",
  formula_unclosed: () => "The parenthesis opened here is never closed.",
  formula_chained_comparison: () => "Comparisons do not chain; join two of them with “and”.",
  formula_unknown_function: (name) =>
    `There is no function “${name}”; there are sum, min, max, count and mean.`,
  formula_aggregate_without_arguments: (name) => `“${name}” needs what it combines in parentheses after it.`,
  formula_unknown_name: (name) =>
    `The formula uses “${name}”, which the target does not declare as an input.`,
  formula_needs_number: () => "A number belongs here, not a condition.",
  formula_needs_condition: () => "A condition belongs here, not a number.",
  formula_nested_aggregate: () => "An aggregate cannot stand inside another one.",
  formula_division_by_zero: () => "This divides by a number that is always zero.",
} satisfies Record<FormulaProblemCode, Message>;

export const formulaProblemCodes = Object.keys(vi) as readonly FormulaProblemCode[];

/** `detail` is what the message quotes: a name, a character, a limit. */
export function formulaProblem(
  code: FormulaProblemCode,
  start: number,
  end: number,
  detail: string,
  replacement: string | null = null,
): FormulaProblem {
  const messages: { vi: Message; en: Message } = { vi: vi[code], en: en[code] };
  return { code, start, end, vi: messages.vi(detail), en: messages.en(detail), replacement };
}
