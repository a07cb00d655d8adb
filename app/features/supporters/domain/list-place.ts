/** A place in the public list: after or before one row, by what it is ordered by and its id. */
export type ListPlace = { way: 'after' | 'before'; name: string; id: string }

const form = /^(after|before)-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(.{1,400})$/su

export function writePlace({ way, name, id }: ListPlace): string {
  return `${way}-${id}-${name}`
}

/** The place that a query names; null, which is the beginning, for text that names none. */
export function readPlace(text: string | null | undefined): ListPlace | null {
  const [, way, id, name] = form.exec(text ?? '') ?? []
  if (!way || !id || !name || name.includes('\0')) return null
  return { way: way === 'before' ? 'before' : 'after', name, id }
}
