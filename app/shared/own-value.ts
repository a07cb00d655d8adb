/** What a record holds under a key that somebody sent: never what every object has, such as `constructor`. */
export function ownValue<T>(record: Record<string, T>, key: string | null | undefined): T | undefined {
  return key != null && Object.hasOwn(record, key) ? record[key] : undefined
}
