import { isMail as speaksMail } from "../../../profile/protocols.ts";
import { isSilence } from "../../facts/observed.ts";
import { downTargets } from "../help.ts";
import type { Target } from "../../facts/target.ts";
import type { Rule } from "../rule.ts";
import { addressesOf, isTried, unconnected } from "./groups.ts";

const MAIL_PORTS: ReadonlySet<number> = new Set([25, 110, 143, 465, 587, 993, 995]);

function isMail({ endpoint }: Target): boolean {
  return speaksMail(endpoint.protocol) || MAIL_PORTS.has(endpoint.port);
}

/**
 * Every mail port is silent while the web works. A mail server that is dead is dead on its web port too, where it has
 * one.
 */
export const mailPortBlocked: Rule = {
  cause: "MAIL_PORT_BLOCKED",
  needs: ["link", "address", "gateway", "line"],
  breaks: [],
  evaluate({ facts, open }) {
    const mail = facts.targets.filter((one) => isMail(one) && isTried(one));
    const mailPorts = new Set([...MAIL_PORTS, ...mail.map((one) => one.endpoint.port)]);
    const hurt = unconnected(open).filter((one) => mail.includes(one) && isSilence(one.code));
    if (hurt.length === 0 || hurt.length < mail.length) return null;
    const addresses = addressesOf(hurt);
    const web = facts.contacts.filter(
      (one) => one.open === true && one.transport === "tcp" && !mailPorts.has(one.port),
    );
    const lives = web.some((one) => addresses.includes(one.address));
    const silentElsewhere = facts.contacts.some(
      (one) => addresses.includes(one.address) && one.open === false && !mailPorts.has(one.port),
    );
    // One silent port of one machine of which nothing else is known is a dead server.
    if (silentElsewhere || web.length === 0 || (!lives && hurt.length < 2)) return null;
    const ports = [...new Set(hurt.map((one) => String(one.endpoint.port)))];
    return downTargets(hurt, {
      confidence: lives ? "certain" : "likely",
      alternatives: lives ? [] : ["SERVER_DOWN"],
      params: { ports },
    });
  },
};
