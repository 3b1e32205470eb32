// The page of errors: misuse and broken infrastructure, with when each happens and what to do.

import { type EngineErrorCode, engineErrorCodes } from "../../packages/engine/src/engine-error.ts";
import { type LedgerFault, ledgerWords } from "../../packages/engine/src/words/ledger.ts";
import { serverWords } from "../../packages/engine/src/words/server.ts";
import { type RequestTroubleCode, statusOf } from "../../packages/server/src/status-of.ts";
import { code, page, table } from "./markdown.ts";

const advice: Readonly<Record<EngineErrorCode, { when: string; what: string }>> = {
  data_directory_damaged: {
    when: "A part of the data directory is missing, or the database in it does not open.",
    what: "Restore the directory from a backup. Nothing was written over it.",
  },
  data_directory_foreign: {
    when: "The directory holds files that are not kehoach's.",
    what: "Choose an empty or new directory.",
  },
  data_directory_in_use: {
    when: "Another process has the directory open: one process at a time may. `details` holds its pid and, when it serves, its address.",
    what: "Send the command to that server, or stop it first. The lock of a process that has ended is taken over by itself.",
  },
  data_directory_other_version: {
    when: "The directory was written by another major version of kehoach or PostgreSQL.",
    what: "Move the data: `kehoach export` with the version that wrote it, `kehoach import` with this one into a new directory. The message has both commands.",
  },
  data_directory_unusable: {
    when: "The directory cannot be made, read or written.",
    what: "Look at the reason in the message: a missing right, a full disk, a path that is a file.",
  },
  database_failed: {
    when: "The database failed at work: it went away, or refused a statement. `cause` is what its driver threw. Whether a command under way was stored is not known.",
    what: "Try again with the same request id: what was stored is not stored twice.",
  },
  database_migration_failed: {
    when: "A step that brings the tables up to date failed. It was undone as a whole.",
    what: "Look at the reason and `cause`; the database is as it was before.",
  },
  database_migrations_out_of_order: {
    when: "The list of migrations in the program itself is wrong.",
    what: "A fault of the build: install the version again.",
  },
  database_newer_than_engine: {
    when: "A newer version has already changed the tables.",
    what: "Use that version or a newer one.",
  },
  database_not_durable: {
    when: "The PostgreSQL server has `fsync`, `full_page_writes` or `synchronous_commit` off, so that an acknowledged command could be lost.",
    what: "Switch the setting on and start again.",
  },
  database_options_invalid: {
    when: "Options that exclude each other were given, such as a directory and a connection string, or a host's Kysely and either.",
    what: "Give one of them.",
  },
  database_unreachable: {
    when: "The PostgreSQL server does not answer, or refuses the connection.",
    what: "Check that it runs, and the address, name and password in `DATABASE_URL`.",
  },
  database_unsupported: {
    when: "The server is too old, or a setting the engine relies on differs.",
    what: "The message names the setting, what was found and what is needed.",
  },
  demo_data_present: {
    when: "A database with demonstration data was opened as a real instance.",
    what: "Use another database or directory; a demo's data never become real ones.",
  },
  engine_closed: {
    when: "The engine was used after `close()`, or while it closes.",
    what: "Open a new engine. The command was not stored.",
  },
  file_damaged: {
    when: "An attached file is gone from where files are kept, or is no longer what was attached; or it lies in a folder that the engine was opened without.",
    what: "Open the engine with the option `files.folder` it had before, or restore the folder from a backup. `kehoach verify` finds every such file.",
  },
  file_store_failed: {
    when: "The folder of attached files cannot be read or written. Nothing was attached.",
    what: "Look at the reason in the message: a missing right, a full disk. Then try again with the same request id.",
  },
  instance_file_damaged: {
    when: "A file to import is not as it was exported. The message and `details` name the first line at fault; nothing was stored.",
    what: "Copy the file again, or export again.",
  },
  instance_file_other_format: {
    when: "A file to import was exported in a format this version does not know.",
    what: "Import it with a newer kehoach.",
  },
  instance_not_empty: {
    when: "Data were to be imported where there are some already.",
    what: "Import into a new directory or an empty database.",
  },
  port_taken: {
    when: "Another program listens on the port, or it may not be opened.",
    what: "Choose another port with `--port` or `PORT`.",
  },
  request_invalid: {
    when: "A call could mean nothing: a field of another shape than its type says, an unknown one, text that no database holds, data beyond the limits, a clock that gives no microseconds. `details` names the field and what was wanted.",
    what: "Mend the calling program.",
  },
  too_many_commands: {
    when: "Too many commands wait to be written. This one was not stored.",
    what: "Try again after a moment, with the same request id.",
  },
  unknown_plan: {
    when: "A ledger was asked for that is not there: no plan has this id or document id. To commands the same is a refusal.",
    what: "Check the plan's id.",
  },
};

export function errorsPage(): string {
  const troubles = Object.keys(serverWords.vi.troubles) as RequestTroubleCode[];
  const faults = Object.keys(ledgerWords.vi) as LedgerFault[];
  const detail = { detail: "…" };
  return page(
    "# Errors",
    "An error is misuse or broken infrastructure; a plan that is wrong is a [problem](problems.md), unclear text a [question](questions.md), a command that is not allowed a [refusal](refusals.md). There is one class, `EngineError`: branch on `code`, never on the message. `message` is English, `vi` Vietnamese, `details` holds facts for a program. The command line prints the message and ends with exit code 2.",
    "## Thrown by the engine",
    table(
      ["Code", "HTTP", "When", "What to do"],
      engineErrorCodes.map((name) => [
        code(name),
        String(statusOf(name)),
        advice[name].when,
        advice[name].what,
      ]),
    ),
    "## Answered by the server about a request",
    "These come in the same form as a refusal, before the engine is asked.",
    table(
      ["Code", "HTTP", "Message"],
      troubles.map((name) => [
        code(name),
        String(statusOf(name)),
        `${serverWords.vi.troubles[name](detail)}\n*${serverWords.en.troubles[name](detail)}*`,
      ]),
    ),
    "## Found by verifying a ledger",
    "`engine.verify` and `kehoach verify` report the first fault as data: its sequence number, its code and its message. How to check a ledger without this program is written in [the ledger's format](../ledger-format.md).",
    table(
      ["Code", "Message"],
      faults.map((name) => [code(name), `${ledgerWords.vi[name]}\n*${ledgerWords.en[name]}*`]),
    ),
  );
}
