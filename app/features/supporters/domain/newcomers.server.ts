import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import type { JoiningInput } from '#app/features/supporters/supporters.schema.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { grouped } from '#app/shared/grouped.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { rowsOf } from '#db/rows-of.server.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { consentTexts, textsKey } from './consent-texts.server.ts'
import { getJoinable, type SupportedInitiative } from './initiative-of.server.ts'
import { nameOrder } from './name-order.ts'
import { askMail } from './supporter-mail.server.ts'
import { agreedColumns } from './supporter-row.server.ts'

type Newcomer = { ctx: Context; input: JoiningInput; linkId: string | null }
export type Asked = Awaited<ReturnType<typeof askedColumns>>
type Outcome =
  | { kind: 'new' }
  | { kind: 'known'; initiative: SupportedInitiative; asked: Asked }
  | { kind: 'refused'; refusal: Refusal }

/**
 * Writes down who is new to an initiative, by its slug, with the mails that ask them: all who come in the same moment in
 * one transaction, since each row counts in one of few counters. Whoever is known already is told so and left alone.
 */
export const joinNewcomers = grouped(async (slug: string, came: Newcomer[]): Promise<Outcome[]> => {
  const initiative = await getJoinable(slug)
  const key = textsKey(consentTexts(initiative))
  const welcome = came.filter(({ input }) => input.texts === key)
  const asking =
    welcome.length > 0 ? await withTransaction((tx) => askNewcomers(tx, initiative, welcome)) : []
  return came.map((one) => asking[welcome.indexOf(one)] ?? wordsChanged())
})

function wordsChanged(): Outcome {
  return { kind: 'refused', refusal: new Refusal('supporter-texts-changed', 'state') }
}

type Row = { id: string; input: JoiningInput; asked: Asked }

async function askNewcomers(
  tx: Transaction,
  initiative: SupportedInitiative,
  came: Newcomer[],
): Promise<Outcome[]> {
  const rows: Row[] = []
  for (const one of came)
    rows.push({ id: randomUUID(), input: one.input, asked: await askedColumns(tx, initiative, one) })
  const added = await insertWaiting(tx, initiative.id, rows)
  const mails = rows
    .filter(({ id }) => added.has(id))
    .map(({ id, input, asked }) => askMail({ ...asked, id, email: input.email }, aboutOf(initiative, input)))
  await queueMail(...mails)
  return rows.map(({ id, asked }) => (added.has(id) ? { kind: 'new' } : { kind: 'known', initiative, asked }))
}

/** What the form said, as it is stored while its owner has not confirmed it. */
async function askedColumns(
  tx: Transaction,
  initiative: SupportedInitiative,
  { ctx, input, linkId }: Newcomer,
) {
  const { name, body, kind, country, offers, seeks, language, listed, news } = input
  const order = nameOrder(name, body)
  return {
    name,
    body,
    kind,
    country,
    offers,
    seeks,
    locale: language,
    linkId,
    orderVi: order.vi,
    orderEn: order.en,
    askedAt: ctx.now,
    ...(await agreedColumns(ctx, tx, initiative, { listed, news })),
  }
}

const columns = {
  id: 'uuid',
  email: 'text',
  name: 'text',
  body: 'text',
  kind: 'text',
  country: 'text',
  offers: 'text',
  seeks: 'text',
  locale: 'text',
  linkId: 'uuid',
  askedAt: 'timestamptz',
  listedTextId: 'uuid',
  listedLocale: 'text',
  newsTextId: 'uuid',
  newsLocale: 'text',
  orderVi: 'text',
  orderEn: 'text',
} as const

/** Inserts those whose address is new, and answers their ids. */
async function insertWaiting(tx: Transaction, initiativeId: string, rows: Row[]): Promise<Set<string>> {
  const one = rowsOf(
    'one',
    columns,
    rows.map(({ id, input, asked }) => ({ id, email: input.email, ...asked })),
  )
  // In order of address: two groups, of two processes, wait for each other in one direction only.
  const added = await tx.execute<{ id: string }>(sql`
    insert into supporter (id, initiative_id, email, name, body, kind, country, offers, seeks, locale, link_id, asked_at,
      mailed_at, created_at, listed_text_id, listed_locale, news_text_id, news_locale, order_vi, order_en)
    select ${one.id}, ${initiativeId}, ${one.email}, ${one.name}, ${one.body}, ${one.kind}, ${one.country}, ${one.offers},
      ${one.seeks}, ${one.locale}, ${one.linkId}, ${one.askedAt}, ${one.askedAt}, ${one.askedAt}, ${one.listedTextId},
      ${one.listedLocale}, ${one.newsTextId}, ${one.newsLocale}, ${one.orderVi}, ${one.orderEn}
    from ${one.rows}
    order by lower(${one.email})
    on conflict do nothing
    returning id`)
  return new Set(added.map(({ id }) => id))
}

/** What a mail that asks says: the initiative, and the words that were agreed to. */
export function aboutOf(
  initiative: SupportedInitiative,
  { listed, news }: Pick<JoiningInput, 'listed' | 'news'>,
) {
  const texts = consentTexts(initiative)
  return { initiative, agreed: [...(listed ? [texts.listed] : []), ...(news ? [texts.news] : [])] }
}
