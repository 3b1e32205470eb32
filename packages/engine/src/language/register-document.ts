// The documents of the register, as one type.

import type { CalendarDocument } from "./calendar-document.ts";
import type { OrganisationDocument } from "./organisation-document.ts";
import type { RegimeDocument } from "./regime-document.ts";

export type RegisterDocument = OrganisationDocument | CalendarDocument | RegimeDocument;
export const registerKinds = ["organisation", "calendar", "regime"] as const;
