/** The number of the line at a place of a text, as words for people; empty when the place is not known. */
export function lineOf(text: string, at: number): string {
  return at < 0 ? '' : String(text.slice(0, at).split('\n').length)
}
