// What holds where neither a plan nor its province states a convention.

import type { Conventions } from "./plan.ts";

/** No national figure is known for any of these (domain.md §2.1): a province states its own. */
export const defaultConventions: Conventions = {
  before: null,
  rollForward: true,
  dueSoonDays: 3,
  answerDays: 5,
  silenceAgrees: false,
  enteredLateDays: 10,
  acceptDays: 0,
  declineDays: null,
  extensionsMax: null,
  oralDays: 5,
  standingLeadConfirms: false,
  escalateDays: [],
};
