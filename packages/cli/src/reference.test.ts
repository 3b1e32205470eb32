// Holds the reference page equal to the commands' definitions: `vitest -u` writes it anew.

import { expect, it } from "vitest";
import { cliReference } from "./reference.ts";

it("stands in docs/reference/cli.md as the commands define it", async () => {
  await expect(cliReference()).toMatchFileSnapshot("../../../docs/reference/cli.md");
});
