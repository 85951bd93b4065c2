/** One value of a file of answers, with its place for messages: "dòng 12, cột water" or "devices[2].answers.water". */
export interface RawCell {
  readonly text: string;
  readonly place: string;
}

/** A file of answers, taken apart but not understood yet. Keys are ids of questions or fields. */
export interface RawAnswers {
  readonly site: ReadonlyMap<string, RawCell>;
  readonly safety: ReadonlyMap<string, RawCell>;
  readonly survey: ReadonlyMap<string, RawCell>;
  readonly devices: readonly { readonly place: string; readonly cells: ReadonlyMap<string, RawCell> }[];
}

/** What is wrong with a file, one entry a place, all found before anything is refused. */
export interface Problem {
  readonly place: string;
  readonly expected: string;
  readonly found: string;
}
