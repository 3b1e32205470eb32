// A real instance does not run on a database that holds demonstration data.

import { EngineError } from "../engine-error.ts";
import { type Connection, rowsOf } from "./connection.ts";
import { hot } from "./database/open-database.ts";

// By plan, since a plan of the demonstration begins with an entry of it; entries themselves may be millions.
const findDemo = `select p.document_id from kehoach.plan p
  join kehoach.entry e on e.plan_id = p.plan_id and e.seq = 1
  where e.source = 'demo' limit 1`;

/** Throws EngineError `demo_data_present`. */
export async function refuseDemoData(connection: Connection): Promise<void> {
  const [found] = await rowsOf(connection, hot<{ document_id: string }>(findDemo));
  if (found === undefined) return;
  throw new EngineError("demo_data_present", {
    vi: `Cơ sở dữ liệu này chứa dữ liệu trình diễn (${found.document_id}); hãy dùng cơ sở dữ liệu khác cho hệ thống chính thức.`,
    en: `This database holds demonstration data (${found.document_id}); use another one for a real instance.`,
    details: { documentId: found.document_id },
  });
}
