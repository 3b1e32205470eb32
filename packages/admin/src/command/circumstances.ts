// What surrounds a command typed after the fact or for somebody else: who decided it, and when it happened.

import { endOfDay } from "@kehoach/engine/calendar";
import type { CommandBody, DecisionBody } from "@kehoach/server/contract";
import { readDate, readHour, showDate } from "../show/date.ts";

export type CircumstanceContent = Pick<CommandBody, "onBehalfOf" | "effectiveAt">;

export const capacities = ["TM.", "KT.", "TL.", "TUQ.", "Q."] as const satisfies readonly NonNullable<
  DecisionBody["capacity"]
>[];

export interface TypedCircumstances {
  /** True: somebody else decided; then at least the name is wanted. */
  decided: boolean;
  name: string;
  position: string;
  capacity: "" | (typeof capacities)[number];
  /** dd/MM/yyyy. */
  happenedOn: string;
  /** HH:MM, told only of a day before today. */
  happenedAt: string;
}

/** An act of an earlier day is taken to have happened by the end of office hours, unless told otherwise. */
const endOfOfficeHours = "17:00";

/** `today`: yyyy-mm-dd. */
export function emptyCircumstances(today: string, decided: boolean): TypedCircumstances {
  return {
    decided,
    name: "",
    position: "",
    capacity: "",
    happenedOn: showDate(today),
    happenedAt: endOfOfficeHours,
  };
}

/** Whether it happened before today, so that it is entered later. */
export function isEnteredLater({ happenedOn }: TypedCircumstances, today: string | null): boolean {
  const date = readDate(happenedOn);
  return date !== null && today !== null && date < today;
}

/** Names of inputs that are missing or wrong. `today`: null where it is not known. */
export function faultsOfCircumstances(typed: TypedCircumstances, today: string | null): string[] {
  const date = readDate(typed.happenedOn);
  return [
    ...(typed.decided && typed.name.trim() === "" ? ["name"] : []),
    ...(date === null || (today !== null && date > today) ? ["happenedOn"] : []),
    ...(isEnteredLater(typed, today) && readHour(typed.happenedAt) === null ? ["happenedAt"] : []),
  ];
}

/** Empty where the person decides himself, now. Call it when there are no faults. */
export function circumstancesOf(typed: TypedCircumstances, today: string | null): CircumstanceContent {
  const date = readDate(typed.happenedOn);
  return {
    ...(typed.decided
      ? {
          onBehalfOf: {
            name: typed.name.trim(),
            position: typed.position.trim() === "" ? null : typed.position.trim(),
            capacity: typed.capacity === "" ? null : typed.capacity,
          },
        }
      : {}),
    ...(date !== null && isEnteredLater(typed, today)
      ? { effectiveAt: endOfDay(date, readHour(typed.happenedAt)) }
      : {}),
  };
}
