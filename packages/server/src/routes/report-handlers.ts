// Handlers of reports: the live one and frozen ones in four forms, issuing, and checking one's line.

import { Readable } from "node:stream";
import type { Actor, FrozenReport, Plan, ReportQuestion, ReportView } from "@kehoach/engine";
import { isRealDate } from "@kehoach/engine/calendar";
import { type Language, reportWords } from "@kehoach/engine/words";
import type { RouteAnswer, RouteQuery } from "../contract/index.ts";
import { agencyName, type PlanGround } from "../read/plan-facts.ts";
import { refusalBody } from "../read/refusal-body.ts";
import { reportBody } from "../read/report-body.ts";
import { pageDocx } from "../sheets/page-docx.ts";
import type { PrintedReport } from "../sheets/report/printed-report.ts";
import { reportPages } from "../sheets/report/report-page.ts";
import { reportSheets } from "../sheets/report/report-sheets.ts";
import { type NamedSheet, sheetsXlsx } from "../sheets/sheet-xlsx.ts";
import { RefusalTrouble, RequestTrouble } from "../trouble.ts";
import type { World } from "../world.ts";
import type { Handlers } from "./handler.ts";

type ReportRoute =
  | "report"
  | "reportPages"
  | "reportDocx"
  | "reportXlsx"
  | "reports"
  | "issueReport"
  | "checkReport"
  | "issuedReport"
  | "issuedReportPages"
  | "issuedReportDocx"
  | "issuedReportXlsx";

