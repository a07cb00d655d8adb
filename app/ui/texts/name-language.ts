// Letters that of the languages written in Latin script only Vietnamese has (ă is Romanian too, but seldom meets us).
const vietnameseLetters = /[ăđơư\u1ea0-\u1ef9]/iu

/** The language in which a name is read aloud, where its letters tell: `vi` for "Đặng Hoàng Giang", else unknown. */
export function nameLanguage(name: string): 'vi' | undefined {
  return vietnameseLetters.test(name.normalize('NFC')) ? 'vi' : undefined
}
