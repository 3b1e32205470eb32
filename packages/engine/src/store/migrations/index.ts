// Every migration, oldest first. Forward only: a published migration never changes.

import { initialMigration } from "./001-initial.ts";
import { wakeUpsOfAPlan } from "./002-wake-ups-of-a-plan.ts";
import { evidenceFiles } from "./003-evidence-files.ts";
import { suspendedSince } from "./004-suspended-since.ts";
import { readings } from "./005-readings.ts";
import { frozenReports } from "./006-frozen-reports.ts";
import { authoritiesInTheRegister } from "./007-authorities.ts";

export const migrations = [
  initialMigration,
  wakeUpsOfAPlan,
  evidenceFiles,
  suspendedSince,
  readings,
  frozenReports,
  authoritiesInTheRegister,
] as const;
