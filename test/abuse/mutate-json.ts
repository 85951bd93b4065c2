import { POISON } from "../terminal/poison.ts";

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** What strangers and worn sticks put in the place of a value. */
const STRANGE: readonly ((random: () => number) => Json)[] = [
  () => null,
  () => "",
  () => -1,
  () => 1e308,
  () => Number.MAX_SAFE_INTEGER + 1,
  () => 0.1,
  () => true,
  () => [],
  () => ({}),
  () => POISON,
  () => "a".repeat(100_000),
  () => "\u0000",
  () => "\ud800",
  () => "__proto__",
  () => "=HYPERLINK(1)",
  () => "9999-99-99T99:99:99Z",
  () => Array.from({ length: 2000 }, () => 0),
  (random) => random() * 1e6 - 5e5,
  () => ({ constructor: "x", toString: null }),
];

/** A document with some places changed, or its text cut, doubled or with wrong signs in it. */
export function mutated(text: string, random: () => number): string {
  const way = random();
  if (way < 0.12) return text.slice(0, Math.floor(random() * text.length));
  if (way < 0.2) return wrongSigns(text, random);
  if (way < 0.23) return `${"[".repeat(5000)}${text}`;
  if (way < 0.25) return text + text;
  const document = JSON.parse(text) as Json;
  const holders = holdersOf(document);
  // Most keep the types, so that they come past the schema and at the rules and renderers behind it.
  const gentle = way > 0.4;
  for (let change = 0; change < (gentle ? 1 + Math.floor(random() * 5) : 1 + Math.floor(random() * 3)); change += 1) {
    const holder = holders[Math.floor(random() * holders.length)];
    if (holder === undefined) continue;
    if (gentle) nudge(holder, random);
    else changeIn(holder, random);
  }
  return JSON.stringify(document);
}

function wrongSigns(text: string, random: () => number): string {
  const signs = Array.from('{}[]",:\\u0x9\u0000\uFFFD');
  let wrong = text;
  for (let change = 0; change < 1 + Math.floor(random() * 4); change += 1) {
    const at = Math.floor(random() * wrong.length);
    wrong = wrong.slice(0, at) + (signs[Math.floor(random() * signs.length)] ?? "") + wrong.slice(at + 1);
  }
  return wrong;
}

type Holder = Json[] | { [key: string]: Json };

function holdersOf(value: Json): Holder[] {
  if (typeof value !== "object" || value === null) return [];
  return [value, ...Object.values(value).flatMap(holdersOf)];
}

function changeIn(holder: Holder, random: () => number): void {
  const keys = Object.keys(holder);
  const key = keys[Math.floor(random() * keys.length)] ?? "new";
  const strange = STRANGE[Math.floor(random() * STRANGE.length)]?.(random) ?? null;
  const way = random();
  if (Array.isArray(holder)) {
    if (way < 0.3) holder.splice(Number(key) || 0, 1);
    else if (way < 0.5 && holder.length > 0) holder.push(...structuredClone(holder).slice(0, 500));
    else holder[Number(key) || 0] = strange;
  } else if (way < 0.25) delete holder[key];
  else if (way < 0.35) holder[`${key}x`] = strange;
  else holder[key] = strange;
}

/** Another value of the same type. */
function nudge(holder: Holder, random: () => number): void {
  const keys = Object.keys(holder);
  const key = keys[Math.floor(random() * keys.length)];
  if (key === undefined) return;
  const way = random();
  if (!Array.isArray(holder)) holder[key] = nudged(holder[key] ?? null, random);
  else if (way < 0.5) holder[Number(key)] = nudged(holder[Number(key)] ?? null, random);
  else if (way < 0.75) holder.splice(Number(key), 1);
  else holder.push(...structuredClone(holder.slice(0, 40)));
}

function nudged(value: Json, random: () => number): Json {
  const one = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];
  if (typeof value === "number") return one([0, 1, -1, value * 2, value + 1, 1e9]) ?? 0;
  if (typeof value === "boolean") return !value;
  if (typeof value !== "string") return value;
  return one([value + POISON, value.slice(1), value.toUpperCase(), "192.0.2.77", "x", "2001:db8::77", ""]) ?? "";
}
