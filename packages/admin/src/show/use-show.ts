// Formatting bound to the reader's language.

import { useMemo } from "react";
import { useLanguage } from "../language/language.tsx";
import { showBasisPoints, showNumber } from "./number.ts";

/** Numbers and rates as the reader writes them. */
export function useShow() {
  const { language } = useLanguage();
  return useMemo(
    () => ({
      number: (value: number) => showNumber(value, language),
      rate: (basisPoints: number) => showBasisPoints(basisPoints, language),
    }),
    [language],
  );
}
