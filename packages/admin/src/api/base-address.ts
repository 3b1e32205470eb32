// Where the pages are mounted, learnt from where their own code was loaded, so that any prefix works.

/** Ends with a slash. Built code lies in `assets/` below the mount; in development the mount is the root. */
export const baseAddress: string = import.meta.env.DEV
  ? new URL("/", location.href).href
  : new URL(/* @vite-ignore */ "../", import.meta.url).href;

/** The mount prefix without a trailing slash; "" at the root. */
export const basePath: string = new URL(baseAddress).pathname.replace(/\/$/, "");
