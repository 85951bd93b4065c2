/** A server's way of answering, which may be changed while it runs. */
export interface Changeable<B> {
  /** What it does now. */
  readonly behaviour: () => B;
  /** Replaces the named parts of it; what is not named stays. */
  readonly change: (part: Partial<B>) => void;
}

export function changeable<B extends object>(initial: B): Changeable<B> {
  let current = initial;
  return {
    behaviour: () => current,
    change: (part) => {
      current = { ...current, ...part };
    },
  };
}
