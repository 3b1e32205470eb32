// Handlers of figures, the weekly sheets and reminders: what each person may read of them, in three forms.

import { Readable } from "node:stream";
import type { Actor, FiguresQuestion } from "@kehoach/engine";
import { dateOfInstant, isRealDate } from "@kehoach/engine/calendar";
import { type Language, sheetsWords } from "@kehoach/engine/words";
import type { PageBody, RouteQuery } from "../contract/index.ts";
import { figureLineBody } from "../read/figure-line-body.ts";
import { type OverdueFilter, overdueTasks } from "../read/overdue-tasks.ts";
import { agencyName } from "../read/plan-facts.ts";
import { agenciesSheet } from "../sheets/agencies-sheet.ts";
import { documentName } from "../sheets/overdue-task.ts";
import { pageDocx } from "../sheets/page-docx.ts";
import { reminderLetter } from "../sheets/reminder-letter.ts";
import type { Sheet } from "../sheets/sheet.ts";
import { sheetPage } from "../sheets/sheet-page.ts";
import { sheetXlsx } from "../sheets/sheet-xlsx.ts";
import { tasksSheet } from "../sheets/tasks-sheet.ts";
import { RequestTrouble } from "../trouble.ts";
import type { World } from "../world.ts";
import type { Context, Handlers } from "./handler.ts";

type ReminderContext = Pick<Context<"reminder">, "params" | "query" | "actor">;
type SheetContext = Pick<Context<"sheet">, "params" | "query" | "actor">;

export function figureHandlers(
  world: World,
): Handlers<"figures" | "sheet" | "sheetXlsx" | "sheetDocx" | "reminders" | "reminder" | "reminderDocx"> {
  const { engine } = world;

  async function sheetOf({ params, query, actor }: SheetContext): Promise<Sheet> {
    const { agency, asOf, rate = "done_of_done_or_overdue" } = query;
    const language = languageOf(query);
    if (params.sheet === "tasks") {
      // Causes and requests are told as they stand now; a past list would mix the two.
      if (asOf !== undefined || query.rate !== undefined)
        throw new RequestTrouble("invalid_request", asOf === undefined ? "rate" : "asOf");
      const overdue = await overdueTasks(world, actor, await filterOf(actor, query), language);
      return tasksSheet(overdue, await engine.now(), language);
    }
    const figures = await engine
      .as(actor)
      .figures({ ...(await plansOf(actor, query.plan)), agency, asOf: dateGiven(asOf), by: "agency" });
    const documents = await documentsOf(query.plan, language);
    return agenciesSheet(figures, { language, rate, past: asOf !== undefined, documents });
  }

  /** Throws `not_found` where nothing of the agency's is overdue, or nothing the actor may read. */
  async function letterOf({ params, query, actor }: ReminderContext): Promise<PageBody> {
    const language = languageOf(query);
    const { plan } = await filterOf(actor, query);
    const all = await overdueTasks(world, actor, { plan, agency: params.agency }, language);
    const overdue = all.filter(({ issuer }) => issuer === params.issuer);
    const [first] = overdue;
    const ground = first === undefined ? null : await world.plans.ground(first.planId);
    if (first === undefined || ground === null) throw new RequestTrouble("not_found");
    const nameOf = (id: string): string => agencyName(ground, id).name;
    const { issuer, office } = first;
    return reminderLetter(
      {
        sender: nameOf(office ?? issuer),
        above: office === null || office === issuer ? null : nameOf(issuer),
        issuer: nameOf(issuer),
        agency: first.agency.name,
        overdue,
        today: dateOfInstant(await engine.now()),
      },
      language,
    );
  }

  /** Throws `not_found` for a plan the actor may not read. */
  async function plansOf(actor: Actor, plan: string | undefined): Promise<Pick<FiguresQuestion, "plans">> {
    if (plan === undefined) return {};
    if ((await engine.as(actor).plan(plan)) === null) throw new RequestTrouble("not_found");
    return { plans: [plan] };
  }

  async function filterOf(actor: Actor, { plan, agency }: OverdueFilter): Promise<OverdueFilter> {
    await plansOf(actor, plan);
    return { plan, agency };
  }

  async function documentsOf(plan: string | undefined, language: Language): Promise<string[]> {
    const ground = plan === undefined ? null : await world.plans.ground(plan);
    return ground === null ? [] : [documentName(ground.plan, language)];
  }

  const languageOf = ({ lang }: { lang?: Language }): Language => lang ?? world.language;

  return {
    async figures({ query, actor }) {
      const { plan, asOf, staleDays, ...rest } = query;
      const figures = await engine.as(actor).figures({
        ...rest,
        ...(await plansOf(actor, plan)),
        asOf: dateGiven(asOf),
        staleDays: staleDays === undefined ? undefined : Number(staleDays),
      });
      return {
        at: figures.at,
        date: dateOfInstant(figures.at),
        staleDays: figures.staleDays,
        total: figureLineBody(figures.total),
        lines: figures.lines.map(({ planId, key, title, isRequested, ...line }) => ({
          ...figureLineBody(line),
          planId,
          key,
          title,
          isRequested,
        })),
      };
    },
    sheet: sheetOf,
    async sheetXlsx(context) {
      const sheet = await sheetOf(context);
      const file = sheetsWords[languageOf(context.query)].file[context.params.sheet];
      context.reply.header("content-disposition", `attachment; filename="${file}.xlsx"`);
      return bytes(await sheetXlsx(sheet, file));
    },
    async sheetDocx(context) {
      const language = languageOf(context.query);
      const sheet = await sheetOf(context);
      const file = sheetsWords[language].file[context.params.sheet];
      context.reply.header("content-disposition", `attachment; filename="${file}.docx"`);
      return bytes(await pageDocx(sheetPage(sheet, language)));
    },
    async reminders({ query, actor }) {
      const overdue = await overdueTasks(world, actor, await filterOf(actor, query), languageOf(query));
      const letters = Map.groupBy(overdue, ({ issuer, agency }) => `${issuer} ${agency.id}`);
      const items = [];
      for (const tasks of letters.values()) {
        const [first] = tasks;
        const ground = first === undefined ? null : await world.plans.ground(first.planId);
        if (first === undefined || ground === null) continue;
        items.push({
          issuer: agencyName(ground, first.issuer),
          agency: agencyName(ground, first.agency.id),
          overdue: tasks.length,
        });
      }
      return { items: items.sort((a, b) => b.overdue - a.overdue || (a.agency.id < b.agency.id ? -1 : 1)) };
    },
    reminder: letterOf,
    async reminderDocx(context) {
      const { lang = world.language } = context.query;
      const file = `${sheetsWords[lang].file.letters}-${context.params.agency}`;
      const letter = await pageDocx(await letterOf(context));
      context.reply.header("content-disposition", `attachment; filename="${file}.docx"`);
      return bytes(letter);
    },
  };
}

/** Throws `invalid_request` for a day that does not exist. */
function dateGiven(asOf: RouteQuery<"figures">["asOf"]): string | undefined {
  if (asOf !== undefined && !isRealDate(asOf)) throw new RequestTrouble("invalid_request", "asOf");
  return asOf;
}

function bytes(file: Uint8Array): Readable {
  return Readable.from([Buffer.from(file)]);
}
