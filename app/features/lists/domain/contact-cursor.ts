/** A place in the list of contacts: after or before one row, by when it came and its id. */
export type ContactCursor = { way: 'after' | 'before'; at: number; id: string }

const form = /^(after|before)-(\d{1,15})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

export function writeCursor({ way, at, id }: ContactCursor): string {
  return `${way}-${at}-${id}`
}

/** The place a cursor names; null, which is the beginning, for text that names none. */
export function readCursor(text: string | null | undefined): ContactCursor | null {
  const [, way, at, id] = form.exec(text ?? '') ?? []
  if (!way || !id || Number(at) > 8.64e15) return null
  return { way: way === 'before' ? 'before' : 'after', at: Number(at), id }
}
