/** A zone of this name as the world's tables know it; null for one that they do not. */
export function knownZone(name: string): string | null {
  if (!name) return null
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return name
  } catch {
    return null
  }
}
