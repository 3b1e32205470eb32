// The signed text behind an assignment, and what the office assumed or understood.

import type { AssignmentBody } from "@kehoach/server/contract";
import { Link } from "@tanstack/react-router";
import { useLanguage } from "../language/language.tsx";
import { Card } from "../parts/page.tsx";
import { Assumption, Clause, Understood } from "../source/source-clauses.tsx";
import styles from "./assignment-page.module.css";

export function AssignmentSource({ assignment }: { assignment: AssignmentBody }) {
  const { words } = useLanguage();
  const { taskBody, statements } = assignment;
  return (
    <Card heading={words.source.heading}>
      <div className={styles.source}>
        {taskBody.source.length === 0 && <p>{words.source.none}</p>}
        {taskBody.source.map((locator) => (
          <Clause
            key={locator}
            locator={locator}
            statement={statements.find((each) => each.id === locator)}
          />
        ))}
        {taskBody.assumption !== null && <Assumption text={taskBody.assumption} />}
        {taskBody.understood !== null && <Understood of={taskBody.understood} />}
        <p>
          <Link
            to="/plans/$plan/source"
            params={{ plan: assignment.plan.documentId }}
            search={{ task: taskBody.id }}
          >
            {words.planText.link}
          </Link>
        </p>
      </div>
    </Card>
  );
}
