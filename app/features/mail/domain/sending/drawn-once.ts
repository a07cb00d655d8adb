import { encode, wrap } from 'nodemailer/lib/qp'
import { escaped, filledMarks, type Piece, piecesOf, type Values } from './marks.ts'

export type DrawnWords = { subject: string; html: string; text: string }
/** HTML and text as they stand in a mail: quoted-printable (RFC 2045 6.7). */
export type MailBodies = { html: string; text: string }

// One less than is allowed, for the soft break that joins a piece to the next.
const longestLine = 74

/** Any text of a mail in quoted-printable, its lines no longer than a mail's may be. */
export function quotedPrintable(text: string): string {
  return wrap(encode(text.replace(/\r\n|\r|\n/g, '\r\n')), longestLine)
}

const encodedPieces = new WeakMap<DrawnWords, { html: Piece[]; text: Piece[] }>()

/** The words for one reader. */
export function filledWords(drawn: DrawnWords, values: Values): DrawnWords {
  return {
    subject: filledMarks(drawn.subject, values, (text) => text),
    html: filledMarks(drawn.html, values, escaped),
    text: filledMarks(drawn.text, values, (text) => text),
  }
}

/**
 * The same with how they stand in a mail. What all readers of a drawing have is encoded once, around the marks of what
 * is their own.
 */
export function filledMail(drawn: DrawnWords, values: Values): DrawnWords & { bodies: MailBodies } {
  let pieces = encodedPieces.get(drawn)
  if (!pieces) {
    pieces = { html: piecesOf(drawn.html, quotedPrintable), text: piecesOf(drawn.text, quotedPrintable) }
    encodedPieces.set(drawn, pieces)
  }
  const bodies = {
    html: joined(pieces.html, values, escaped),
    text: joined(pieces.text, values, (text) => text),
  }
  return { ...filledWords(drawn, values), bodies }
}

/** Between two pieces stands a soft line break, which is nothing to a reader. */
function joined(pieces: Piece[], values: Values, written: (text: string) => string): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece
      return quotedPrintable(written(values[piece.own] || piece.otherwise))
    })
    .filter(Boolean)
    .join('=\r\n')
}
