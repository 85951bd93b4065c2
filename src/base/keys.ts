/** The names of a record, in its order, as the closed union that they are. For records that have no names beyond their type. */
export function keysOf<T extends object>(record: T): readonly (keyof T & string)[] {
  return Object.keys(record).filter((name): name is keyof T & string => name in record);
}
