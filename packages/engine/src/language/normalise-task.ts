// Written tasks → Task: short forms written out, mode and due made to agree.

import { spellKey, spellKeyword } from "./keywords.ts";
import { type Loose, many, placed, present } from "./loose.ts";
import { normaliseDue } from "./normalise-due.ts";
import type { Path } from "./path.ts";
import type {
  Annotated,
  Coordinator,
  Due,
  Lead,
  PartyReference,
  Product,
  Task,
  TaskMode,
  Window,
} from "./plan.ts";
import { annotated, at, type Reading, spanAt, unannotated } from "./reading.ts";
import type {
  WrittenCoordinator,
  WrittenLead,
  WrittenParty,
  WrittenProduct,
  WrittenTask,
} from "./written/written-task.ts";

export function normaliseTask(reading: Reading, written: Loose<WrittenTask>, path: Path): Task {
  const notes = annotated(reading, written, path);
  const report = reportOf(written.report);
  const { mode, due, windows } = schedule(reading, written, path);
  const task: Task = {
    id: written.id ?? "",
    title: written.title ?? "",
    objective: written.objective ?? null,
    code: written.code ?? null,
    mode,
    lead: lead(reading, written.lead, notes, [...path, "lead"]),
    coordinators: placed(written.coordinators).map(({ item, steps }) =>
      coordinator(reading, item, [...path, "coordinators", ...steps]),
    ),
    monitors: parties(reading, written.monitors, [...path, "monitors"]),
    products: products(reading, written, notes, path),
    after: many(written.after),
    due,
    windows,
    lifecycle: written.lifecycle ?? (report === null ? "standard" : "report"),
    cascade: written.cascade ?? false,
    contentElsewhere: written.content_elsewhere ?? false,
    visibility: written.visibility ?? null,
    tags: many(written.tags),
    sameAs:
      written.same_as === undefined
        ? null
        : { document: written.same_as.document ?? "", task: written.same_as.task ?? "" },
    report,
    ...notes,
  };
  return at(reading, path, task);
}

function reportOf(written: Loose<WrittenTask>["report"]): Task["report"] {
  if (written === undefined || written === false) return null;
  return { inputs: written === true ? null : many(written) };
}

function lead(reading: Reading, written: Loose<WrittenLead> | undefined, task: Annotated, path: Path): Lead {
  const one = { each: false, agencies: [], groups: [], except: [] };
  if (written === undefined) return { ...one, ...unannotated() };
  if (typeof written === "string")
    return at(reading, path, { ...one, agencies: [written], ...unannotated() });
  if (Array.isArray(written)) {
    const agencies = many(written);
    const list = at(reading, path, { ...one, each: agencies.length > 1, agencies, ...unannotated() });
    if (agencies.length > 1) {
      reading.report.question("two_leads", { path }, { agencies }, task.understood);
    }
    return list;
  }
  const notes = annotated(reading, written, path);
  const { agency, each, group, except } = written;
  const ways = [agency, each, group].filter((way) => way !== undefined).length;
  if (ways !== 1 || (agency !== undefined && except !== undefined)) {
    reading.report.problem("lead_unclear", { path }, {});
    return { ...one, ...notes };
  }
  if (agency !== undefined) return at(reading, path, { ...one, agencies: [agency], ...notes });
  const named = many(group ?? each);
  return at(reading, path, {
    each: true,
    agencies: group !== undefined ? [] : named.filter((id) => !reading.isGroup(id)),
    groups: group !== undefined ? named : named.filter(reading.isGroup),
    except: many(except),
    ...notes,
  });
}

function coordinator(reading: Reading, written: Loose<WrittenCoordinator>, path: Path): Coordinator {
  if (typeof written === "string") {
    const plain = { agency: written, group: null, duty: "contribute" as const, due: null, ...unannotated() };
    return at(reading, path, plain);
  }
  const { agency, group } = written;
  if ((agency === undefined) === (group === undefined)) reading.report.problem("party_unclear", { path }, {});
  const due = written.due === undefined ? null : normaliseDue(reading, written.due, [...path, "due"]);
  if (due !== null && !["none", "date", "after"].includes(due.due.form)) {
    notForMode(reading, "one_off", due.due, [...path, "due"]);
  }
  return at(reading, path, {
    agency: agency ?? null,
    group: agency === undefined ? (group ?? null) : null,
    duty: written.duty ?? "contribute",
    due: due?.due ?? null,
    ...annotated(reading, written, path),
  });
}

