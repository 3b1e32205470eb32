// The words of reports in the reader's language.

import { type ReportPageWords, reportPageWords } from "@kehoach/engine/words";
import { useLanguage } from "../language/language.tsx";

export function useReportWords(): ReportPageWords {
  const { language } = useLanguage();
  return reportPageWords[language];
}
