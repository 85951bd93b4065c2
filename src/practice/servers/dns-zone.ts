import type { Answer, Question } from "dns-packet";

/** Records of one name. A name with no records at all is "known, but has none of that type" (NODATA). */
export interface DnsRecords {
  readonly a?: readonly string[];
  readonly aaaa?: readonly string[];
  readonly cname?: string;
  readonly mx?: readonly { readonly preference: number; readonly exchange: string }[];
}
/** Lower-case names without a trailing dot. */
export type DnsZone = Readonly<Record<string, DnsRecords>>;

/**
 * Answers of a zone for a question, following CNAMEs at most eight deep.
 * @returns null when the name does not exist
 */
export function lookUp(zone: DnsZone, question: Question, ttl: number): Answer[] | null {
  const answers: Answer[] = [];
  let name = question.name.toLowerCase();
  for (let depth = 0; depth < 8; depth += 1) {
    const records = zone[name];
    if (records === undefined) return depth === 0 ? null : answers;
    if (records.cname === undefined || question.type === "CNAME")
      return [...answers, ...recordsOf(records, name, question.type, ttl)];
    answers.push({ type: "CNAME", name, ttl, data: records.cname });
    name = records.cname.toLowerCase();
  }
  return answers;
}

function recordsOf(records: DnsRecords, name: string, type: Question["type"], ttl: number): Answer[] {
  if (type === "A" || type === "AAAA")
    return ((type === "A" ? records.a : records.aaaa) ?? []).map((data) => ({ type, name, ttl, data }));
  if (type === "MX") return (records.mx ?? []).map((data) => ({ type, name, ttl, data }));
  if (type === "CNAME" && records.cname !== undefined) return [{ type, name, ttl, data: records.cname }];
  return [];
}

/** Is `name` the zone `apex` itself or below it? */
export function isWithin(name: string, apex: string): boolean {
  return name === apex || name.endsWith(`.${apex}`);
}
