const folded = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('vi')

/** The same words but for case and spaces: "Mưa" and "Mùa" are two. */
export const sameWords = (a: string, b: string): boolean => folded(a) === folded(b)
