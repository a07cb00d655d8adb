const [first, most] = [200, 10_000]

/** How many notes a page begins with, and how many more each time earlier ones are asked for. */
export const moreNotes = first

/** How many of the newest notes an address asks for. */
export function notesShown(asked: URLSearchParams): number {
  return Math.min(most, Math.max(first, Math.floor(Number(asked.get('shown'))) || first))
}
