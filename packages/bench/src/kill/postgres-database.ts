// A database of its own on a PostgreSQL server that others use as well.

import { administer } from "../../../engine/testing/administer.ts";

/** Makes the database anew; returns its connection string. */
export async function newPostgresDatabase(serverUrl: string, name: string): Promise<string> {
  const url = new URL(serverUrl);
  await administer(url.href, `drop database if exists ${name} with (force)`);
  await administer(url.href, `create database ${name}`);
  url.pathname = `/${name}`;
  return url.href;
}
