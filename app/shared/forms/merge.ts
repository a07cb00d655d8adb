import { fingerprint } from '#app/shared/i18n/translated-text.ts'
import { ownValue } from '#app/shared/own-value.ts'
import type { FormValues } from './form-values.ts'

/** Every field of a form by its dotted name. A text in two languages is two fields. */
export type Fields = Record<string, string>
/** What each field was, as a fingerprint: small enough to travel with a form. */
export type Marks = Record<string, string>
export type Side = 'mine' | 'theirs'

/** A field that somebody else and I wrote differently since my form was made. */
export type Difference = { field: string; mine: string; theirs: string }
export type Merge = {
  /** Whose text each field of the stored version takes; a field in question keeps mine in the form. */
  sides: Record<string, Side>
  /** What both changed, each otherwise. Nothing may be saved before somebody has chosen. */
  differences: Difference[]
  /** What the form is made from now. A field in question still counts as changed by both. */
  base: Marks
  /** What is stored in the fields in question, so that a choice is for what was seen. */
  seen: Marks
}

type Versions = {
  mine: Fields
  theirs: Fields
  /** What my form was made from; a field it does not know may have been changed by both. */
  base: Marks
  /** What was chosen for a field that was in question, and what was stored in it when both were shown. */
  choices?: Record<string, Side>
  seen?: Marks
}

/**
 * The one rule by which two versions of a form become one: what only one of us changed is taken from them, and what both
 * changed is asked. A choice counts only while the other version is the one it was made against.
 */
export function mergeFields({ mine, theirs, base, choices = {}, seen = {} }: Versions): Merge {
  const merge: Merge = { sides: {}, differences: [], base: {}, seen: {} }
  for (const [field, stored] of Object.entries(theirs)) {
    const [own, other] = [markOf(mine[field] ?? ''), markOf(stored)]
    const was = ownValue(base, field)
    const chosen = ownValue(seen, field) === other ? ownValue(choices, field) : undefined
    const isOpen = own !== other && own !== was && other !== was && chosen === undefined
    const isTheirs = own === other || (chosen ? chosen === 'theirs' : own === was)
    merge.sides[field] = isTheirs && !isOpen ? 'theirs' : 'mine'
    merge.base[field] = isOpen ? (was ?? '') : other
    if (!isOpen) continue
    merge.seen[field] = other
    merge.differences.push({ field, mine: mine[field] ?? '', theirs: stored })
  }
  return merge
}

/** Every field by its dotted name. */
export function flatten(values: FormValues, prefix = ''): Fields {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]): [string, string][] => {
      if (typeof value === 'string') return [[`${prefix}${key}`, value]]
      if (Array.isArray(value)) return [[`${prefix}${key}`, value.join('\n')]]
      return Object.entries(flatten(value, `${prefix}${key}.`))
    }),
  )
}

/** What a form was made from, as its hidden field says it. */
export function footprint(values: FormValues): string {
  return JSON.stringify(marksOf(flatten(values)))
}

export function marksOf(fields: Fields): Marks {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, markOf(value)]))
}

/** Marks as a hidden field brought them; what is not one is left out. */
export function readMarks(written: string): Marks {
  const parsed = parse(written)
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return {}
  return Object.fromEntries(
    Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

function parse(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    return null
  }
}

// A posted text area has other line ends than what is stored, and blanks around it; a Mac composes letters otherwise.
export const markOf = (text: string) => fingerprint(text.replace(/\r\n?/g, '\n').trim().normalize('NFC'))
