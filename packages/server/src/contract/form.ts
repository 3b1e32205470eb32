// A filled-in form as it was read: values that differ, and cells that are wrong.

import { Type } from "typebox";
import { nullable } from "./basics.ts";
import { ReadingStatus } from "./reading.ts";

const FormValue = Type.Object({
  /** As in `ReadingBody`; null: the agency has no figure to give. */
  value: nullable(Type.String()),
  status: ReadingStatus,
});

export const ReadFormBody = Type.Object({
  changes: Type.Array(
    Type.Object({
      input: Type.String(),
      label: Type.String(),
      cell: Type.String(),
      /** Null: nothing is reported yet. */
      before: nullable(FormValue),
      after: FormValue,
    }),
  ),
  /** Nothing should be sent while there is one. */
  faults: Type.Array(
    Type.Object({
      /** Null: the file as a whole. */
      sheet: nullable(Type.String()),
      cell: nullable(Type.String()),
      code: Type.String(),
      vi: Type.String(),
      en: Type.String(),
    }),
  ),
});
