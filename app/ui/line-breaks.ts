/** Keeps a dash on the line of what is before it, and both ends of a range ("18:00–20:30", "3–9") on one line. */
export function heldTogether(text: string): string {
  return text.replaceAll(' – ', '\u00a0– ').replace(/(?<=\d|\d\u00a0[AP]M)–(?=\d)/g, '–\u2060')
}
