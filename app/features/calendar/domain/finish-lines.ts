/** The finishing layer: reworks the lines that `ics` wrote into what RFC 5545 asks for. */

const widest = 75

/** The logical lines of a calendar file, without the hint for feeds that `ics` puts into every file. */
export function unfoldLines(text: string): string[] {
  return text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '' && !line.startsWith('X-PUBLISHED-TTL:'))
}

/** `ics` quotes ROLE, PARTSTAT and CUTYPE, and shouts in the organizer's mailto. */
export function plainParameters(line: string): string {
  if (line.startsWith('ATTENDEE;')) return line.replace(/;(ROLE|PARTSTAT|CUTYPE)="([A-Z-]+)"/g, ';$1=$2')
  if (line.startsWith('ORGANIZER;')) return line.replace(/":MAILTO:(?=[^"]*$)/, '":mailto:')
  return line
}

/** TEXT escapes of RFC 5545 3.3.11, for the lines that `ics` cannot write. */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n')
}

/** Lines of at most 75 octets, broken between code points only, each ended by CRLF. */
export function foldLines(lines: readonly string[]): string {
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

function foldLine(line: string): string {
  if (line.length * 3 <= widest) return line
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = utf8Size(character.codePointAt(0) ?? 0)
    if (octets + size > widest) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}

function utf8Size(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}
