/** A secret of one mail, and what the outbox shows in its place. */
export type Secret = { value: string; shown: string }

/** What is kept of a mail: every word but the secrets, which open pages and doors. */
export function withoutSecrets(text: string, secrets: Secret[]): string {
  return secrets.reduce((kept, { value, shown }) => kept.replaceAll(value, shown), text)
}

/** The same for a calendar file, where a fold may run through the middle of a secret. */
export function calendarWithoutSecrets(calendar: string, secrets: Secret[]): string {
  const unfolded = calendar.replaceAll('\r\n ', '')
  return secrets.some(({ value }) => unfolded.includes(value)) ? withoutSecrets(unfolded, secrets) : calendar
}
