import { and, eq } from 'drizzle-orm'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { OwnWordKind } from '#app/shared/vocabulary.ts'
import { mailWords } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

type Typed = { vi: string; en: string; confirmed?: boolean }
export type TypedWords = { subject: Typed; opening: Typed }
export type MailWords = {
  kind: OwnWordKind
  subject: TranslatedText
  opening: TranslatedText
  revision: number
}

const { kind, subject, opening, revision } = mailWords
const columns = { kind, subject, opening, revision }

/** What the organizers of an event wrote themselves into its mails; kinds without a row say the standard words. */
export function listMailWords(eventId: string): Promise<MailWords[]> {
  return database().select(columns).from(mailWords).where(eq(mailWords.eventId, eventId))
}

/** The same for one kind; empty texts, revision 0, where nobody wrote any. */
export async function getMailWords(eventId: string, of: OwnWordKind): Promise<MailWords> {
  const [found] = await database()
    .select(columns)
    .from(mailWords)
    .where(and(eq(mailWords.eventId, eventId), eq(mailWords.kind, of)))
  return found ?? { kind: of, subject: {}, opening: {}, revision: 0 }
}
