/** What a person did with a question. Ctrl+C is not among them: it ends the whole session (PausedError). */
export type Reply<T> =
  | { readonly kind: "answer"; readonly value: T }
  | { readonly kind: "back" }
  /** `rest`: this question and all that would follow it in the same form; only where `canSkipRest` offers it. */
  | { readonly kind: "skip"; readonly rest?: true };

/** How a prompt ended: the reply, and its words beside the question. */
export interface Settled<T> {
  readonly reply: Reply<T>;
  readonly shown: string;
}

export interface Option {
  readonly value: string;
  readonly name: string;
  /** Shown under the list while the cursor is on it. */
  readonly hint?: string;
}

export interface ChooseRequest {
  /** Lines above the question: where we are, warnings. */
  readonly head?: string;
  readonly message: string;
  readonly options: readonly Option[] | ((typed: string) => readonly Option[]);
  /** Value under the cursor at first. */
  readonly initial?: string;
  /**
   * Without `initial` nothing is under the cursor: Enter alone must not answer (a gate is not passed by holding down a
   * key).
   */
  readonly deliberate?: boolean;
  readonly canSkip?: boolean;
  readonly canSkipRest?: boolean;
}

/** Several of a list can hold, or none. */
export interface TickRequest {
  readonly head?: string;
  readonly message: string;
  readonly options: readonly Option[];
  /** Entry for "none of these": one key, and an answer without values. */
  readonly none: string;
  /** Values that are ticked at first. */
  readonly initial?: readonly string[];
}

export interface AskRequest {
  readonly head?: string;
  readonly message: string;
  /** Taken by Enter on an empty line. */
  readonly initial?: string;
  readonly canSkip?: boolean;
  readonly canSkipRest?: boolean;
  /** Null where the text will do, else what is wrong with it. */
  check(text: string): string | null;
}

/** Talks to the person in front of the terminal. */
export interface Ui {
  choose(request: ChooseRequest): Promise<Reply<string>>;
  ask(request: AskRequest): Promise<Reply<string>>;
  tick(request: TickRequest): Promise<Reply<readonly string[]>>;
  say(text: string): void;
  /** What was answered last is on the disk: only now it is ticked off. What nobody stores is shown without a tick. */
  stored(): void;
}

/**
 * Thrown by a prompt when the person presses Ctrl+C or the process is told to stop. Everything answered is stored by
 * then.
 */
export class PausedError extends Error {
  constructor() {
    super("paused");
    this.name = "PausedError";
  }
}
