/**
 * A place in the list of registrations: after or before one row. `phase` says in which part of a search's result the row
 * stands (0: spelled as typed, 1: the rest), so that no page has to sort the whole result.
 */
export type RegistrationCursor = { way: 'after' | 'before'; phase: number; arrival: number; id: string }

const form = /^(after|before)-([01])-(-?\d{1,15})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

export function writeCursor({ way, phase, arrival, id }: RegistrationCursor): string {
  return `${way}-${phase}-${arrival}-${id}`
}

/** The place a cursor names; null, which is the list's beginning, for text that names none. */
export function readCursor(text: string | null | undefined): RegistrationCursor | null {
  const [, way, phase, arrival, id] = form.exec(text ?? '') ?? []
  if (!way || !id) return null
  return { way: way as RegistrationCursor['way'], phase: Number(phase), arrival: Number(arrival), id }
}
