// Characters that XML 1.0 has no way to write.
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/** Text without the characters that XML 1.0 cannot hold, for writers that escape the rest by themselves. */
export function xmlLetters(text: string): string {
  return text.replace(forbidden, '')
}

/** Text made safe for an XML element or attribute. */
export function xmlText(text: string): string {
  return xmlLetters(text).replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
