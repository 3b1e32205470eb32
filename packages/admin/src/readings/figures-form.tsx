// The form of figures: a line for each with what is known already; what is right is saved, what is wrong named in place.

import type { AgencyName, Trouble } from "@kehoach/server/contract";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { AskTrouble, ask } from "../api/ask.ts";
import { useLanguage } from "../language/language.tsx";
import { Button } from "../parts/button.tsx";
import { Field } from "../parts/field.tsx";
import { TroubleNotice } from "../parts/notice.tsx";
import { useLive } from "../shell/live-connection.tsx";
import { newRequestId } from "../show/request-id.ts";
import { useShow } from "../show/use-show.ts";
import { Icon } from "../status/icon.tsx";
import { useTargetSpeech } from "../targets/use-target-speech.ts";
import { FigureLine } from "./figure-line.tsx";
import styles from "./figures-form.module.css";
import { type SaveOutcome, type SentReading, saveReadings } from "./save-readings.ts";
import { type FormLine, type ReadLine, readLine, type TypedReading, typedFrom } from "./typed-reading.ts";

interface Props {
  planId: string;
  agency: AgencyName;
  /** Id of the period. */
  period: string;
  lines: readonly FormLine[];
  /** The period is not over yet. */
  open: boolean;
  /** Typed by the issuer's side for the agency: then who decided is named. Default: its own. */
  forAgency?: boolean;
  /** The authority by which the person acts in somebody's place. Default: none. */
  authority?: string | undefined;
  /** Id of the element where the report is handed in; default: none on the page. */
  steps?: string;
  /** Figures of the sheet last brought, as if they had been typed, by input id; another map is another sheet. */
  brought?: ReadonlyMap<string, TypedReading>;
}

const nothing: ReadonlyMap<string, TypedReading> = new Map();

