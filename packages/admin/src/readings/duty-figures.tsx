// The figures a duty to report asks for, on the duty's own page.

import type { AssignmentBody } from "@kehoach/server/contract";
import { useQuery } from "@tanstack/react-query";
import { instanceQuery } from "../api/queries.ts";
import { reportFormQuery } from "../api/target-queries.ts";
import { useLanguage } from "../language/language.tsx";
import { Loading, TroubleNotice } from "../parts/notice.tsx";
import { Card } from "../parts/page.tsx";
import { showDate } from "../show/date.ts";
import { periodName } from "../targets/period-name.ts";
import { useTargetSpeech } from "../targets/use-target-speech.ts";
import { FiguresForm } from "./figures-form.tsx";

export function DutyFigures({ assignment }: { assignment: AssignmentBody }) {
  const { words: admin } = useLanguage();
  const { words } = useTargetSpeech();
  const instance = useQuery(instanceQuery);
  const query = useQuery(reportFormQuery(assignment.plan.documentId, assignment.id));
  if (query.isPending) return <Loading />;
  if (query.isError) return <TroubleNotice error={query.error} retry={() => void query.refetch()} />;
  const { planId, agency, period, lines } = query.data;
  return (
    <Card
      heading={words.form.heading(periodName(period.id, admin.occurrences))}
      note={words.form.ofAgency(agency.name, showDate(period.from), showDate(period.to))}
    >
      <FiguresForm
        key={`${planId} ${agency.id} ${period.id}`}
        planId={planId}
        agency={agency}
        period={period.id}
        lines={lines}
        open={period.to >= (instance.data?.today ?? period.to)}
      />
    </Card>
  );
}
