// A printed page as plain blocks: what sheets and letters become before a screen shows or the document library writes them.

import type { PageBody } from "../contract/index.ts";

export type Page = PageBody;
export type Block = Page["blocks"][number];
export type Line = Extract<Block, { kind: "line" }>["line"];
export type TableCell = Extract<Block, { kind: "table" }>["rows"][number][number];
