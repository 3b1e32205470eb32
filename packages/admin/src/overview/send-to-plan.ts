// Sends a command to a plan as a whole, where what any agency does moves the plan's last entry on.

import type { CommandAnswer, CommandBody, PlanBody } from "@kehoach/server/contract";

/** Times an entry of an agency's may come in between before it is told as a conflict after all. */
const mostTries = 5;

/** Only a change of the plan's own state since `state` is a conflict; against entries of agencies it is sent again. The
 *  request id stays the same, so nothing is recorded twice. */
export async function sendToPlan(
  body: CommandBody,
  state: PlanBody["state"],
  read: () => Promise<Pick<PlanBody, "state" | "seq">>,
  send: (body: CommandBody) => Promise<CommandAnswer>,
  isConflict: (error: unknown) => boolean,
): Promise<CommandAnswer> {
  let { expected } = body;
  for (let tries = 1; ; tries += 1) {
    try {
      return await send({ ...body, ...(expected === undefined ? {} : { expected }) });
    } catch (error) {
      if (!isConflict(error) || tries === mostTries) throw error;
      const now = await read();
      if (now.state !== state) throw error;
      expected = now.seq;
    }
  }
}
