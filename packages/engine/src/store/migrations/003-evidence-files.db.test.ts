// Attached files in the schema: nobody changes one, and nothing goes but by erasure.

import { sql } from "kysely";
import { expect, it } from "vitest";
import { sampleEngine } from "../../../testing/sample-engine.ts";
import { pdf, png } from "../../../testing/sample-files.ts";
import { people } from "../../../testing/sample-plan.ts";
import { eachDatabase } from "../../../testing/test-databases.ts";

eachDatabase("the schema of files", (open) => {
  it("lets a file only be erased, and a content only go that no file has", async () => {
    const { engine, planId, find } = await sampleEngine(open);
    const { id: assignmentId } = await find("strategy");
    const given = { planId, assignmentId, actor: people.policeHead };
    await engine.attach({ ...given, name: "a.pdf", bytes: pdf() });
    await engine.attach({ ...given, name: "b.png", bytes: png() });
    const stateOf = async (statement: string): Promise<string> => {
      try {
        await sql.raw(statement).execute(engine.database.kysely);
        return "00000";
      } catch (error) {
        return error instanceof Error && "code" in error ? String(error.code) : String(error);
      }
    };
    const gone = "content = null, name = null, type = null, size = null";
    for (const statement of [
      "update kehoach.evidence_file set name = 'c.pdf'",
      "update kehoach.evidence_file set seq = 1",
      `update kehoach.evidence_file set ${gone}, salt = '00'`,
      `update kehoach.evidence_file set ${gone}, seq = 1`,
      "delete from kehoach.evidence_file",
      "truncate kehoach.evidence_file cascade",
      "update kehoach.evidence_content set bytes = '\\x00'",
      "delete from kehoach.evidence_content",
      "truncate kehoach.evidence_content cascade",
    ])
      expect([statement, await stateOf(statement)]).toEqual([statement, "23001"]);
    expect(await stateOf("update kehoach.evidence_file set content = null")).toBe("23514");
    expect(await stateOf(`update kehoach.evidence_file set ${gone} where type = 'pdf'`)).toBe("00000");
    expect(await stateOf("delete from kehoach.evidence_content")).toBe("23001");
    const unused =
      "delete from kehoach.evidence_content where content not in (select content from kehoach.evidence_file where content is not null)";
    expect(await stateOf(unused)).toBe("00000");
  });
});
