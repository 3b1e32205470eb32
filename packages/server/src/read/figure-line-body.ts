// One line of figures as answers carry it: rates with their names and formulas.

import type { FigureLine } from "@kehoach/engine";
import type { FigureLineBody } from "../contract/index.ts";
import { namedRates } from "./rates.ts";

export function figureLineBody(line: FigureLine): FigureLineBody {
  const { assignments, tasks, undated, ageing, stale, returns, rates, requested, coordinations } = line;
  return {
    assignments: { ...assignments },
    tasks: { ...tasks },
    undated: { ...undated },
    ageing: { ...ageing },
    stale: { ...stale },
    returns: { ...returns },
    rates: namedRates(rates),
    requested: { ...requested },
    coordinations: { ...coordinations },
  };
}
