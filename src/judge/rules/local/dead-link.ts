import type { Facts } from "../../facts/facts.ts";
import type { LinkFact } from "../../facts/local.ts";
import { linksUp } from "../help.ts";

/**
 * Why no link carries a signal: which adapter to look at first, and whether it is switched off or unplugged. Null where
 * a link is up. A wired adapter that is on and hears nothing comes before one that is off, and the wire before the
 * radio: that is what the office works with.
 */
export function deadLink(facts: Facts): { readonly kind: "disabled" | "unplugged"; readonly link: LinkFact } | null {
  const { links, known } = facts.local;
  if (!known || links.length === 0 || linksUp(facts).length > 0 || facts.beyondSpoke) return null;
  const wired = links.filter((link) => link.kind !== "wifi" && link.kind !== "mobile");
  const unplugged = (one: LinkFact): boolean => one.adminUp !== false;
  const [link] = [...wired.filter(unplugged), ...wired, ...links.filter(unplugged), ...links];
  if (link === undefined) return null;
  return { kind: unplugged(link) ? "unplugged" : "disabled", link };
}
