// What the server needs of a demo: its date, and how to move it.

import type { Micros } from "@kehoach/engine";

export interface DemoControl {
  /** Moves the demo's date forward to 08:00 of `date` (yyyy-mm-dd), letting everything due on the way happen at its
   *  time; returns how many plans and assignments were woken. The caller checks that the date lies ahead. */
  moveTo(date: string): Promise<number>;
  now(): Micros;
}
