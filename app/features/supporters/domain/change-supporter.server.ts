import { eq } from 'drizzle-orm'
import { leaveNews } from '#app/features/lists/domain/initiative-news.server.ts'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import type { SupportingInput } from '#app/features/supporters/supporters.schema.ts'
import { recordActivity } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal, SavedByOther } from '#app/shared/errors.ts'
import { pageChanged, pageTag } from '#app/shared/pages/page-changes.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { supporter, supporterLogo } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { consentTexts, textsKey } from './consent-texts.server.ts'
import { initiativeOf, type SupportedInitiative } from './initiative-of.server.ts'
import { nameOrder } from './name-order.ts'
import { startNews } from './news.server.ts'
import { toldMail } from './supporter-mail.server.ts'
import { agreedColumns, lockSupporter, type Supporter } from './supporter-row.server.ts'

const fieldsOf = ['name', 'body', 'kind', 'country', 'offers', 'seeks', 'locale'] as const

/**
 * A supporter says anew what they are and what they agree to; a consent that they give now is to the words of now. They
 * are told by mail. Answers whether anything changed.
 */
export async function changeSupporter(ctx: Context, id: string, input: SupportingInput): Promise<boolean> {
  return withTransaction(async (tx) => {
    const before = await lockSupporter(tx, id)
    if (before?.state !== 'joined') throw new Refusal('supporter-link-gone', 'state')
    if (before.revision !== input.revision) throw new SavedByOther({ ...before })
    const initiative = await initiativeOf(before.initiativeId)
    const { name, body, kind, country, offers, seeks, language: locale } = input
    const details = { name, body, kind, country, offers, seeks, locale }
    const changed: string[] = fieldsOf.filter((field) => before[field] !== details[field])
    const isListed = before.listedAt !== null
    const hasNews = before.newsAt !== null
    if (isListed !== input.listed) changed.push('listed')
    if (hasNews !== input.news) changed.push('news')
    if (changed.length === 0) return false
    const gives = { listed: input.listed && !isListed, news: input.news && !hasNews }
    if ((gives.listed || gives.news) && input.texts !== textsKey(consentTexts(initiative)))
      throw new Refusal('supporter-texts-changed', 'state')
    const order = nameOrder(name, body)
    await tx
      .update(supporter)
      .set({
        ...details,
        orderVi: order.vi,
        orderEn: order.en,
        revision: before.revision + 1,
        ...(await consentColumns(ctx, tx, initiative, { gives, input })),
      })
      .where(eq(supporter.id, id))
    // A sign under another name is looked at again.
    if (changed.includes('body'))
      await tx.update(supporterLogo).set({ shownAt: null }).where(eq(supporterLogo.supporterId, id))
    await followNews(ctx, tx, initiative, { before, now: { ...before, ...details }, wishes: input.news })
    await queueMail(toldMail('changed', { ...before, ...details }, { initiative }))
    await recordActivity(ctx, {
      verb: 'supporter.changed',
      initiativeId: initiative.id,
      subjectId: id,
      subjectName: body || name,
      details: { fields: changed },
    })
    await pageChanged(pageTag.initiative(initiative.id))
    return true
  })
}

type Consents = Record<'listed' | 'news', boolean>

/** Only what is given now gets the words of now; what is taken back keeps those it was given by. */
async function consentColumns(
  ctx: Context,
  tx: Transaction,
  initiative: SupportedInitiative,
  { gives, input }: { gives: Consents; input: Consents },
) {
  const { listedTextId, listedLocale, newsTextId, newsLocale } = await agreedColumns(
    ctx,
    tx,
    initiative,
    gives,
  )
  return {
    ...(gives.listed && { listedTextId, listedLocale, listedAt: ctx.now }),
    ...(gives.news && { newsTextId, newsLocale, newsAt: ctx.now }),
    ...(!input.listed && { listedAt: null }),
    ...(!input.news && { newsAt: null }),
  }
}

/** The lists of news follow: joined, left, or known by other words. */
async function followNews(
  ctx: Context,
  tx: Transaction,
  initiative: SupportedInitiative,
  { before, now, wishes }: { before: Supporter; now: Supporter; wishes: boolean },
): Promise<void> {
  if (wishes) await startNews(ctx, tx, initiative, { supporter: now, isNew: before.newsAt === null })
  else if (before.newsAt)
    await leaveNews(tx, { initiativeId: initiative.id, email: before.email, now: ctx.now })
}
