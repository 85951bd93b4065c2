import { createHash } from "node:crypto";

/**
 * JSON with sorted keys and no spaces: the same content gives the same text, whoever wrote it. Absent and `undefined`
 * keys are the same.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (isPlain(inner) ? sorted(inner) : inner));
}

/** SHA-256 of the canonical JSON, hexadecimal: the identity of a content. */
export function contentHash(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sorted(value: Record<string, unknown>): Record<string, unknown> {
  // Plain code-unit order: the order must not depend on the locale of the laptop.
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : Number(a > b))));
}
