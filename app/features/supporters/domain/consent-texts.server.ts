import { and, desc, eq } from 'drizzle-orm'
import { m } from '#app/paraglide/messages.js'
import { fingerprint, inEach, type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import type { SupporterConsent } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { supporterText } from '#db/schema/index.ts'
import type { SupportedInitiative } from './initiative-of.server.ts'

const listing = { vi: new Intl.ListFormat('vi'), en: new Intl.ListFormat('en') }

type ConsentTexts = Record<SupporterConsent, TranslatedText>

/** What is agreed to from now on. The words name the initiative and its bodies: with these they become others. */
export function consentTexts({ name, bodies }: Pick<SupportedInitiative, 'name' | 'bodies'>): ConsentTexts {
  return {
    listed: inEach((locale) =>
      m['supporters.consent.listed']({ initiative: textIn(name, locale) }, { locale }),
    ),
    news: inEach((locale) => {
      const names = listing[locale].format(bodies.map((body) => textIn(body.name, locale)))
      return m['supporters.consent.news']({ initiative: textIn(name, locale), bodies: names }, { locale })
    }),
  }
}

/** What a form carries to say which words stood on it. */
export function textsKey(texts: ConsentTexts): string {
  return fingerprint([texts.listed.vi, texts.listed.en, texts.news.vi, texts.news.en].join('\n'))
}

/** The version that the words of now are, made when they are new. */
export async function keepText(
  tx: Transaction,
  initiative: Pick<SupportedInitiative, 'id' | 'name' | 'bodies' | 'texts'>,
  consent: SupporterConsent,
): Promise<string> {
  const text = consentTexts(initiative)[consent]
  const known = initiative.texts.find((one) => one.consent === consent && isSame(one.text, text))
  if (known) return known.id
  const initiativeId = initiative.id
  const own = and(eq(supporterText.initiativeId, initiativeId), eq(supporterText.consent, consent))
  const newest = async () => {
    const [row] = await tx
      .select()
      .from(supporterText)
      .where(own)
      .orderBy(desc(supporterText.version))
      .limit(1)
    return row
  }
  const before = await newest()
  if (before && isSame(before.text, text)) return before.id
  const version = (before?.version ?? 0) + 1
  // Two who read the new words first both write them down: one does.
  await tx.insert(supporterText).values({ initiativeId, consent, version, text }).onConflictDoNothing()
  const kept = await newest()
  if (!kept || !isSame(kept.text, text)) throw new Error('The words of a consent changed twice at once')
  return kept.id
}

const isSame = (a: TranslatedText, b: TranslatedText) => a.vi === b.vi && a.en === b.en
