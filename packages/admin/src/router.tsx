// The addresses of the pages and what each may carry in its search part.

import { createRootRoute, createRoute, createRouter, Link, lazyRouteComponent } from "@tanstack/react-router";
import { basePath } from "./api/base-address.ts";
import { readFiguresSearch } from "./figures/figures-search.ts";
import { InboxPage } from "./inbox/inbox-page.tsx";
import { useLanguage } from "./language/language.tsx";
import { ListPage } from "./list/list-page.tsx";
import { readListSearch } from "./list/list-search.ts";
import { OverviewPage } from "./overview/overview-page.tsx";
import { Button } from "./parts/button.tsx";
import { Empty } from "./parts/notice.tsx";
import { readPlanHistorySearch } from "./plan-history/plan-history-search.ts";
import { PlansPage } from "./plans/plans-page.tsx";
import { readReportsSearch } from "./reports/reports-search.ts";
import { Shell } from "./shell/shell.tsx";
import { readTargetsSearch } from "./targets/targets-search.ts";
import { TasksPage } from "./tasks/tasks-page.tsx";

export interface TasksSearch {
  by?: "objective" | "agency";
  agency?: string;
}

export interface PlanTextSearch {
  /** Id of the task to open the text at. */
  task?: string;
}

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: PageFailed });

const plans = createRoute({ getParentRoute: () => root, path: "/", component: PlansPage });

const overview = createRoute({ getParentRoute: () => root, path: "/plans/$plan", component: OverviewPage });

const planText = createRoute({
  getParentRoute: () => root,
  path: "/plans/$plan/source",
  component: lazyRouteComponent(() => import("./plan-text/plan-text-page.tsx"), "PlanTextPage"),
  validateSearch: (search: Record<string, unknown>): PlanTextSearch =>
    typeof search.task === "string" ? { task: search.task } : {},
});

const planHistory = createRoute({
  getParentRoute: () => root,
  path: "/plans/$plan/history",
  component: lazyRouteComponent(() => import("./plan-history/plan-history-page.tsx"), "PlanHistoryPage"),
  validateSearch: readPlanHistorySearch,
});

const amend = createRoute({
  getParentRoute: () => root,
  path: "/plans/$plan/amend",
  component: lazyRouteComponent(() => import("./amend/amend-page.tsx"), "AmendPage"),
});

const issue = createRoute({
  getParentRoute: () => root,
  path: "/issue",
  component: lazyRouteComponent(() => import("./amend/issue-page.tsx"), "IssuePage"),
});

const tasks = createRoute({
  getParentRoute: () => root,
  path: "/plans/$plan/tasks",
  component: TasksPage,
  validateSearch: (search: Record<string, unknown>): TasksSearch => ({
    ...(search.by === "agency" ? { by: "agency" } : {}),
    ...(typeof search.agency === "string" ? { agency: search.agency } : {}),
  }),
});

const targets = createRoute({
  getParentRoute: () => root,
  path: "/plans/$plan/targets",
  component: lazyRouteComponent(() => import("./targets/targets-page.tsx"), "TargetsPage"),
  validateSearch: readTargetsSearch,
});

const target = createRoute({
  getParentRoute: () => root,
  path: "/plans/$plan/targets/$target",
  component: lazyRouteComponent(() => import("./targets/target-page.tsx"), "TargetPage"),
});

const list = createRoute({
  getParentRoute: () => root,
  path: "/plans/$plan/assignments",
  component: ListPage,
  validateSearch: readListSearch,
});

const assignment = createRoute({
  getParentRoute: () => root,
  path: "/plans/$plan/assignments/$id",
  // The statechart's layout is needed here only.
  component: lazyRouteComponent(() => import("./assignment/assignment-page.tsx"), "AssignmentPage"),
});

const assign = createRoute({
  getParentRoute: () => root,
  path: "/assign",
  component: lazyRouteComponent(() => import("./assign/assign-page.tsx"), "AssignPage"),
});

const figures = createRoute({
  getParentRoute: () => root,
  path: "/figures",
  component: lazyRouteComponent(() => import("./figures/figures-page.tsx"), "FiguresPage"),
  validateSearch: readFiguresSearch,
});

const reports = createRoute({
  getParentRoute: () => root,
  path: "/reports",
  component: lazyRouteComponent(() => import("./reports/reports-page.tsx"), "ReportsPage"),
  validateSearch: readReportsSearch,
});

const issuedReport = createRoute({
  getParentRoute: () => root,
  path: "/reports/$report",
  component: lazyRouteComponent(() => import("./reports/issued-report-page.tsx"), "IssuedReportPage"),
});

const inbox = createRoute({ getParentRoute: () => root, path: "/inbox", component: InboxPage });

export const router = createRouter({
  routeTree: root.addChildren([
    plans,
    overview,
    planText,
    planHistory,
    amend,
    issue,
    tasks,
    targets,
    target,
    list,
    assignment,
    inbox,
    assign,
    figures,
    reports,
    issuedReport,
  ]),
  basepath: basePath === "" ? "/" : basePath,
  defaultPreload: "intent",
  scrollRestoration: true,
  trailingSlash: "never",
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

function NotFound() {
  const { words } = useLanguage();
  return (
    <Empty
      icon="mark"
      why={words.trouble.notFound}
      next={
        <Link to="/" search={{}}>
          {words.trouble.notFoundNext}
        </Link>
      }
    />
  );
}

/** Nothing of the error itself is shown: it is of no use to a reader. */
function PageFailed() {
  const { words } = useLanguage();
  return (
    <Empty
      icon="mark"
      why={words.trouble.page}
      next={<Button onClick={() => location.reload()}>{words.trouble.reload}</Button>}
    />
  );
}
