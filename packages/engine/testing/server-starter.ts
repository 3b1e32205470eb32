// A process that starts a PostgreSQL server and waits to be killed, for the test of what is left behind.
import { startPostgres } from "./postgres-server.ts";

const server = await startPostgres();
console.log(JSON.stringify({ pid: server.pid, directory: server.directory }));
process.stdin.resume();
