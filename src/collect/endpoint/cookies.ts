import type { IncomingMessage } from "node:http";
import type { CookieJar } from "tough-cookie";

/** Cookies of one chain of redirects: kept from hop to hop, as browsers do, and forgotten with it. */
export interface Cookies {
  /** Keeps what an answer sets. */
  keep(url: URL, response: IncomingMessage): Promise<void>;
  /** Value of the header for a request; null where there is none to send. */
  header(url: URL): Promise<string | null>;
}

/** More than this in one answer is an attack or a mistake. */
const MOST = 100;

/** An empty jar. The library is loaded with the first cookie. */
export function createCookies(): Cookies {
  let jar: CookieJar | null = null;
  return {
    async keep(url, response) {
      const set = response.headers["set-cookie"] ?? [];
      if (set.length === 0) return;
      if (jar === null) {
        const { CookieJar: Jar } = await import("tough-cookie");
        // Names without a public suffix (office.local) set cookies, too.
        jar = new Jar(null, { looseMode: true, rejectPublicSuffixes: false });
      }
      for (const cookie of set.slice(0, MOST)) await jar.setCookie(cookie, url.href, { ignoreError: true });
    },
    async header(url) {
      const text = jar === null ? "" : await jar.getCookieString(url.href);
      return text === "" ? null : text;
    },
  };
}
