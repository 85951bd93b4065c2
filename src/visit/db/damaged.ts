/** A record that is not what was written: bits flipped, rows missing. Its neighbours are not touched by it. */
export class DamagedRecord extends Error {
  override readonly name = "DamagedRecord";
  /** Id of the visit, as far as it can be read. */
  readonly visit: string;

  /** @param part which part of the visit: `header`, `scan`, `device:ID`, or what the database said */
  constructor(visit: string, part: string) {
    super(part);
    this.visit = visit;
  }
}