/** Keyed by plan, agency and period where it is used: what was typed belongs to those. */
export function FiguresForm({
  planId,
  agency,
  period,
  lines,
  open,
  forAgency = false,
  authority,
  steps,
  brought = nothing,
}: Props) {
  const { pick } = useLanguage();
  const { words } = useTargetSpeech();
  const show = useShow();
  const { refreshAfter } = useLive();
  // Only what a person touched; the rest follows what is stored.
  const [typed, setTyped] = useState(brought);
  const [taken, setTaken] = useState(brought);
  // What was being typed where the sheet says otherwise, as it was typed.
  const [replaced, setReplaced] = useState<readonly string[]>([]);
  const [reason, setReason] = useState("");
  const [decidedBy, setDecidedBy] = useState("");
  const [tried, setTried] = useState(false);
  // The server's word on figures as they were sent; gone once one is typed anew.
  const [refused, setRefused] = useState<ReadonlyMap<string, Trouble>>(new Map());
  const lastSeq = useRef(0);
  const requestIds = useRef(new Map<string, string>());
  const form = useRef<HTMLFormElement>(null);
  if (taken !== brought) {
    setTaken(brought);
    setTyped(new Map([...typed, ...brought]));
    setReplaced(replacedBy(brought, typed, lines));
    setRefused(new Map([...refused].filter(([input]) => !brought.has(input))));
  }
  const typedOf = (line: FormLine) => typed.get(line.input.id) ?? typedFrom(line, open);
  const read = new Map(lines.map((line) => [line.input.id, readLine(line, typedOf(line), wholeOf(line))]));
  const reasoned = [...read.values()].some((each) => each.kind === "send" && each.reasoned);
  const faults = [...read.values()].filter(({ kind }) => kind === "fault").length;
  const reasonMissing = reasoned && reason.trim().length < 10;
  const complete = lines.every(({ required, reading }) => !required || reading !== null);
  const deciderMissing = forAgency && decidedBy.trim() === "";

  /** The value typed or standing of the input a line is a part of, where both are estimates or both official. */
  function wholeOf(line: FormLine): { value: string; title: string } | null {
    const whole = lines.find((each) => each.input.id === line.input.partOf);
    if (whole === undefined || typedOf(whole).status !== typedOf(line).status) return null;
    const outcome: ReadLine = readLine(whole, { ...typedOf(whole), confirmed: true });
    const value =
      outcome.kind === "send" ? outcome.value : outcome.kind === "nothing" ? whole.reading?.value : null;
    return value == null ? null : { value, title: whole.input.title };
  }

  const saving = useMutation({
    mutationFn: (readings: readonly SentReading[]) =>
      saveReadings(readings, async (group) => {
        const data = { readings: [...group], ...(reasoned ? { reason: reason.trim() } : {}) };
        // The same figures again are the same request, so that saving after a lost answer cannot store them twice.
        const onBehalfOf = { name: decidedBy.trim(), position: null, capacity: null };
        const content = JSON.stringify([data, onBehalfOf]);
        const requestId = requestIds.current.get(content) ?? newRequestId();
        requestIds.current.set(content, requestId);
        try {
          const { seq } = await ask<"sendCommand">("commands", {
            body: {
              requestId,
              planId,
              type: "report",
              data,
              authority,
              ...(forAgency ? { onBehalfOf } : {}),
            },
          });
          lastSeq.current = seq;
          return null;
        } catch (error) {
          if (error instanceof AskTrouble && error.status < 500 && error.trouble !== null)
            return error.trouble;
          throw error;
        }
      }),
    onSuccess: async ({ saved, refused: wrong }) => {
      requestIds.current.clear();
      await refreshAfter(planId, lastSeq.current);
      setRefused(wrong);
      setTyped((before) => new Map([...before].filter(([input]) => !saved.includes(input))));
      if (wrong.size + faults === 0) setTried(false);
      if (saved.length > 0) setReason("");
      setReplaced([]);
    },
  });

  const send = (event: FormEvent) => {
    event.preventDefault();
    flushSync(() => setTried(true));
    const readings = lines.flatMap((line): SentReading[] => {
      const outcome = read.get(line.input.id);
      if (outcome?.kind !== "send" || (outcome.reasoned && reasonMissing)) return [];
      return [
        {
          input: line.input.id,
          agency: agency.id,
          period,
          status: typedOf(line).status,
          value: outcome.value,
          ...(outcome.surprising || typedOf(line).confirmed ? { confirmed: true } : {}),
        },
      ];
    });
    if (readings.length > 0 && !deciderMissing) saving.mutate(readings);
    else saving.reset();
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };

  if (lines.length === 0) return <p className={styles.soft}>{words.form.none}</p>;
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={send} data-figures={period}>
      {replaced.length > 0 && (
        <p role="status" className={styles.warned} data-replaced>
          <Icon name="mark" />
          {words.form.replaced(replaced.join("; "))}
        </p>
      )}
      <ul>
        {lines.map((line) => {
          const id = line.input.id;
          const trouble = refused.get(id) ?? null;
          return (
            <FigureLine
              key={id}
              line={line}
              typed={typedOf(line)}
              outcome={read.get(id) ?? { kind: "nothing" }}
              shown={tried}
              refusal={trouble === null ? null : pick(trouble)}
              asksToConfirm={trouble?.code === "confirmation_required"}
              onType={(next) => {
                setTyped((before) => new Map(before).set(id, next));
                // A tick answers the question; a new value raises its own.
                if (!next.confirmed) setRefused((before) => new Map([...before].filter(([of]) => of !== id)));
              }}
            />
          );
        })}
      </ul>
      {forAgency && (
        <Field
          label={words.form.decidedBy}
          required
          hint={words.form.decidedByHint(agency.name)}
          error={tried && deciderMissing ? words.form.decidedByMissing : null}
        >
          {(tied) => (
            <input
              {...tied}
              maxLength={200}
              value={decidedBy}
              onChange={(event) => setDecidedBy(event.target.value)}
            />
          )}
        </Field>
      )}
      {reasoned && (
        <Field
          label={words.form.reason}
          required
          hint={words.form.reasonHint}
          error={tried && reasonMissing ? words.form.reasonMissing : null}
        >
          {(tied) => (
            <textarea {...tied} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
      )}
      <div className={styles.foot}>
        <Button kind="primary" type="submit" disabled={saving.isPending}>
          {saving.isPending ? words.form.saving : words.form.save}
        </Button>
        <p role="status" className={styles.outcome} data-outcome={saving.status}>
          {saving.isSuccess && <Outcome outcome={saving.data} faults={faults} />}
          {saving.isSuccess && faults === 0 && complete && steps !== undefined && (
            <span>
              {words.form.complete} <a href={`#${steps}`}>{words.form.toSteps}</a>
            </span>
          )}
          {tried && saving.isIdle && faults > 0 && words.form.savedNone(show.number(faults))}
          {tried &&
            saving.isIdle &&
            faults === 0 &&
            !reasonMissing &&
            !deciderMissing &&
            words.form.unchanged}
        </p>
      </div>
      {saving.isError && (
        <>
          <TroubleNotice error={saving.error} />
          {saving.error instanceof AskTrouble && saving.error.status === 0 && <p>{words.form.keep}</p>}
        </>
      )}
    </form>
  );
}

/** Lines that lose a value typed and not saved to another of the sheet, each with what was typed. */
function replacedBy(
  brought: ReadonlyMap<string, TypedReading>,
  typed: ReadonlyMap<string, TypedReading>,
  lines: readonly FormLine[],
): string[] {
  return lines.flatMap(({ input }) => {
    const before = typed.get(input.id)?.value.trim() ?? "";
    const after = brought.get(input.id)?.value;
    return before === "" || after === undefined || after === before ? [] : [`${input.title}: ${before}`];
  });
}

function Outcome({ outcome, faults }: { outcome: SaveOutcome; faults: number }) {
  const { words } = useTargetSpeech();
  const show = useShow();
  const saved = outcome.saved.length;
  const wrong = outcome.refused.size + faults;
  return (
    <>
      <Icon name={wrong === 0 ? "tick" : "mark"} />
      {wrong === 0
        ? words.form.saved(show.number(saved))
        : saved === 0
          ? words.form.savedNone(show.number(wrong))
          : words.form.savedSome(show.number(saved), show.number(wrong))}
    </>
  );
}
