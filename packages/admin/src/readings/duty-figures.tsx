// The figures a duty to report asks for, on the duty's own page.

import type { AssignmentBody, ReadFormBody } from "@kehoach/server/contract";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { instanceQuery, meQuery } from "../api/queries.ts";
import { reportFormQuery } from "../api/target-queries.ts";
import { useLanguage } from "../language/language.tsx";
import { Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card } from "../parts/page.tsx";
import { givesTasks } from "../shell/gives-tasks.ts";
import { showDate } from "../show/date.ts";
import { periodName } from "../targets/period-name.ts";
import { useTargetSpeech } from "../targets/use-target-speech.ts";
import styles from "./figures-form.module.css";
import { FiguresForm } from "./figures-form.tsx";
import { FiguresSeen } from "./figures-seen.tsx";
import { FormAsSheet } from "./form-as-sheet.tsx";
import { type TypedReading, typedAs } from "./typed-reading.ts";

export function DutyFigures({ assignment }: { assignment: AssignmentBody }) {
  const { words: admin } = useLanguage();
  const { words } = useTargetSpeech();
  const instance = useQuery(instanceQuery);
  const me = useQuery(meQuery);
  const query = useQuery(reportFormQuery(assignment.plan.documentId, assignment.id));
  const [brought, setBrought] = useState<ReadonlyMap<string, TypedReading>>(new Map());
  if (query.isPending) return <Loading />;
  if (query.isError) return <TroubleNotice error={query.error} retry={() => void query.refetch()} />;
  const { planId, agency, period, lines } = query.data;
  // Whoever stands in for one of its people may be of another agency.
  const isOwn = me.data?.actor?.agency?.id === agency.id;
  const standsIn = isOwn ? undefined : me.data?.authorities.find((each) => each.agency === agency.id);
  const own = isOwn || standsIn !== undefined;
  const gives = givesTasks(me.data);
  const bring = (changes: ReadFormBody["changes"]) => {
    const kinds = new Map(lines.map(({ input }) => [input.id, input.kind]));
    setBrought(
      new Map(changes.map(({ input, after }) => [input, typedAs(kinds.get(input) ?? "number", after)])),
    );
  };
  const form = (
    <>
      <FormAsSheet plan={assignment.plan.documentId} assignment={assignment.id} onRead={bring} />
      <FiguresForm
        forAgency={!own}
        authority={standsIn?.authority}
        steps="next-steps"
        key={`${planId} ${agency.id} ${period.id}`}
        brought={brought}
        planId={planId}
        agency={agency}
        period={period.id}
        lines={lines}
        open={period.to >= (instance.data?.today ?? period.to)}
      />
    </>
  );
  return (
    <Card
      heading={words.form.heading(periodName(period.id, admin.occurrences))}
      note={words.form.ofAgency(agency.name, showDate(period.from), showDate(period.to))}
    >
      {!own && <FiguresSeen lines={lines} />}
      {own && form}
      {!own && gives && (
        <details className={styles.forAgency}>
          <summary>{words.form.typeFor(agency.name)}</summary>
          {form}
        </details>
      )}
    </Card>
  );
}
