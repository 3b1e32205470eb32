// The form of figures as a spreadsheet: taken away, and brought back filled in; wrong cells are named.

import { formWords } from "@kehoach/engine/words";
import type { ReadFormBody } from "@kehoach/server/contract";
import { useMutation } from "@tanstack/react-query";
import { useId, useRef } from "react";
import { ask } from "../api/ask.ts";
import { baseAddress } from "../api/base-address.ts";
import { useLanguage } from "../language/language.tsx";
import { Button, buttonClass } from "../parts/button.tsx";
import { TroubleNotice } from "../parts/notice.tsx";
import { useShow } from "../show/use-show.ts";
import styles from "./figures-form.module.css";

interface Props {
  plan: string;
  assignment: string;
  onRead: (changes: ReadFormBody["changes"]) => void;
}

export function FormAsSheet({ plan, assignment, onRead }: Props) {
  const { language } = useLanguage();
  const words = formWords[language];
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const path = `plans/${encodeURIComponent(plan)}/assignments/${encodeURIComponent(assignment)}/form`;
  const reading = useMutation({
    mutationFn: (file: File) => ask<"readForm">(`${path}/read`, { file }),
    onSuccess: ({ changes }) => onRead(changes),
    // The same file may be chosen again once it was mended.
    onSettled: () => {
      if (input.current !== null) input.current.value = "";
    },
  });
  return (
    <div className={styles.sheet} data-form-sheet>
      <div className={styles.tools}>
        <a
          className={buttonClass("plain", true)}
          href={`${baseAddress}api/${path}/xlsx?lang=${language}`}
          download
        >
          {words.page.download}
        </a>
        <Button small disabled={reading.isPending} onClick={() => input.current?.click()}>
          {reading.isPending ? words.page.reading : words.page.bring}
        </Button>
        <input
          ref={input}
          id={id}
          type="file"
          hidden
          accept=".xlsx"
          aria-label={words.page.bring}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file !== undefined) reading.mutate(file);
          }}
        />
      </div>
      <div role="status">{reading.isSuccess && <Read body={reading.data} />}</div>
      {reading.isError && <TroubleNotice error={reading.error} />}
    </div>
  );
}

function Read({ body: { changes, faults } }: { body: ReadFormBody }) {
  const { language, pick } = useLanguage();
  const words = formWords[language];
  const show = useShow();
  return (
    <>
      {changes.length > 0 && <p>{words.page.brought(show.number(changes.length))}</p>}
      {faults.length > 0 && (
        <>
          <p>{words.page.wrong(show.number(faults.length))}</p>
          <ul className={styles.faults}>
            {faults.map((fault) => (
              <li key={`${fault.cell} ${fault.code} ${fault.vi}`} data-cell={fault.cell ?? ""}>
                {fault.cell !== null && <b>{`${fault.sheet}!${fault.cell}: `}</b>}
                {pick(fault)}
              </li>
            ))}
          </ul>
        </>
      )}
      {changes.length + faults.length === 0 && <p>{words.same}</p>}
    </>
  );
}
