// The documents of the register, as one type.

import type { AuthoritiesDocument } from "./authorities-document.ts";
import type { CalendarDocument } from "./calendar-document.ts";
import type { OrganisationDocument } from "./organisation-document.ts";
import type { RegimeDocument } from "./regime-document.ts";

export type RegisterDocument = OrganisationDocument | CalendarDocument | RegimeDocument | AuthoritiesDocument;
export const registerKinds = ["organisation", "calendar", "regime", "authorities"] as const;
