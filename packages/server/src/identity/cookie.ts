// The cookie that remembers which demo identity a browser chose.

const name = "kehoach_demo";

/** The identity's id in a Cookie header; null: none. */
export function readIdentityCookie(header: string | undefined): string | null {
  for (const part of (header ?? "").split(";")) {
    const [key, value] = part.trim().split("=", 2);
    if (key !== name || value === undefined) continue;
    try {
      return decodeURIComponent(value);
    } catch {
      return null;
    }
  }
  return null;
}

/** The Set-Cookie header for an identity; `path` is the server's mount prefix. */
export function identityCookie(id: string, path: string): string {
  return `${name}=${encodeURIComponent(id)}; Path=${path === "" ? "/" : path}; HttpOnly; SameSite=Lax`;
}
