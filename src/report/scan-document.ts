import type { Evidence } from "../evidence/schema.ts";
import type { Finding, Verdict } from "../judge/verdict.ts";
import type { Lang } from "../base/languages.ts";
import type { Visit } from "../visit/schema.ts";

const SCAN_DOCUMENT_VERSION = 1;

/** What a scan or a judgement is to say. */
export interface ScanDocumentInput {
  readonly evidence: Evidence;
  readonly verdict: Verdict;
  /** The visit that it belongs to; null where there is none. */
  readonly visit: Visit | null;
  readonly lang: Lang;
}

/**
 * The one JSON document of `scan --json` and `judge --json` (CONTRACT): readable by itself, and whole enough to be
 * judged again. The same input gives the same document.
 */
export async function scanDocument({
  evidence,
  verdict,
  visit,
  lang,
}: ScanDocumentInput): Promise<Record<string, unknown>> {
  const { findings, systems, ...rest } = verdict;
  const { profile } = evidence;
  return {
    schemaVersion: SCAN_DOCUMENT_VERSION,
    tool: evidence.tool,
    visit:
      visit === null
        ? null
        : { id: visit.id, stage: visit.stage, campaign: visit.campaign, startedAt: visit.startedAt, site: visit.site },
    profile: { id: profile.id, version: profile.version, name: profile.name, hash: evidence.profileHash },
    verdict: {
      ...rest,
      findings: await inWords(findings, profile, lang),
    },
    systems: systems.map((result) => ({
      ...result,
      name: profile.systems.find((one) => one.id === result.id)?.name[lang] ?? result.id,
    })),
    evidence,
  };
}

// The texts of all causes are half of what a batch would load; a healthy office needs none of them.
async function inWords(findings: readonly Finding[], profile: Evidence["profile"], lang: Lang): Promise<object[]> {
  if (findings.length === 0) return [];
  const { describeFinding } = await import("../explain/describe.ts");
  return findings.map((finding) => {
    const told = describeFinding(finding, profile, lang);
    return {
      ...finding,
      title: told.title,
      explanation: told.explanation,
      remedy: told.remedy,
      mender: told.menderId,
      tell: told.tell,
      tests: told.tests,
    };
  });
}
