import type { Evidence } from "../../src/evidence/schema.ts";

/** Instant that every stored scan is said to have begun at, by a clock that is right. */
const ANCHOR = Date.parse("2026-03-02T01:00:00Z");
const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u;
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/u;
/** Plain dates of a profile belong to the profile, not to the run. */
const KEPT = new Set(["profile", "profileHash"]);
/** Names that only make certificates as long as real ones. */
const PADDING = "ten-mien-du-phong";
const RANDOM_NAME = /^[a-z0-9]{12,}(?=\.)/u;

/**
 * Makes evidence of a run comparable with that of another: all instants are moved so that the run began at a fixed time
 * (what lies between them stays, a wrong clock included), milliseconds are rounded, raw output is left out, certificate
 * hashes and random names become numbers. `trueStartMs` is when the scan began by the clock of the laboratory, which is
 * right where the laptop's is not.
 */
export function normalise(evidence: Evidence, trueStartMs: number): Evidence {
  const shift = ANCHOR - Math.round(trueStartMs / 1000) * 1000;
  const hashes = new Map<string, string>();
  const hash = (value: string): string => {
    const known = hashes.get(value) ?? String(hashes.size + 1).padStart(64, "0");
    hashes.set(value, known);
    return known;
  };
  const visit = (value: unknown, key: string): unknown => {
    if (typeof value === "number")
      return key.endsWith("AtMs") ? value + shift : Number.isInteger(value) ? value : round(value);
    if (typeof value === "string") return key === "sha256" ? hash(value) : text(value, key, shift);
    if (Array.isArray(value))
      return value
        .filter((item) => typeof item !== "string" || !item.startsWith(PADDING))
        .map((item) => visit(item, key));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => name !== "raw")
        .map(([name, inner]) => [name, KEPT.has(name) ? inner : visit(inner, name)]),
    );
  };
  return visit(evidence, "") as Evidence;
}

function text(value: string, key: string, shift: number): string {
  if (ISO.test(value)) {
    const moved = new Date(Date.parse(value) + shift).toISOString();
    return value.endsWith("Z") ? moved.replace(/\.\d+Z$/u, "Z") : `${moved.slice(0, 19)}+00:00`;
  }
  if (HTTP_DATE.test(value)) return new Date(Date.parse(value) + shift).toUTCString();
  if (key === "name" || key === "target") return value.replace(RANDOM_NAME, "random");
  return value;
}

// Three significant digits are more than any rule looks at.
function round(value: number): number {
  return Number(value.toPrecision(3));
}
