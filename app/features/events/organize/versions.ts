import type { FormValues } from '#app/shared/forms/form-values.ts'
import { fingerprint } from '#app/shared/i18n/translated-text.ts'

/** One field that is stored otherwise than it was typed; `take` proposes whose text to keep. */
export type Difference = { field: string; mine: string; theirs: string; take: 'mine' | 'theirs' }

/** What a page needs to show both versions and to save on top of the stored one. */
export type Conflict = { differences: Difference[]; revision: string; base: string }

/** The conflict that a refused save was about, if it was about one. */
export function conflictOf(refused: object | undefined): Conflict | null {
  return (refused as { conflict?: Conflict } | undefined)?.conflict ?? null
}

/** Every field by its dotted name. */
export function flatten(values: FormValues, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]): [string, string][] => {
      if (typeof value === 'string') return [[`${prefix}${key}`, value]]
      if (Array.isArray(value)) return [[`${prefix}${key}`, value.join('\n')]]
      return Object.entries(flatten(value, `${prefix}${key}.`))
    }),
  )
}

/** What a form was made from, small enough to travel with it: a fingerprint a field. */
export function footprint(values: FormValues): string {
  const marks = Object.entries(flatten(values)).map(([field, value]) => [field, fingerprint(tidy(value))])
  return JSON.stringify(Object.fromEntries(marks))
}

/**
 * The fields in which `mine` and `theirs` differ. What I did not touch since the form was made (`base`) is proposed to
 * stay theirs, so that saving undoes nobody's work by accident.
 */
export function differences(mine: FormValues, theirs: FormValues, base: string): Difference[] {
  const [own, stored, made] = [flatten(mine), flatten(theirs), parse(base)]
  return Object.entries(stored).flatMap(([field, value]) => {
    const typed = own[field] ?? ''
    if (tidy(typed) === tidy(value)) return []
    const touched = made[field] !== fingerprint(tidy(typed))
    return [{ field, mine: typed, theirs: value, take: touched ? 'mine' : 'theirs' } as const]
  })
}

// A posted text area has other line ends than what is stored, and blanks around it.
const tidy = (text: string) => text.replace(/\r\n?/g, '\n').trim()

function parse(base: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(base)
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
