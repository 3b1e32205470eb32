// What a text's keys tell before it is read: their language, and whether it is a document of the register.

import type { Language } from "@kehoach/engine/words";

const spellings: Readonly<Record<Language, { key: string; register: readonly string[] }>> = {
  vi: { key: "loại", register: ["tổ chức bộ máy", "lịch", "chế độ báo cáo"] },
  en: { key: "kind", register: ["organisation", "calendar", "regime"] },
};

/** Vietnamese where the text does not tell. */
export function keyLanguageOf(text: string): Language {
  return kindIn(text, "en") !== null && kindIn(text, "vi") === null ? "en" : "vi";
}

export function isRegisterText(text: string): boolean {
  return (["vi", "en"] as const).some((language) =>
    spellings[language].register.includes(kindIn(text, language) ?? ""),
  );
}

function kindIn(text: string, language: Language): string | null {
  const line = new RegExp(`^["']?${spellings[language].key}["']?\\s*:\\s*["']?([^"'#\\r\\n]*)`, "m");
  return line.exec(text.normalize("NFC"))?.[1]?.trim() ?? null;
}
