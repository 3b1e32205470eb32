// The door: plan text → Plan, or all its problems; register text → register document.

import type { CalendarDocument } from "./calendar-document.ts";
import { checkCalendar } from "./check-calendar.ts";
import { type CheckAgainst, checkMeaning } from "./check-meaning.ts";
import { checkOrganisation, checkRegime } from "./check-register.ts";
import { checkShape, type Validator } from "./check-shape.ts";
import {
  authoritiesShape,
  calendarShape,
  organisationShape,
  planShape,
  regimeShape,
} from "./generated/shapes.ts";
import {
  authoritiesValidator,
  calendarValidator,
  organisationValidator,
  planValidator,
  regimeValidator,
} from "./generated/validate-written.ts";
import { type KeyLanguage, spellKeyword } from "./keywords.ts";
import type { Loose } from "./loose.ts";
import { checkAuthorities, normaliseAuthorities } from "./normalise-authorities.ts";
import { type CalendarLink, checkCovers, normaliseCalendar } from "./normalise-calendar.ts";
import { normalisePlan } from "./normalise-plan.ts";
import { normaliseOrganisation, normaliseRegime, type RegisterReading } from "./normalise-register.ts";
import { type OpenDocument, openDocument } from "./open-document.ts";
import type { OrganisationDocument } from "./organisation-document.ts";
import { type Conventions, type DateText, type Plan, type PlanKind, planKinds } from "./plan.ts";
import type { Problem, Question } from "./problem.ts";
import { readWritten, type Written } from "./read-written.ts";
import { type RegisterDocument, registerKinds } from "./register-document.ts";
import type { Report } from "./report.ts";
import type { Shape } from "./shape.ts";
import type { WrittenPlan } from "./written/written-plan.ts";
import type {
  WrittenAuthorities,
  WrittenCalendar,
  WrittenOrganisation,
  WrittenRegime,
} from "./written/written-register.ts";

export interface ReadPlanOptions extends CheckAgainst {
  /** The name problems show. */
  file?: string | undefined;
  /** The province's conventions, for what the plan leaves open. */
  defaults?: Partial<Conventions> | undefined;
}

/** Ids of the register documents a plan names, known even of a plan with problems; null where it names none. */
export interface NamedDocuments {
  organisation: string | null;
  calendar: string | null;
  regime: string | null;
  /** The day whose versions are wanted: the issue date, else the period's first day, else the end of time. */
  date: DateText;
}

export interface ReadPlan {
  /** Null when there are problems. */
  plan: Plan | null;
  problems: Problem[];
  questions: Question[];
  keys: KeyLanguage;
  names: NamedDocuments;
}

export interface ReadRegisterDocument {
  /** Null when there are problems. */
  document: RegisterDocument | null;
  problems: Problem[];
  keys: KeyLanguage;
  /** The calendar this one extends, known even of one with problems; null: none. */
  extends: CalendarLink | null;
}

export interface ReadRegisterOptions {
  /** The name problems show. */
  file?: string | undefined;
  /** The calendar that a calendar extends; null or absent: not found. */
  base?: CalendarDocument | null | undefined;
}

const endOfTime: DateText = "9999-12-31";

/** Reads and checks a plan. Never throws for a text, whatever is in it. */
export function readPlan(text: string, options: ReadPlanOptions = {}): ReadPlan {
  const opened = openDocument(text, options.file);
  const { report } = opened;
  const names: NamedDocuments = { organisation: null, calendar: null, regime: null, date: endOfTime };
  let plan: Plan | null = null;
  if (opened.root !== null && isPlanKind(opened, report)) {
    const written = shaped(opened, planShape, planValidator as Validator);
    if (written !== null) {
      const groups = new Set(options.organisation?.groups.map((group) => group.id));
      const normalised = normalisePlan(
        written.value as Loose<WrittenPlan>,
        report,
        (id) => groups.has(id),
        options.defaults ?? {},
      );
      checkMeaning(normalised, options, report);
      plan = normalised.plan;
      names.organisation = plan.organisation === "" ? null : plan.organisation;
      names.calendar = plan.calendar === "" ? null : plan.calendar;
      names.regime = plan.regime;
      names.date = plan.issued ?? (normalised.hasPeriod ? plan.period.from : endOfTime);
    }
  }
  const placed = opened.placed();
  return { plan: report.failed ? null : plan, ...placed, keys: report.keys, names };
}

