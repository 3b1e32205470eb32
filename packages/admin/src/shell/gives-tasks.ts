// Whether a person is on the side that gives tasks, and so is offered the pages for it; the server has the last word.

import type { Me } from "@kehoach/server/contract";

const givers: readonly string[] = ["issuer", "vice_chair", "office"];

export function givesTasks(me: Me | undefined): boolean {
  return me?.actor?.roles.some((role) => givers.includes(role)) === true;
}
