// Where the record of work is fetched: the documents of an assignment in order, as a document to keep.

import { apiAddress } from "../api/ask.ts";
import { useLanguage } from "../language/language.tsx";
import { buttonClass } from "../parts/button.tsx";
import { Icon } from "../status/icon.tsx";

export function RecordLink({ plan, id }: { plan: string; id: string }) {
  const { words, language } = useLanguage();
  const path = `plans/${encodeURIComponent(plan)}/assignments/${encodeURIComponent(id)}/record/docx`;
  return (
    <a className={buttonClass("plain", true)} href={`${apiAddress(path)}?lang=${language}`} download>
      <Icon name="note" />
      {words.history.record}
    </a>
  );
}
