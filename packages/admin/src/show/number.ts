// Numbers in the reader's notation.

import type { Language } from "@kehoach/engine/words";

const plain = { vi: new Intl.NumberFormat("vi-VN"), en: new Intl.NumberFormat("en-GB") };
const percent = {
  vi: new Intl.NumberFormat("vi-VN", { minimumFractionDigits: 0, maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat("en-GB", { minimumFractionDigits: 0, maximumFractionDigits: 2 }),
};

export function showNumber(value: number, language: Language): string {
  return plain[language].format(value);
}

/** Hundredths of a percent, e.g. 9863 as `98,63 %`. */
export function showBasisPoints(basisPoints: number, language: Language): string {
  return `${percent[language].format(basisPoints / 100)}\u00a0%`;
}
