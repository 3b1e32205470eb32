// Every migration, oldest first. Forward only: a published migration never changes.

import { initialMigration } from "./001-initial.ts";

export const migrations = [initialMigration] as const;
