import { type ReturnedVerdict, verdictOf } from './bounce-words.ts'

/** What a host means that would not take a mail: the answer to RCPT TO or DATA, in one line, with its codes. */
export function readRefusal(words: string): { verdict: ReturnedVerdict; status: string } {
  const status = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(words)?.[0] ?? ''
  return { verdict: verdictOf(words, status), status }
}
