// Walks all pages of a keyset listing, for what must be seen whole.

import type { Page } from "@kehoach/engine";

export async function* allPages<Item>(
  read: (after: string | undefined) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  let after: string | undefined;
  do {
    const page = await read(after);
    yield* page.items;
    after = page.next ?? undefined;
  } while (after !== undefined);
}
