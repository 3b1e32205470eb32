// Every error about a database speaks both languages and carries its facts.
import { expect, test } from "vitest";
import { EngineError, engineErrorCodes } from "../../engine-error.ts";
import { databaseError, reasonOf } from "./database-error.ts";

test("carries its code, both sentences, its facts and its cause", () => {
  const cause = new Error("connection refused");
  const error = databaseError(
    "database_unreachable",
    { server: "db:5432/kehoach", reason: reasonOf(cause) },
    cause,
  );
  expect(error).toBeInstanceOf(EngineError);
  expect(error.name).toBe("EngineError");
  expect(engineErrorCodes).toContain(error.code);
  expect(error.details).toEqual({ server: "db:5432/kehoach", reason: "connection refused" });
  expect(error.cause).toBe(cause);
  expect(error.message).toMatch(/db:5432.*connection refused/);
  expect(error.vi).toMatch(/db:5432.*connection refused/);
  expect(error.vi).not.toBe(error.message);
});

test("names the holder of a directory, and what to do when it cannot be looked at", () => {
  const holder = { directory: "/d", lockFile: "/d.lock", pid: 7, host: "h", address: null };
  expect(databaseError("data_directory_in_use", { ...holder, sameMachine: true }).message).not.toMatch(
    "/d.lock",
  );
  expect(databaseError("data_directory_in_use", { ...holder, sameMachine: false }).message).toMatch(
    "/d.lock",
  );
});

test("gathers the reasons of an error that is several", () => {
  expect(reasonOf(new AggregateError([new Error("one"), "two"]))).toBe("one; two");
});
