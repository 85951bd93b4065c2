/** One value of a file of answers, with its place for messages: "dòng 12, cột water" or "devices[2].answers.water". */
export interface RawCell {
  readonly text: string;
  readonly place: string;
}

export interface RawDevice {
  readonly place: string;
  readonly cells: ReadonlyMap<string, RawCell>;
}

/** A file of answers, taken apart but not understood yet. Keys are ids of questions or fields. */
export interface RawAnswers {
  readonly site: ReadonlyMap<string, RawCell>;
  readonly safety: ReadonlyMap<string, RawCell>;
  readonly survey: ReadonlyMap<string, RawCell>;
  readonly devices: readonly RawDevice[];
  /** Headings of the table of devices; a file without such a table has none. */
  readonly heads: readonly RawCell[];
}

/** What is wrong with a file, one entry a place, all found before anything is refused. */
export interface Problem {
  readonly place: string;
  readonly expected: string;
  readonly found: string;
}

/** What is told about a file that was taken: cells that are not in the visit, or are doubtful. */
export interface Remark {
  readonly place: string;
  readonly text: string;
  /** Something that the file was meant to bring is missing in the visit: not everything was done. */
  readonly missing: boolean;
}

/** What reading a file gave. */
export interface RawFile {
  readonly raw: RawAnswers;
  readonly problems: readonly Problem[];
  readonly remarks: readonly Remark[];
}
