import { observed, unique } from "../../facts/observed.ts";
import { sameAddress } from "../../facts/address.ts";
import { answersFor } from "../../facts/dns.ts";
import { systemsOf } from "../help.ts";
import type { Rule } from "../rule.ts";

/**
 * The hosts file sends a name of the profile elsewhere than the resolvers do. An entry that agrees with them does no
 * harm.
 */
export const hostsFileOverride: Rule = {
  cause: "HOSTS_FILE_OVERRIDE",
  needs: [],
  breaks: [],
  evaluate({ facts }) {
    const [file] = observed(facts.evidence, "hostsFile");
    if (file === undefined) return null;
    const servers = [...facts.dns.configured, ...facts.dns.controls];
    const wrong = file.evidence.overrides.flatMap((entry) => {
      const targets = facts.targets.filter((one) => one.endpoint.host.toLowerCase() === entry.name.toLowerCase());
      const type = entry.address.includes(":") ? "AAAA" : "A";
      const answers = servers.flatMap((server) => answersFor(server, entry.name, type)?.evidence.answers ?? []);
      const agrees = answers.some((one) => sameAddress(one, entry.address));
      const harmless = answers.length === 0 && targets.every((one) => one.state === "ok");
      return targets.length === 0 || agrees || harmless ? [] : [{ entry, targets, answers }];
    });
    const [first] = wrong;
    if (first === undefined) return null;
    const targets = wrong.flatMap((one) => one.targets);
    return {
      impact: targets.every((one) => one.state === "ok" && one.best?.seen.tls?.authorized !== false) ? "hurt" : "down",
      systems: systemsOf(targets),
      params: {
        names: unique(wrong.map((one) => one.entry.name)),
        address: first.entry.address,
        path: file.evidence.path,
        lines: wrong.map((one) => String(one.entry.line)),
        ...(first.answers[0] === undefined ? {} : { right: first.answers[0] }),
      },
      evidence: [
        file.id,
        ...targets.flatMap((one) => one.ids),
        ...servers.flatMap((server) => wrong.flatMap((one) => answersFor(server, one.entry.name)?.id ?? [])),
      ],
      explains: targets.map((one) => one.key),
    };
  },
};
