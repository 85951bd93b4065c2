/** Counts what held and what did not; only the latter is printed one by one. */
export interface Report {
  /** One thing tried. @param detail what was seen, printed where it did not hold */
  check(what: string, holds: boolean, detail?: string): void;
  /** How many of so many rounds are played: all of them, or a share where the time is short. */
  rounds(all: number): number;
  /** A line about the part as a whole: a figure, or what could not be tried on this machine. */
  note(text: string): void;
}

/** One kind of abuse. */
export interface Part {
  readonly name: string;
  run(report: Report): Promise<void>;
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/**
 * Runs a part and prints a line for it. An exception is a failure of its own.
 * @param share of the rounds that are played, more than 0 and at most 1
 */
export async function runPart(part: Part, share: number): Promise<Counts> {
  const count = { passed: 0, failed: 0 };
  const report: Report = {
    check(what, holds, detail = "") {
      if (holds) count.passed += 1;
      else {
        count.failed += 1;
        say(`   FAILED ${part.name}: ${what}${detail === "" ? "" : `: ${detail.slice(0, 600)}`}`);
      }
    },
    rounds: (all) => Math.ceil(all * share),
    note: (text) => say(`   ${text}`),
  };
  const started = performance.now();
  say(`== ${part.name}`);
  try {
    await part.run(report);
  } catch (error) {
    report.check("ended by itself", false, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`   ${part.name}: ${count.passed} held, ${count.failed} did not, ${seconds} s`);
  return count;
}
