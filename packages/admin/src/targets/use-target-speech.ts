// The words of targets in the reader's language.

import { judgementWords, readingWords, targetsWords } from "@kehoach/engine/words";
import { useMemo } from "react";
import { useLanguage } from "../language/language.tsx";
import type { TargetSpeech } from "./target-text.ts";

export function useTargetSpeech(): TargetSpeech {
  const { language } = useLanguage();
  return useMemo(
    () => ({
      language,
      words: targetsWords[language],
      judged: judgementWords[language],
      readings: readingWords[language],
    }),
    [language],
  );
}
