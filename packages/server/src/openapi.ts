// The contract as an OpenAPI 3.1 document, generated from its schemas.

import type { TSchema } from "typebox";
import { type LocalText, type Route, type RouteName, routes } from "./contract/index.ts";
import { Trouble } from "./contract/trouble.ts";
import { type Access, routeAccess } from "./route-access.ts";
import { serverVersion } from "./server-version.ts";

export function openapi(prefix: string, name: LocalText): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [id, route] of Object.entries(routes) as [RouteName, Route][]) {
    const path = route.path.replaceAll(/:([a-z]+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(id, route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: name.en,
      summary: name.vi,
      version: serverVersion,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: `${prefix}/api` }],
    paths,
    components: { schemas: { Trouble } },
  };
}

const accessWords: Readonly<Record<Access, string>> = {
  open: "Anybody.",
  demo: "Only in a demo; elsewhere 404.",
  signed_in: "Whoever is signed in; else 401.",
  plan: "Whoever may read the plan; for others it is not found (404).",
};

function operation(id: RouteName, route: Route): Record<string, unknown> {
  const trouble = {
    description: "Not done; the body says why",
    content: { "application/json": { schema: { $ref: "#/components/schemas/Trouble" } } },
  };
  return {
    operationId: id,
    summary: route.summary.en,
    description: `${route.summary.vi}. ${accessWords[routeAccess[id]]}`,
    parameters: [
      ...parametersOf(route.params, "path"),
      ...parametersOf(route.query, "query"),
      ...parametersOf(route.headers, "header"),
    ],
    ...bodyOf(route),
    responses: {
      "200": {
        description: "Done",
        content: { [route.media ?? "application/json"]: { schema: route.answer } },
      },
      "4XX": trouble,
      "5XX": trouble,
    },
  };
}

function bodyOf({ body, takes }: Route): Record<string, unknown> {
  if (takes !== undefined) return { requestBody: { required: true, content: { [takes]: {} } } };
  if (body === undefined) return {};
  return { requestBody: { required: true, content: { "application/json": { schema: body } } } };
}

function parametersOf(schema: TSchema | undefined, place: "path" | "query" | "header"): unknown[] {
  const properties: unknown = schema === undefined ? {} : Reflect.get(schema, "properties");
  const required: unknown = schema === undefined ? [] : Reflect.get(schema, "required");
  if (typeof properties !== "object" || properties === null) return [];
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: place,
    required: Array.isArray(required) && required.includes(name),
    schema: value,
  }));
}
