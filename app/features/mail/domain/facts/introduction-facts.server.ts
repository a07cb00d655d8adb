import { eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { signedIds } from '#app/shared/auth/signed-ids.server.ts'
import { readPlain } from '#app/shared/i18n/translated-text.ts'
import { initiative, introduction, supporter } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import type { IntroductionFacts } from '#emails/supporter-facts.ts'
import type { Secret } from '../redaction.ts'
import type { ClaimedMail } from '../sending/claimed-mail.ts'
import { Undeliverable } from '../sending/failures.ts'
import { appUrl, greetingName } from './mail-facts.server.ts'
import type { StoredFacts } from './stored-facts.ts'

const first = alias(supporter, 'first')
const second = alias(supporter, 'second')

export type IntroductionBasis = Awaited<ReturnType<typeof listIntroductions>>[number]

/** Introductions with both supporters as they are now. */
export function listIntroductions(ids: string[]) {
  return database()
    .select({
      id: introduction.id,
      words: introduction.words,
      expiresAt: introduction.expiresAt,
      madeAt: introduction.madeAt,
      name: initiative.name,
      first,
      second,
    })
    .from(introduction)
    .innerJoin(initiative, eq(initiative.id, introduction.initiativeId))
    .innerJoin(first, eq(first.id, introduction.firstId))
    .innerJoin(second, eq(second.id, introduction.secondId))
    .where(inArray(introduction.id, ids))
}

/** Whom a supporter would meet, and by what link they say whether they wish to; the address stands in it once both agreed. */
export function introductionFacts(
  row: ClaimedMail,
  introductions: Map<string, IntroductionBasis>,
): { facts: IntroductionFacts; secrets: Secret[] } {
  const told = (row.facts as StoredFacts).introduction
  const found = told && introductions.get(told.id)
  if (!told || !found) throw new Undeliverable('supporter-gone')
  const [own, other] = found.first.id === told.to ? [found.first, found.second] : [found.second, found.first]
  // What was agreed to stands, even if one of them left since; who is only asked must still be there.
  const isThere = own.state === 'joined' && other.state === 'joined'
  if (told.what === 'made' ? !found.madeAt : !isThere) throw new Undeliverable('supporter-gone')
  const { name, body, kind, country, offers, seeks } = other
  const link = signedIds('introduction', found.id, own.id)
  const facts: IntroductionFacts = {
    recipientName: greetingName(row),
    appUrl: appUrl(),
    what: told.what,
    initiative: readPlain(found.name, row.locale),
    other: { name, body, kind, country, offers, seeks },
    email: told.what === 'made' ? other.email : undefined,
    words: found.words,
    until: found.expiresAt,
    url: `${appUrl()}/introductions/${link}`,
  }
  return { facts, secrets: [{ value: link, shown: '•••' }] }
}
