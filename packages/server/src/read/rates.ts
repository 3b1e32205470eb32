// The engine's completion rates with their names and formulas in words.

import type { Rate as Counted } from "@kehoach/engine";
import { serverWords } from "@kehoach/engine/words";
import type { Rate } from "../contract/index.ts";

export function namedRates(rates: readonly Counted[]): Rate[] {
  const { vi, en } = serverWords;
  return rates.map((rate) => ({
    ...rate,
    label: { vi: vi.rates[rate.id].label, en: en.rates[rate.id].label },
    formula: { vi: vi.rates[rate.id].formula, en: en.rates[rate.id].formula },
  }));
}
