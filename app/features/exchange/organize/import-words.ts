import { m } from '#app/paraglide/messages.js'
import type { ImportNote, Unreadable } from '../domain/imported-agenda.ts'
import type { PlannedRow } from '../domain/plan-import.ts'

const faults: Record<Unreadable['code'], (detail: string) => string> = {
  'unknown-format': () => m['exchange.import.fault-format'](),
  broken: (detail) => m['exchange.import.fault-broken']({ detail }),
  empty: () => m['exchange.import.fault-empty'](),
  'too-many': () => m['exchange.import.fault-too-many'](),
  doctype: () => m['exchange.import.fault-doctype'](),
}

const notes: Record<ImportNote, () => string> = {
  'times-marked-utc': () => m['exchange.import.note-utc'](),
  'times-without-zone': () => m['exchange.import.note-zone'](),
  recurrences: () => m['exchange.import.note-recurrences'](),
  'date-missing': () => m['exchange.import.note-date'](),
}

const whats: Record<PlannedRow['what'], () => string> = {
  new: () => m['exchange.import.what-new'](),
  changed: () => m['exchange.import.what-changed'](),
  unchanged: () => m['exchange.import.what-unchanged'](),
  unclear: () => m['exchange.import.what-unclear'](),
}

const unclear: Record<string, () => string> = {
  title: () => m['exchange.import.unclear-title'](),
  time: () => m['exchange.import.unclear-time'](),
  person: () => m['exchange.import.unclear-person'](),
}

export const unreadableWords = (code: Unreadable['code'], detail: string) => faults[code](detail)
export const noteWords = (note: ImportNote) => notes[note]()
export const whatWords = (what: PlannedRow['what']) => whats[what]()
/** What was not understood: said of what we know to ask for, shown as it stands in the file otherwise. */
export const unclearWords = (code: string) => unclear[code]?.() ?? code