/** Reads and checks an organisation, calendar or regime. Never throws for a text, whatever is in it. */
export function readRegisterDocument(text: string, options: ReadRegisterOptions = {}): ReadRegisterDocument {
  const opened = openDocument(text, options.file);
  const { report } = opened;
  const read = opened.root === null ? null : readRegister(opened, options.base ?? null);
  const { problems } = opened.placed();
  return {
    document: report.failed ? null : (read?.document ?? null),
    problems,
    keys: report.keys,
    extends: read?.link ?? null,
  };
}

export type ReadDocument = ({ is: "plan" } & ReadPlan) | ({ is: "register" } & ReadRegisterDocument);

/** Reads whatever kind of document the text is. One of no known kind is read as a plan and says so. */
export function readDocument(text: string, options: ReadPlanOptions = {}): ReadDocument {
  const { kind } = openDocument(text, options.file);
  return isRegisterKind(kind)
    ? { is: "register", ...readRegisterDocument(text, options) }
    : { is: "plan", ...readPlan(text, options) };
}

function isPlanKind(opened: OpenDocument, report: Report): boolean {
  if (opened.kind === null || (planKinds as readonly string[]).includes(opened.kind)) return true;
  if (!isRegisterKind(opened.kind)) return true;
  const expected = report.keys === "vi" ? "một kế hoạch" : "a plan";
  const found = spellKeyword(opened.kind, report.keys);
  report.problem("kind_other", { path: ["kind"] }, { expected, found });
  return false;
}

function isRegisterKind(kind: string | null): boolean {
  return (registerKinds as readonly (string | null)[]).includes(kind);
}

function readRegister(
  opened: OpenDocument,
  base: CalendarDocument | null,
): { document: RegisterDocument; link: CalendarLink | null } | null {
  const { report } = opened;
  const reading: RegisterReading = { report, paths: new Map() };
  switch (opened.kind) {
    case "organisation": {
      const written = shaped(opened, organisationShape, organisationValidator as Validator);
      if (written === null) return null;
      const document: OrganisationDocument = normaliseOrganisation(
        reading,
        written.value as Loose<WrittenOrganisation>,
      );
      checkOrganisation(document, reading.paths, report);
      return { document, link: null };
    }
    case "calendar": {
      const written = shaped(opened, calendarShape, calendarValidator as Validator);
      if (written === null) return null;
      const value = written.value as Loose<WrittenCalendar>;
      const { document, link, stated } = normaliseCalendar(reading, value, base);
      checkCovers(reading, value, opened.hasKey("covers"));
      checkCalendar(reading, document, stated, base);
      return { document, link };
    }
    case "regime": {
      const written = shaped(opened, regimeShape, regimeValidator as Validator);
      if (written === null) return null;
      const document = normaliseRegime(reading, written.value as Loose<WrittenRegime>);
      checkRegime(document, reading.paths, report);
      return { document, link: null };
    }
    case "authorities": {
      const written = shaped(opened, authoritiesShape, authoritiesValidator as Validator);
      if (written === null) return null;
      const document = normaliseAuthorities(reading, written.value as Loose<WrittenAuthorities>);
      checkAuthorities(reading, document);
      return { document, link: null };
    }
    default: {
      const kind: PlanKind | string | null = opened.kind;
      if (kind === null) report.problem("key_missing", { path: ["kind"] }, { key: opened.kindKey });
      else {
        const expected =
          report.keys === "vi"
            ? "tài liệu của sổ đăng ký (tổ chức bộ máy, lịch, chế độ báo cáo, ủy quyền)"
            : "a register document (organisation, calendar, regime, authorities)";
        const found = spellKeyword(kind, report.keys);
        report.problem("kind_other", { path: ["kind"] }, { expected, found });
      }
      return null;
    }
  }
}

/** The written value in its shape, what does not fit taken out; null when it is not a map at all. */
function shaped(opened: OpenDocument, shape: Shape, validate: Validator): Written | null {
  const { root, report } = opened;
  if (root === null) return null;
  const written = readWritten(root, shape, report);
  opened.found = written.found;
  if (typeof written.value !== "object" || written.value === null) return null;
  checkShape(written, shape, validate, report);
  return written;
}
