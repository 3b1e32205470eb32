// Every migration, oldest first. Forward only: a published migration never changes.

import { initialMigration } from "./001-initial.ts";
import { wakeUpsOfAPlan } from "./002-wake-ups-of-a-plan.ts";

export const migrations = [initialMigration, wakeUpsOfAPlan] as const;