export function reportHandlers(world: World): Handlers<ReportRoute> {
  const { engine } = world;
  const languageOf = ({ lang }: { lang?: Language }): Language => lang ?? world.language;

  /** Throws `not_found` for a plan that is not there or not the actor's to read. */
  async function live(query: RouteQuery<"report">, actor: Actor) {
    const { asOf, lang: _lang, ...asked } = query;
    if (asOf !== undefined && !isRealDate(asOf)) throw new RequestTrouble("invalid_request", "asOf");
    const report = await engine.as(actor).periodReport({ ...questionOf(asked), asOf });
    if (report === null) throw new RequestTrouble("not_found");
    return report;
  }

  async function issued(id: string, actor: Actor) {
    const report = await engine.as(actor).issuedReport(id);
    if (report === null) throw new RequestTrouble("not_found");
    return report;
  }

  async function printed(view: ReportView, frozen: FrozenReport | null): Promise<PrintedReport> {
    const { report, texts, whole } = view;
    return { report, texts, whole, frozen, ...(await senderOf(view)) };
  }

  /** An agency reports in its own name; a plan's office, else its issuer, on the plan. The province's report is drawn up
   *  by whoever follows its first document. */
  async function senderOf({
    report,
  }: ReportView): Promise<Pick<PrintedReport, "sender" | "above" | "issuer">> {
    const planId = report.scope.plan?.id ?? report.ledgers[0]?.planId;
    const ground = planId === undefined ? null : await world.plans.ground(planId);
    const agency = report.scope.agency;
    if (ground === null) return { sender: agency?.name ?? "……", above: null, issuer: "" };
    const issuer = agencyName(ground, ground.plan.issuer).name;
    if (agency !== null) return { sender: agency.name, above: aboveOf(ground, agency.id), issuer };
    const office = officeOf(ground.plan);
    if (office === null) return { sender: issuer, above: null, issuer };
    return { sender: agencyName(ground, office).name, above: issuer, issuer };
  }

  async function docxOf(
    view: ReportView,
    frozen: FrozenReport | null,
    language: Language,
  ): Promise<Readable> {
    return bytes(await pageDocx(...reportPages(await printed(view, frozen), language)));
  }

  async function xlsxOf(
    view: ReportView,
    frozen: FrozenReport | null,
    language: Language,
  ): Promise<Readable> {
    return bytes(await sheetsXlsx(sheetsOf(await printed(view, frozen), language)));
  }

  const attachment = (view: ReportView, language: Language, extension: string): string => {
    const { period, scope } = view.report;
    const parts = [reportWords[language].file, scope.plan?.documentId, scope.agency?.id, period.id];
    const name = parts.flatMap((part) => (part === undefined ? [] : [part])).join("-");
    return `attachment; filename="${name.replace(/[^A-Za-z0-9._-]/g, "_")}.${extension}"`;
  };

  /** What the actor may not read is answered like what does not exist. */
  async function mustRead(plan: string | undefined, actor: Actor): Promise<void> {
    if (plan !== undefined && (await engine.as(actor).sight(plan)) === null)
      throw new RequestTrouble("not_found");
  }

  return {
    async report({ query, actor }) {
      const { allowed, ...view } = await live(query, actor);
      const { issue, check } = allowed;
      return { report: reportBody(view), allowed: { issue: refusalBody(issue), check: refusalBody(check) } };
    },
    async reportPages({ query, actor }) {
      return pagesOf(await printed(await live(query, actor), null), languageOf(query));
    },
    async reportDocx({ query, actor, reply }) {
      const view = await live(query, actor);
      reply.header("content-disposition", attachment(view, languageOf(query), "docx"));
      return docxOf(view, null, languageOf(query));
    },
    async reportXlsx({ query, actor, reply }) {
      const view = await live(query, actor);
      reply.header("content-disposition", attachment(view, languageOf(query), "xlsx"));
      return xlsxOf(view, null, languageOf(query));
    },
    async reports({ query, actor }) {
      await mustRead(query.plan, actor);
      const found = await engine.as(actor).reports({ ...query, limit: 500 });
      return { items: found.map((frozen) => ({ ...frozen })) };
    },
    async issueReport({ body, actor, request }) {
      await mustRead(body.plan, actor);
      const outcome = await engine.issueReport({
        ...questionOf(body),
        actor,
        source: world.sourceOf(request),
      });
      if (!outcome.issued) throw new RefusalTrouble(outcome);
      return { repeated: outcome.repeated, frozen: { ...outcome.frozen } };
    },
    async checkReport({ body, actor, request }) {
      await mustRead(body.plan, actor);
      const outcome = await engine.checkReport({
        ...questionOf(body),
        actor,
        source: world.sourceOf(request),
      });
      if (!outcome.accepted) throw new RefusalTrouble(outcome);
      return { repeated: outcome.repeated, seq: outcome.seq };
    },
    async issuedReport({ params, actor }) {
      const { frozen, ...view } = await issued(params.report, actor);
      return { frozen: { ...frozen }, report: reportBody(view) };
    },
    async issuedReportPages({ params, query, actor }) {
      const { frozen, ...view } = await issued(params.report, actor);
      return pagesOf(await printed(view, frozen), languageOf(query));
    },
    async issuedReportDocx({ params, query, actor, reply }) {
      const { frozen, ...view } = await issued(params.report, actor);
      reply.header("content-disposition", attachment(view, languageOf(query), "docx"));
      return docxOf(view, frozen, languageOf(query));
    },
    async issuedReportXlsx({ params, query, actor, reply }) {
      const { frozen, ...view } = await issued(params.report, actor);
      reply.header("content-disposition", attachment(view, languageOf(query), "xlsx"));
      return xlsxOf(view, frozen, languageOf(query));
    },
  };
}

/** "calendar" stands for the calendar's own periods, which no regime makes. */
function questionOf<Asked extends Pick<ReportQuestion, "period"> & { regime?: string }>(
  asked: Asked,
): Omit<Asked, "regime"> & { regime?: string | null } {
  return asked.regime === "calendar" ? { ...asked, regime: null } : asked;
}

function sheetsOf(report: PrintedReport, language: Language): NamedSheet[] {
  const { annexes, traces } = reportSheets(report, language);
  return [...annexes, ...traces];
}

function pagesOf(report: PrintedReport, language: Language): RouteAnswer<"reportPages"> {
  return { pages: [...reportPages(report, language)], sheets: sheetsOf(report, language) };
}

function officeOf({ office, issuer }: Plan): string | null {
  return office === null || office.agency === issuer ? null : office.agency;
}

/** The body above an agency; null: none is stated. */
function aboveOf(ground: PlanGround, agency: string): string | null {
  const parent = ground.organisation.agency(agency)?.parent ?? null;
  return parent === null ? null : agencyName(ground, parent).name;
}

function bytes(file: Uint8Array): Readable {
  return Readable.from([Buffer.from(file)]);
}
