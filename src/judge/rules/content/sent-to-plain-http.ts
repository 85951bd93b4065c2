import type { Attempt } from "../../facts/attempt.ts";
import { compareText, unique } from "../../facts/observed.ts";
import { asPeopleMeet } from "../help.ts";
import type { Rule } from "../rule.ts";

/** An encrypted page that sends people to one that is not. */
export const sentToPlainHttp: Rule = {
  cause: "SENT_TO_PLAIN_HTTP",
  needs: ["link", "address", "gateway", "line", "trust"],
  breaks: [],
  evaluate({ facts, explained }) {
    const found = asPeopleMeet(facts)
      .filter((one) => !explained.has(one.key))
      .flatMap((one) => {
        const location = downgradeOf(one);
        return location === null ? [] : [{ one, location }];
      });
    const [first] = found;
    if (first === undefined) return null;
    return {
      impact: "hurt",
      systems: unique(found.map(({ one }) => one.system.id)).toSorted(compareText),
      params: { hosts: unique(found.map(({ one }) => one.seen.host)).toSorted(compareText), location: first.location },
      evidence: found.map(({ one }) => one.id),
    };
  },
};

/** The plain page that an encrypted one led to, if the chain goes on there. */
function downgradeOf({ seen: { http } }: Attempt): string | null {
  const urls = (http?.hops ?? []).map((hop) => hop.url);
  const lost = http?.lost?.url;
  const all = lost === undefined ? urls : [...urls, lost];
  return all.find((url, at) => at > 0 && url.startsWith("http:") && all[at - 1]?.startsWith("https:") === true) ?? null;
}
