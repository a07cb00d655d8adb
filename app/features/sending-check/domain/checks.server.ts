import { randomUUID } from 'node:crypto'
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { returnAddress } from '#app/features/mail/domain/return-address.server.ts'
import { actorColumns } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { env } from '#app/shared/env.server.ts'
import { log } from '#app/shared/http/log.server.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { sendingCheck } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { requireAdministrator } from './administrator.server.ts'
import { lookAtAdvertising } from './advertising.server.ts'
import { httpsDns } from './dns/https-dns.server.ts'
import { resolverDns } from './dns/resolver-dns.server.ts'
import { type Finding, isGreen } from './findings.ts'
import { listKeys, markPublished, sendingDomains, stopSigning } from './keys.server.ts'
import { type LookedAt, look, type Ways } from './look.server.ts'
import { probeTls } from './mail-host.server.ts'

export type SendingCheck = typeof sendingCheck.$inferSelect
const mostListed = 20
/** So many mails of one campaign go without a look at what other hosts make of them. */
export const fewMails = 200

/** What a look is stored under: one at other domains says nothing of these. */
const lookedAtDomains = () => sendingDomains().join(' ')

/** The looks at our sending domains so far, the latest first. */
export async function listChecks(ctx: Context): Promise<SendingCheck[]> {
  await requireAdministrator(ctx)
  return database()
    .select()
    .from(sendingCheck)
    .where(eq(sendingCheck.domain, lookedAtDomains()))
    .orderBy(desc(sendingCheck.startedAt))
    .limit(mostListed)
}

/**
 * Begins a look and keeps what it finds; nobody has to wait for it. `done` says when it is over, whatever came of it: a
 * fault of ours is logged, and the look stays unfinished.
 */
export async function startCheck(
  ctx: Context,
  ways: Ways = ownWays(),
): Promise<{ id: string; done: Promise<void> }> {
  await requireAdministrator(ctx)
  if (ctx.actor.kind === 'account')
    await countAttempt(`sending-check:${ctx.actor.accountId}`, { limit: 30, seconds: 3600 })
  const domain = lookedAtDomains()
  const [begun] = await database()
    .insert(sendingCheck)
    .values({ domain, startedByName: actorColumns(ctx).actorName, startedAt: ctx.now })
    .returning({ id: sendingCheck.id })
  const id = begun?.id ?? ''
  const done = finishCheck(id, ways).catch((error) => {
    log().error({ err: error, check: id }, 'the sending check was not finished')
  })
  return { id, done }
}

async function finishCheck(id: string, ways: Ways): Promise<void> {
  const findings = await look(await lookedAt(), ways)
  await keepKeys(findings)
  await database()
    .update(sendingCheck)
    .set({ findings, isGreen: isGreen(findings), finishedAt: new Date() })
    .where(eq(sendingCheck.id, id))
}

async function lookedAt(): Promise<LookedAt> {
  const { SMTP_URL } = env()
  const domains = []
  for (const domain of sendingDomains()) {
    const keys = await listKeys(domain)
    domains.push({
      domain,
      keys: keys.map(({ publishedAt, ...key }) => ({ ...key, signs: publishedAt !== null })),
    })
  }
  return {
    domains,
    envelope: returnAddress(randomUUID()).replace(/^.*@/, '').toLowerCase(),
    mailHost: SMTP_URL ? new URL(SMTP_URL).hostname.replace(/^\[|\]$/g, '') : null,
    advertising: await lookAtAdvertising(),
  }
}

/** A key signs while its record is there: not before, and not when it was taken away. */
async function keepKeys(findings: readonly Finding[]): Promise<void> {
  const isGone = ['dkim-missing', 'dkim-many', 'dkim-revoked', 'dkim-differs', 'dkim-broken']
  for (const { part, code, facts } of findings) {
    if (part !== 'dkim') continue
    if (code === 'dkim-ok') await markPublished(facts.key ?? '', new Date())
    else if (isGone.includes(code))
      for (const { id } of await listKeys(facts.domain ?? '')) await stopSigning(id)
  }
}

function ownWays(): Ways {
  const { DNS_OVER_HTTPS, SMTP_URL } = env()
  return {
    dns: DNS_OVER_HTTPS ? httpsDns(DNS_OVER_HTTPS) : resolverDns(),
    tls: () => probeTls(SMTP_URL ?? ''),
  }
}

/**
 * Whether so many mails of one campaign may go: a few always, more only while the last look at our sending was green.
 * Mail that is written to files reaches nobody.
 */
export async function mayMailMany(count: number): Promise<boolean> {
  if (count <= fewMails || !env().SMTP_URL) return true
  const [last] = await database()
    .select({ isGreen: sendingCheck.isGreen })
    .from(sendingCheck)
    .where(and(eq(sendingCheck.domain, lookedAtDomains()), isNotNull(sendingCheck.finishedAt)))
    .orderBy(desc(sendingCheck.startedAt))
    .limit(1)
  return last?.isGreen ?? false
}
