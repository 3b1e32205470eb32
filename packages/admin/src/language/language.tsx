// The language pages are shown in, kept by the browser, and the words that go with it.

import { type AdminWords, adminWords, type Language } from "@kehoach/engine/words";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

interface LanguageChoice {
  language: Language;
  words: AdminWords;
  /** The side of a bilingual text in this language. */
  pick: (text: { vi: string; en: string }) => string;
  choose: (language: Language) => void;
}

const LanguageContext = createContext<LanguageChoice | null>(null);
const storageKey = "kehoach.language";

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(remembered);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo<LanguageChoice>(
    () => ({
      language,
      words: adminWords[language],
      pick: (text) => text[language],
      choose: (next) => {
        setLanguage(next);
        remember(next);
      },
    }),
    [language],
  );
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

/** Throws outside LanguageProvider. */
export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext);
  if (choice === null) throw new Error("useLanguage needs LanguageProvider above it.");
  return choice;
}

// Storage may be closed to the page (private windows, policies); then the choice lasts as long as the page.
function remembered(): Language {
  try {
    return localStorage.getItem(storageKey) === "en" ? "en" : "vi";
  } catch {
    return "vi";
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    return;
  }
}
