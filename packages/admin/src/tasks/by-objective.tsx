// Objectives as a tree, each with its tasks and the targets it promises.

import type { AssignmentItem, ObjectiveBody, PlanBody, TargetBody } from "@kehoach/server/contract";
import { lazy, Suspense } from "react";
import { useLanguage } from "../language/language.tsx";
import { Empty } from "../parts/notice.tsx";
import { SourceClauses } from "../source/source-clauses.tsx";
import styles from "./by-objective.module.css";
import { TaskCard } from "./task-card.tsx";

const TargetBrief = lazy(async () => ({
  default: (await import("../targets/target-brief.tsx")).TargetBrief,
}));

interface Props {
  plan: PlanBody;
  assignments: readonly AssignmentItem[];
}

export function ByObjective({ plan, assignments }: Props) {
  const { words } = useLanguage();
  if (plan.tasks.length === 0) return <Empty icon="list" why={words.tasks.empty} />;
  const known = new Set(plan.objectives.map((objective) => objective.id));
  const loose = {
    tasks: plan.tasks.filter((task) => task.objective === null || !known.has(task.objective)),
    targets: plan.targets.filter((target) => target.objective === null || !known.has(target.objective)),
  };
  return (
    <>
      {plan.objectives
        .filter((objective) => objective.parent === null || !known.has(objective.parent))
        .map((objective) => (
          <Objective
            key={objective.id}
            plan={plan}
            assignments={assignments}
            objective={objective}
            depth={0}
          />
        ))}
      {loose.tasks.length + loose.targets.length > 0 && (
        <section className={styles.objective}>
          <h2>{words.tasks.withoutObjective}</h2>
          <Targets plan={plan} targets={loose.targets} />
          {loose.tasks.map((task) => (
            <TaskCard
              key={task.id}
              plan={plan}
              task={task}
              assignments={assignments.filter((item) => item.task.id === task.id)}
            />
          ))}
        </section>
      )}
    </>
  );
}

function Objective({
  plan,
  assignments,
  objective,
  depth,
}: Props & { objective: ObjectiveBody; depth: number }) {
  const { words } = useLanguage();
  const tasks = plan.tasks.filter((task) => task.objective === objective.id);
  const targets = plan.targets.filter((target) => target.objective === objective.id);
  const children = plan.objectives.filter((each) => each.parent === objective.id);
  const Heading = depth === 0 ? "h2" : "h3";
  return (
    <section className={depth === 0 ? styles.objective : styles.nested} data-objective={objective.id}>
      <div className={styles.head}>
        <p className={styles.kind}>{words.tasks.objective}</p>
        <Heading>{objective.title}</Heading>
        <SourceClauses of={objective} statements={plan.statements} />
      </div>
      <Targets plan={plan} targets={targets} />
      {tasks.map((task) => (
        <TaskCard
          key={task.id}
          plan={plan}
          task={task}
          assignments={assignments.filter((item) => item.task.id === task.id)}
        />
      ))}
      {children.map((child) => (
        <Objective key={child.id} plan={plan} assignments={assignments} objective={child} depth={depth + 1} />
      ))}
    </section>
  );
}

/** Promises as written, each with how it stands. */
function Targets({ plan, targets }: { plan: PlanBody; targets: readonly TargetBody[] }) {
  const { words } = useLanguage();
  if (targets.length === 0) return null;
  return (
    <div className={styles.targets}>
      <h4>{words.tasks.targets}</h4>
      <ul>
        {targets.map((target) => (
          <li key={target.id} className={styles.target} data-target={target.id}>
            <p className={styles.promise}>{target.title}</p>
            <Suspense fallback={null}>
              <TargetBrief plan={plan.documentId} target={target.id} />
            </Suspense>
            <SourceClauses of={target} statements={plan.statements} />
          </li>
        ))}
      </ul>
    </div>
  );
}
