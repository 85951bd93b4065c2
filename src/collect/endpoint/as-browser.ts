import { createCookies } from "./cookies.ts";
import { bodyMatches, isChallenge, statusExpected } from "./expect.ts";
import { hopOf, readBody, type HttpHop } from "./http.ts";
import type { EndpointEvidence } from "./input.ts";
import { askHop, followRedirects, type Asking } from "./redirects.ts";
import { answerMs, type Talk } from "./talk.ts";
import { mayFollow } from "./follow.ts";

type Answer = NonNullable<EndpointEvidence["http"]>;

/** With what servers and their shields turn programs away that they let browsers do. */
const REFUSALS: ReadonlySet<number> = new Set([400, 401, 403, 405, 406, 418, 429, 503]);

/** Is this an answer that a browser may not have got? */
export function isTurnedAway(http: Answer): boolean {
  if (http.challenge === true) return true;
  return http.statusExpected === false && REFUSALS.has(http.status);
}

/** Asks once more, from the start, with the headers of a browser; null where no answer came. */
export async function askAsBrowser(talk: Talk, url: URL): Promise<NonNullable<Answer["asBrowser"]> | null> {
  const { endpoint } = talk.input;
  const asking: Asking = { as: "browser", cookies: createCookies(), answerMs: () => answerMs(talk) };
  const first = await askHop(talk, url, asking);
  if (!first.ok) return null;
  const hops: HttpHop[] = [hopOf(url, first.value.response)];
  const start = { url, response: first.value.response };
  const last = await followRedirects(talk, start, hops, asking, (target, status) => mayFollow(talk, target, status));
  if (!last.ok) return null;
  const read = await readBody(talk.context, last.value.response, answerMs(talk));
  const body = read.ok ? read.value : null;
  const status = hops.at(-1)?.status ?? 0;
  const end = last.value.leadsTo === null ? "answer" : "ledAway";
  return {
    status,
    statusExpected: statusExpected(endpoint, status, end),
    bodyMatches: await bodyMatches(endpoint, body, end),
    challenge: isChallenge(body),
  };
}
