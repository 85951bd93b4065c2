import { oneLine } from "../base/terminal-safe.ts";
import type { Profile } from "../profile/schema.ts";
import type { Lang } from "../base/languages.ts";
import { classOf } from "../judge/facts/address.ts";
import { CAUSE_TEXTS } from "../text/causes/index.ts";
import type { Mender } from "../text/causes/shape.ts";
import { separatingTest } from "../text/causes/tests.ts";
import { wordFor } from "../text/judge.ts";
import type { Cause } from "../text/causes/index.ts";
import { contactsFor } from "./contacts.ts";
import { fill } from "./fill.ts";
import type { Finding } from "../judge/verdict.ts";

export interface Described {
  readonly title: string;
  /** One plain sentence, with the figures. */
  readonly explanation: string;
  /** The steps in one text, numbered where there are several. */
  readonly remedy: string;
  readonly steps: readonly string[];
  /** Who can mend it, in words, and as an id. */
  readonly mender: string;
  readonly menderId: Mender;
  /** Whom to call for that, with their numbers, as the profile knows them. */
  readonly contacts: readonly string[];
  /** To be read out over the phone to whoever mends it, word for word. */
  readonly tell: string;
  /**
   * The other causes that the evidence leaves open, each with the one cheap test that would tell, where one is known.
   */
  readonly tests: readonly { readonly cause: Cause; readonly title: string; readonly test: string | null }[];
  /** Names of the systems concerned. */
  readonly systems: readonly string[];
}

/**
 * A finding in words. Pure; everything from outside is made harmless for a terminal.
 * @param profile gives the systems their names; ids stand in where there is none
 */
export function describeFinding(finding: Finding, profile: Profile | null, lang: Lang): Described {
  const text = CAUSE_TEXTS[finding.cause];
  const words = text[lang];
  const systems = finding.affects.map((id) => systemName(profile, id, lang));
  const params: Finding["params"] = { ...finding.params, systems };
  // A step whose value is missing is none.
  const steps = words.remedy.map((step) => fill(step, params, lang)).filter((step) => step !== "");
  return {
    title: fill(words.title, params, lang),
    explanation: fill(words.explanation, params, lang),
    remedy: steps.length === 1 ? (steps[0] ?? "") : steps.map((step, at) => `${at + 1}. ${step}`).join(" "),
    steps,
    mender: wordFor("mender", text.mender, lang),
    menderId: text.mender,
    contacts: contactsFor(profile, { mender: text.mender, steps: steps.join(" "), affects: finding.affects }, lang),
    tell: fill(words.tell, forPhone(params, text.mender), lang),
    tests: finding.alternatives.map((cause) => ({
      cause,
      title: fill(CAUSE_TEXTS[cause][lang].title, params, lang).replace(/: \?$/u, ""),
      test: separatingTest(finding.cause, cause)?.[lang] ?? null,
    })),
    systems,
  };
}

function isOfOffice(server: string): boolean {
  const kind = classOf(server.split("#")[0] ?? server);
  return kind === "private" || kind === "linkLocal" || kind === "loopback";
}

/** What is read out has two examples of a long list; how many there are stands behind them. */
const EXAMPLES = 2;

function forPhone(params: Finding["params"], mender: Mender): Finding["params"] {
  const short = (value: Finding["params"][string]): Finding["params"][string] =>
    typeof value === "object" && value.length > EXAMPLES + 1
      ? [...value.slice(0, EXAMPLES), `… (+${String(value.length - EXAMPLES)})`]
      : value;
  // The office's own address of a resolver tells nobody outside which one is meant.
  const said = Object.entries(params).filter(
    ([name, value]) => mender !== "carrier" || name !== "server" || typeof value !== "string" || !isOfOffice(value),
  );
  return Object.fromEntries(said.map(([name, value]) => [name, short(value)]));
}

export function systemName(profile: Profile | null, id: string, lang: Lang): string {
  const system = profile?.systems.find((one) => one.id === id);
  return oneLine(system?.name[lang] ?? id, 200);
}
