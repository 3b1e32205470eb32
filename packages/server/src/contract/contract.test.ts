// Holds the contract's closed lists equal to the engine's, and its table of routes well formed.

import { actorRoles, buckets, fileTypes, historyKinds, readingStatuses } from "@kehoach/engine";
import {
  boundOperators,
  changeModes,
  inputKinds,
  planKinds,
  requirements,
  stageCategories,
  targetTypes,
  whoRoles,
} from "@kehoach/engine/language";
import { entrySources } from "@kehoach/engine/ledger";
import { verdicts } from "@kehoach/engine/measure";
import { expect, test } from "vitest";
import { openapi } from "../openapi.ts";
import * as reading from "./reading.ts";
import { routes } from "./routes.ts";
import * as target from "./target.ts";
import * as vocabulary from "./vocabulary.ts";

test("the closed lists are the engine's", () => {
  expect(vocabulary.Bucket.enum).toEqual([...buckets]);
  expect(vocabulary.FileType.enum).toEqual(Object.keys(fileTypes));
  expect(vocabulary.ActorRole.enum).toEqual([...actorRoles]);
  expect(vocabulary.StageCategory.enum).toEqual([...stageCategories]);
  expect(vocabulary.HistoryKind.enum).toEqual([...historyKinds]);
  expect(vocabulary.PlanKind.enum).toEqual([...planKinds]);
  expect([...vocabulary.Requirement.enum].sort()).toEqual([...requirements].sort());
  expect(vocabulary.EntrySource.enum).toEqual([...entrySources]);
  expect([...vocabulary.Who.enum].sort()).toEqual([...new Set([...whoRoles, ...actorRoles])].sort());
});

test("the closed lists of targets and readings are the engine's", () => {
  expect(target.TargetType.enum).toEqual([...targetTypes]);
  expect(target.Verdict.enum).toEqual([...verdicts]);
  expect(target.BoundOperator.enum).toEqual([...boundOperators]);
  expect([...target.ChangeMode.enum].sort()).toEqual([...changeModes].sort());
  expect(reading.ReadingStatus.enum).toEqual([...readingStatuses]);
  expect(reading.InputKind.enum).toEqual([...inputKinds]);
});

test("no two routes share a method and a path", () => {
  const places = Object.values(routes).map(({ method, path }) => `${method} ${path}`);
  expect(new Set(places).size).toBe(places.length);
});

test("parameters in a path are those of its schema", () => {
  for (const [name, route] of Object.entries(routes)) {
    const inPath = [...route.path.matchAll(/:([a-z]+)/g)].map(([, parameter]) => parameter);
    const inSchema = "params" in route ? Object.keys(route.params.properties) : [];
    expect([name, inPath]).toEqual([name, inSchema]);
  }
});

test("the OpenAPI document names every route once, with a summary and both kinds of answer", () => {
  const document = JSON.parse(JSON.stringify(openapi("/kehoach", { vi: "Thử", en: "Trial" })));
  expect(document.openapi).toBe("3.1.0");
  expect(document.servers).toEqual([{ url: "/kehoach/api" }]);
  const operations = Object.values<Record<string, Record<string, unknown>>>(document.paths).flatMap((path) =>
    Object.values(path),
  );
  expect(operations.map((operation) => operation.operationId).sort()).toEqual(Object.keys(routes).sort());
  for (const operation of operations) {
    expect(operation.summary).toBeTruthy();
    expect(Object.keys(operation.responses as object)).toEqual(["200", "4XX", "5XX"]);
  }
  expect(document.paths["/plans/{plan}/assignments/{id}"].get.parameters).toHaveLength(2);
});
