import { blames, reach, triedSystems, type Blame, type Examined } from "../judge/machines.ts";
import type { Verdict } from "../judge/verdict.ts";
import type { Profile } from "../profile/schema.ts";
import { oneLine } from "../base/terminal-safe.ts";
import type { Lang } from "../base/languages.ts";
import { machines as texts } from "../text/machines.ts";
import { labelOf } from "../text/visit-labels.ts";
import { describeFinding, systemName } from "./describe.ts";

/** One computer of a visit; the one that the visit was begun on has no name. */
export interface OfficeMachine extends Examined {
  readonly name: string | null;
  readonly profile: Profile;
}

/** The computers of an office in words: one sentence a fault, and a table computer × system. */
export interface OfficeTold {
  readonly sentences: readonly string[];
  /** Names of the systems, in the order of the signs. */
  readonly systems: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly status: string;
    readonly cause: string;
    /** One sign a system, in groups of five: an office has thirty systems and ten computers. */
    readonly signs: string;
  }[];
}

const SIGNS = { works: "+", fails: "x", unseen: "-" } as const;

function inFives(signs: readonly string[]): string {
  return signs.map((sign, at) => (at > 0 && at % 5 === 0 ? ` ${sign}` : sign)).join("");
}

/** What several computers of one office say together, in words. Pure. */
export function describeMachines(all: readonly OfficeMachine[], lang: Lang): OfficeTold {
  const systems = triedSystems(all);
  const nameOfSystem = (id: string): string => systemName(profileWith(all, id), id, lang);
  return {
    sentences: sentences(all, nameOfSystem, lang),
    systems: systems.map(nameOfSystem),
    rows: all.map((one) => ({
      name: nameOf(one, lang),
      status: labelOf("status", one.verdict.status, lang),
      cause: titleOf(one.verdict, one.verdict.findings[0]?.cause ?? null, one.profile, lang),
      signs: inFives(systems.map((id) => SIGNS[reach(one.verdict, id)])),
    })),
  };
}

function sentences(all: readonly OfficeMachine[], nameOfSystem: (id: string) => string, lang: Lang): string[] {
  const words = texts[lang];
  const signing = unsigned(all);
  const signs = signing.length === 0 ? [] : [words.noSigning(signing.map((one) => nameOf(one, lang)).join(", "))];
  if (all.length < 2) return [words.single, ...signs];
  const found = blames(all);
  if (found.length > 0) return [...found.map((one) => sentence(one, all, nameOfSystem, lang)), ...signs];
  return [
    ...signs,

    all.every(({ verdict }) => verdict.status === "healthy") ? words.allWell(all.length) : words.alike(all.length),
  ];
}

/** Desks on which no signing program listens; on the technician's laptop there need be none. */
function unsigned(all: readonly OfficeMachine[]): readonly OfficeMachine[] {
  return all.filter(
    ({ name, verdict }) => name !== null && verdict.findings.some(({ cause }) => cause === "SIGNING_AGENT_MISSING"),
  );
}

function sentence(
  blame: Blame,
  all: readonly OfficeMachine[],
  nameOfSystem: (id: string) => string,
  lang: Lang,
): string {
  const words = texts[lang];
  const names = blame.systems.map(nameOfSystem).join(", ");
  const whose = blame.at === "machine" ? all.filter(({ id }) => id === blame.machine) : all;
  const title = whose
    .map(({ verdict, profile }) => titleOf(verdict, blame.cause, profile, lang))
    .find((one) => one !== "");
  const because = title === undefined ? "" : words.because(title.replace(/\.$/u, ""));
  switch (blame.at) {
    case "office":
      return words.office(all.length, because);
    case "system":
      return words.system(names, because);
    case "machine": {
      const [machine] = whose;
      const name = machine === undefined ? blame.machine : nameOf(machine, lang);
      return blame.systems.length === 0 ? words.ownOnly(name, because) : words.own(name, names, because);
    }
  }
}

function nameOf({ name }: OfficeMachine, lang: Lang): string {
  return name === null ? texts[lang].first : oneLine(name, 60);
}

function titleOf(verdict: Verdict, cause: string | null, profile: Profile, lang: Lang): string {
  const finding = verdict.findings.find((one) => one.cause === cause);
  return finding === undefined ? "" : describeFinding(finding, profile, lang).title;
}

function profileWith(all: readonly OfficeMachine[], system: string): Profile | null {
  return all.find(({ profile }) => profile.systems.some(({ id }) => id === system))?.profile ?? null;
}
