import { createHash } from "node:crypto";
import type { Site } from "./schema.ts";

/**
 * Id of a building, the same on every laptop and every visit: from its unit, former commune and name.
 * Unicode form, case and spaces of the name do not matter; diacritics do (Hải Ninh is not Hai Ninh).
 */
export function siteId(site: Pick<Site, "unit" | "formerUnit" | "name">): string {
  const name = site.name.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();
  const key = [site.unit.list, site.unit.code, site.formerUnit?.list ?? "", site.formerUnit?.code ?? "", name].join(
    "\u001f",
  );
  const unit = site.unit.code.replaceAll(/[^0-9A-Za-z]/gu, "");
  return `${unit === "" ? "x" : unit}-${createHash("sha256").update(key).digest("hex").slice(0, 10)}`;
}
