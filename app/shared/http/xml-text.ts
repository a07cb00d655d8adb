// Characters that XML 1.0 has no way to write.
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

/** Text made safe for an XML element or attribute. */
export function xmlText(text: string): string {
  return text.replace(forbidden, '').replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