export function parties(
  reading: Reading,
  written: Loose<WrittenParty | WrittenParty[]> | undefined,
  path: Path,
): PartyReference[] {
  return placed(written).map(({ item, steps }) => {
    const place = [...path, ...steps];
    if (typeof item === "string") return at(reading, place, { agency: item, duty: null, ...unannotated() });
    const { agency, duty } = item;
    return at(reading, place, {
      agency: agency ?? "",
      duty: duty ?? null,
      ...annotated(reading, item, place),
    });
  });
}

function products(reading: Reading, written: Loose<WrittenTask>, task: Annotated, path: Path): Product[] {
  const list = placed(written.product).map(
    ({ item, steps }, index): Product => product(reading, item, index, [...path, "product", ...steps]),
  );
  if (list.length > 0 || written.cascade !== true) return list;
  // A cascade duty is done when the agency's own plan has a number.
  const title = "Số, ký hiệu, ngày kế hoạch";
  const own: Product = { id: "child-plan", title, required: true, ...task };
  return [at(reading, path, own)];
}

function product(reading: Reading, written: Loose<WrittenProduct>, index: number, path: Path): Product {
  const id = index === 0 ? "product" : `product-${index + 1}`;
  if (typeof written === "string") {
    return at(reading, path, { id, title: written, required: true, ...unannotated() });
  }
  return at(reading, path, {
    id: written.id ?? id,
    title: written.title ?? "",
    required: written.required ?? true,
    ...annotated(reading, written, path),
  });
}

/** Mode, due and windows, each filled in from the others where it is not written. */
function schedule(
  reading: Reading,
  written: Loose<WrittenTask>,
  path: Path,
): { mode: TaskMode; due: Due; windows: Window[] } {
  const { report } = reading;
  const read = normaliseDue(reading, written.due, [...path, "due"]);
  const windows = windowsOf(reading, written, path);
  const mode = written.mode ?? read.mode ?? impliedMode(read.due, windows);
  let { due } = read;
  let { understood } = read;
  if (written.windows !== undefined && mode !== "window") {
    const spelled = spellKeyword(mode, report.keys);
    report.problem("windows_not_for_mode", { path: [...path, "windows"], part: "key" }, { mode: spelled });
  }
  if (mode === "window" && written.windows === undefined && read.understood) {
    if (read.span === null) {
      report.problem("windows_missing", { path }, { key: spellKey("windows", report.keys) });
      understood = false;
    } else {
      windows.push({ id: read.span.from.slice(0, 7), ...read.span });
      due = { form: "window_end", text: due.text ?? "", hour: due.form === "date" ? due.hour : null };
    }
  } else if (mode === "window" && due.form === "none" && written.due === undefined) {
    due = { form: "window_end", text: spellKey("window_end", "vi"), hour: null };
  }
  const fits = fitting[mode].includes(due.form) && (read.mode === null || read.mode === mode);
  const counted = mode !== "event" || due.form !== "after" || due.event.on === "opening";
  if (understood && (!fits || !counted)) notForMode(reading, mode, due, [...path, "due"]);
  return { mode, due, windows };
}

const fitting: Record<TaskMode, readonly Due["form"][]> = {
  one_off: ["none", "date", "after", "session"],
  window: ["window_end"],
  recurring: ["each_period"],
  ongoing: ["none"],
  event: ["none", "after"],
};

function impliedMode(due: Due, windows: readonly Window[]): TaskMode {
  if (due.form === "each_period") return "recurring";
  return due.form === "window_end" || windows.length > 0 ? "window" : "one_off";
}

function notForMode(reading: Reading, mode: TaskMode, due: Due, path: Path): void {
  const { report } = reading;
  const spelled = { mode: spellKeyword(mode, report.keys), due: due.text ?? spellKey("none", report.keys) };
  report.problem("due_not_for_mode", { path }, spelled);
}

function windowsOf(reading: Reading, written: Loose<WrittenTask>, path: Path): Window[] {
  const windows: Window[] = [];
  for (const [index, item] of present(written.windows)) {
    const place = [...path, "windows", index];
    const span = spanAt(reading.report, item, place);
    const id = item.id ?? `window-${index + 1}`;
    if (windows.some((window) => window.id === id)) {
      reading.report.problem("window_repeated", { path: [...place, "id"] }, { id });
    }
    if (span !== null) windows.push(at(reading, place, { id, ...span }));
  }
  return windows;
}
