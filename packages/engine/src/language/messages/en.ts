// The English words of every problem and question.

import type { Form, vi } from "./vi.ts";

const meant = (guess: string | null) => (guess === null ? "" : ` Did you mean “${guess}”?`);

export const en = {
  problems: {
    text_too_large: (p) => `The text is larger than ${p.limit} MiB.`,
    character_forbidden: (p) => `The hidden or control character ${p.name} has no place here; remove it.`,
    document_empty: () => "The document is empty.",
    many_documents: () => "A file holds one document; move what follows this “---” to a file of its own.",
    too_deep: (p) => `The content nests deeper than ${p.limit} levels.`,
    too_many_nodes: (p) => `With its aliases written out, the content has more than ${p.limit} nodes.`,
    too_many_marks: (p) => `The text has more than ${p.limit} YAML marks and words.`,
    value_too_long: (p) => `The value is longer than ${p.limit} characters.`,
    yaml_syntax: () => "This is not valid YAML.",
    yaml_unquoted: () => "This value has marks that mean something to YAML; put it in double quotes.",
    yaml_indent: () => "The indentation does not match the lines of the same level.",
    yaml_tab: () => "Indent with spaces, not with tabs.",
    yaml_tag: (p) => `The type tag “${p.tag}” is not used here.`,
    yaml_directive: () => "YAML directives (lines that begin with %) are not used here.",
    alias_unknown: (p) => `The alias “${p.name}” refers to nothing above it.`,
    alias_cycle: () => "This alias refers to what contains it.",
    alias_many: (p) => `There are more than ${p.limit} aliases.`,
    more_problems: (p) => `${p.more} more ${p.more === 1 ? "problem is" : "problems are"} not listed.`,

    key_not_text: () => "A key must be plain text.",
    key_forbidden: (p) => `The name “${p.key}” must not be used.`,
    key_repeated: (p) => `The key “${p.key}” is written twice.`,
    key_unknown: (p) => `There is no key “${p.key}” here.${meant(p.guess)}`,
    comma_splits: (p) =>
      `Between braces or brackets a comma ends a value, which cut “${p.rest}” off the figure before it: put the figure in quotes, such as "91,5%", or write 91.5%.`,
    key_not_for_type: (p) => `Type “${p.type}” does not use the key “${p.key}”.`,
    key_missing: (p) => `The key “${p.key}” is missing.`,
    keys_mixed: (p) =>
      `This file is written in ${p.language === "vi" ? "Vietnamese" : "English"}: write “${p.instead}” instead of “${p.word}”, or convert the whole file with kehoach fmt.`,
    value_missing: (p) => `The key “${p.key}” has no value.`,
    value_wrong_form: (p) => `This must be ${p.expected.map(form).join(" or ")}.`,
    keyword_unknown: (p) =>
      `“${p.word}” cannot stand here; use one of: ${p.allowed.join(", ")}.${meant(p.guess)}`,
    id_malformed: (p) =>
      `The id “${p.id}” may only have lower-case letters a–z, digits and hyphens, begin with a letter or digit, and be at most 63 long.${meant(p.guess)}`,
    input_id_malformed: (p) =>
      `The input id “${p.id}” may only have lower-case letters a–z, digits and underscores, and begin with a letter.${meant(p.guess)}`,
    number_out_of_range: (p) =>
      `The number must be ${[p.least === null ? "" : `at least ${p.least}`, p.most === null ? "" : `at most ${p.most}`].filter(Boolean).join(" and ")}.`,
    list_too_long: (p) => `The list has more than ${p.limit} items.`,
    list_empty: () => "The list is empty.",
    kind_other: (p) => `Expected ${p.expected}, but this file is “${p.found}”.`,

    date_not_understood: (p) => `“${p.text}” is not a date; write it as 31/12/2017 or 2017-12-31.`,
    date_not_real: (p) => `There is no day “${p.text}”; the nearest one is ${p.nearest}.`,
    hour_not_real: (p) => `There is no hour “${p.text}”; write it as 14:00.`,
    period_not_understood: (p) => `“${p.text}” is not a period; write a year, such as 2017, or 2021-2025.`,
    span_reversed: (p) => `The last day ${p.to} lies before the first day ${p.from}.`,
    due_not_understood: (p) =>
      `“${p.text}” is not understood as a due; see the forms in the reference, or spell it out part by part.`,
    due_parts_unclear: (p) =>
      p.keys.length === 0
        ? "A due spelled out part by part needs one of: date, count, every, window_end, session, none."
        : `${p.keys.map((key) => `“${key}”`).join(", ")} do not go together in one due.`,
    due_before_unclear: (p) =>
      `“${p.text}” may mean the end of ${p.strict} or the end of ${p.inclusive}: write “by ${p.strict}” or “by ${p.inclusive}”, or state it once in the conventions.`,
    due_year_missing: (p) => `“${p.text}” names no year and the plan's period has several; write the year.`,
    due_vague: (p) =>
      `“${p.text}” names no day, and no law says which; write a day, a month, a quarter, “ongoing” or “no due date”, and keep the words of the text under “text”.`,
    due_in_hours: (p) =>
      `“${p.text}” counts hours; a due counts days only: write working days, or an hour of a day, such as “14:00 on 30/6”.`,
    due_day_of_period: (p) =>
      `“${p.text}” may be a day in the period or one after its end: write “monthly, within 5 days” for a report after the period, or use a regime with a cut-off day.`,
    due_not_for_mode: (p) => `The due “${p.due}” does not fit the mode “${p.mode}”.`,
    due_outside_period: (p) =>
      `The due ${p.date} lies outside the plan's period ${p.from} – ${p.to}; if the signed text does say so, record an understanding.`,
    due_before_dependency: (p) =>
      `The due ${p.date} lies before the due ${p.other} of the task “${p.task}” it waits for.`,
    due_needs_regime: (p) => `The regime “${p.regime}” is not the one the plan is read against.`,
    windows_missing: (p) => `A task in windows must name its “${p.key}”, or be due in a month or quarter.`,
    regime_lacks_period: (p) => `The regime “${p.regime}” has no period “${p.period}”.`,
    windows_not_for_mode: (p) => `The mode “${p.mode}” has no windows.`,
    window_repeated: (p) => `The window id “${p.id}” is used twice in one task.`,

    id_repeated: (p) => `The id “${p.id}” was used before, at ${p.first}.`,
    agency_unknown: (p) => `The organisation has no agency “${p.id}”.${meant(p.guess)}`,
    agency_not_existing: (p) =>
      `The agency “${p.id}” does not exist on ${p.date} (${p.to === null ? `it stands from ${p.from}` : `${p.from} – ${p.to}`}).`,
    group_unknown: (p) => `The organisation has no group “${p.id}”.${meant(p.guess)}`,
    agency_is_group: (p) => `“${p.id}” is a group, not an agency.`,
    group_empty: (p) => `The group “${p.id}” has no agency on ${p.date}.`,
    party_unknown: (p) => `The organisation has no agency or group “${p.id}”.${meant(p.guess)}`,
    party_unclear: () => "Name exactly one of the two: an agency or a group.",
    lead_unclear: () => "Name the lead in exactly one way: an agency, a group, or each of several.",
    visibility_wider: (p) =>
      `A task may only narrow who sees the plan's tasks (“${p.plan}”), never widen it.`,
    lead_nobody: () => "After the exceptions no agency is left to lead.",
    objective_unknown: (p) => `There is no objective “${p.id}”.${meant(p.guess)}`,
    task_unknown: (p) => `There is no task “${p.id}”.${meant(p.guess)}`,
    input_unknown: (p) => `There is no input “${p.id}”.${meant(p.guess)}`,
    input_differs: (p) =>
      `The input “${p.id}” was declared at ${p.first} with other content; the same id means the same content.`,
    input_cycle: (p) => `These inputs are part of each other: ${p.ids.join(" → ")}.`,
    part_other_period: (p) =>
      `This input and “${p.id}” are reported for other periods, so part and whole cannot be compared.`,
    input_personal: (p) => `“${p.words}” tells of single persons; only sums are reported here.`,
    cumulative_unstated: (p) =>
      `“${p.title}” is reported several times a year: write “cumulative: true” where the figures of its periods add up, “cumulative: false” where the last one stands.`,
    reporter_missing: (p) => `No agency is named to report “${p.title}”.`,
    reporter_unclear: () => "Name one of the two: the one agency that reports it, or each of several.",
    units_nobody: () => "After the exceptions no agency is left to reach the target.",
    report_without_period: () =>
      "Only a recurring task can report all figures of a period; one done once or in windows must name them, and an ongoing or event task reports none.",
    report_other_period: (p) =>
      `The input “${p.id}” is reported by ${p.input}, not by ${p.duty} as this task has it.`,
    target_unknown: (p) => `There is no target “${p.id}”.${meant(p.guess)}`,
    lifecycle_unknown: (p) => `There is no lifecycle “${p.id}”.${meant(p.guess)}`,
    statement_unknown: (p) => `There is no statement “${p.id}”.${meant(p.guess)}`,
    document_other: (p) => `The plan uses the document “${p.wanted}”, but was read against “${p.given}”.`,
    objective_cycle: (p) => `These objectives are part of each other: ${p.ids.join(" → ")}.`,
    task_cycle: (p) => `These tasks wait for each other: ${p.ids.join(" → ")}.`,
    target_cycle: (p) => `These targets consist of each other: ${p.ids.join(" → ")}.`,
    agency_cycle: (p) => `These agencies stand above each other: ${p.ids.join(" → ")}.`,

    level_not_understood: (p) =>
      `“${p.text}” is not understood as a level; write it as: over 95 %, at least 12, 100 %, at most 5.`,
    figure_not_understood: (p) => `“${p.text}” is not a figure; write it as 2.5 or 2.5 %.`,
    formula_missing: () => "A target with several inputs must state its formula.",
    formula_not_figure: () => "This formula yields true or false; a figure is needed.",
    formula_of_no_figure: (p) => `“${p.name}” is of kind “${p.kind}”; nothing can be computed with it.`,
    trajectory_percent_mixed: () =>
      "A trajectory has the unit of the target's level: both are percentages, or neither.",
    trajectory_disordered: (p) => `The trajectory's day ${p.date} does not come after ${p.before}.`,
    level_percent_mixed: () => "Both ends of the range must be percentages, or neither.",

    lifecycle_base_unknown: (p) =>
      `There is no built-in lifecycle “${p.id}” to extend; there are: ${p.allowed.join(", ")}.${meant(p.guess)}`,
    lifecycle_reserved: (p) =>
      `“${p.id}” is a built-in lifecycle; choose another id, and extend it where needed.`,
    state_unknown: (p) => `The lifecycle has no state “${p.id}”.${meant(p.guess)}`,
    state_unreachable: (p) => `No command leads to the state “${p.id}”.`,
    state_dead_end: (p) =>
      `From the state “${p.id}” there is no way to an end that is always open. The way there: ${p.way}.`,
    state_nobody: (p) =>
      `In the state “${p.id}” nobody can do anything; only the due is waited for. The way there: ${p.way}.`,
    initial_closed: (p) => `A lifecycle cannot begin in the closed state “${p.id}”.`,
    command_reserved: (p) => `Every lifecycle has the command “${p.id}”; give yours another id.`,
    command_nobody: (p) => `Nobody may send the command “${p.id}”.`,
    command_clock: (p) =>
      `Command “${p.id}”: the clock only sends commands on due, and a command on due is sent by the clock alone and requires nothing.`,
    command_on_due_stays: (p) => `The command “${p.id}” is sent on due, so it must change the state.`,
    command_stamps_and_clears: (p) => `The command “${p.id}” both stamps and clears the completion.`,
    completion_not_stamped: (p) =>
      `There is a way to the state “${p.id}” on which no command stamps the completion: ${p.way}.`,
    lifecycle_never_done: () => "The lifecycle has no reachable state of category “done”.",

    holiday_unclear: () => "A holiday has either one date, or both a first and a last day.",
    holiday_too_long: (p) => `A holiday is at most ${p.limit} days long.`,
    base_calendar_missing: (p) => `The calendar “${p.id}” to extend, or its version before, was not found.`,
    day_off_and_worked: (p) => `${p.date} is written both as a day off and as a working day.`,
    swap_idle: (p) =>
      `The swap changes nothing: ${p.off} must have been a working day, and ${p.worked} a day off.`,
    person_unknown: (p) => `The people listed have nobody “${p.id}”.${meant(p.guess)}`,
    authority_to_oneself: (p) => `“${p.id}” cannot stand in for himself.`,
    authority_agency: (p) => `Name one agency in which “${p.id}” holds a position: ${p.agencies.join(", ")}.`,
    submission_unclear: () =>
      "A submission is stated in one of two ways: so long after the cut-off, or on a day of the month.",
    regime_period_repeated: (p) => `A unit of period has one rule; “${p.first}” already rules this one.`,
    code_overlaps: (p) => `The code “${p.code}” overlaps in time with another code of the same agency.`,
  },
  questions: {
    two_leads: (p) =>
      `The task has ${p.agencies.length} leads (${p.agencies.join(", ")}): who answers for it? Until that is settled each of them gets an assignment.`,
    change_mode_unstated: (p) =>
      `Is “${p.level}” percentage points, relative, or absolute? Until that is settled the target is not judged.`,
    base_unstated: () => "Compared with what? Until that is settled the target is not judged.",
    target_without_owner: () => "No agency answers for this target yet.",
    thousands_or_decimal: (p) =>
      `“${p.text}” is read as ${p.decimal}; if ${p.thousands} is meant, write it without the point.`,
    question_noted: (p) => `Noted by the author: ${p.text} Delete the comment once it is answered.`,
  },
} satisfies typeof vi;

function form(name: Form): string {
  const names: Record<Form, string> = {
    map: "keys of its own",
    list: "a list",
    text: "text",
    number: "a number",
    integer: "a whole number",
    boolean: "true or false",
    keyword: "a keyword",
  };
  return names[name];
}
