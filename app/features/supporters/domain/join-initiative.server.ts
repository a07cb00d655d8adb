import { eq } from 'drizzle-orm'
import { linkIdByCode } from '#app/features/links/domain/link-at.server.ts'
import { type Ask, askOf } from '#app/features/lists/domain/asking.ts'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import type { JoiningInput } from '#app/features/supporters/supporters.schema.ts'
import type { Context } from '#app/shared/context.ts'
import { mailboxKey } from '#app/shared/http/mailbox-key.ts'
import { countAttempts, isOwnMachine } from '#app/shared/http/rate-limit.server.ts'
import { wideNetwork } from '#app/shared/wide-network.ts'
import type { Transaction } from '#db/client.server.ts'
import { supporter } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import type { SupportedInitiative } from './initiative-of.server.ts'
import { type Asked, aboutOf, joinNewcomers } from './newcomers.server.ts'
import { askMail, toldMail } from './supporter-mail.server.ts'
import { lockSupporterAt, type Supporter } from './supporter-row.server.ts'

const limits = {
  network: { limit: 30, seconds: 3600 },
  // Behind a proxy that is not trusted everybody comes from this machine.
  ownMachine: { limit: 1000, seconds: 3600 },
  mailbox: { limit: 8, seconds: 86_400 },
}

/**
 * Somebody asks to join an initiative, for themselves or for a body. Nothing is so before the owner of the address opens
 * the mailed link and presses a button: one mail an address and day, so many an hour from one network. What is answered
 * is the same whether the address was known. `linkCode` is that of the counted link by which they came.
 */
export async function joinInitiative(
  ctx: Context,
  slug: string,
  input: JoiningInput,
  linkCode: string | null = null,
): Promise<void> {
  const network = isOwnMachine(ctx.source) ? limits.ownMachine : limits.network
  await countAttempts(
    { key: `supporter:network:${wideNetwork(ctx.source)}`, ...network },
    { key: `supporter:mailbox:${mailboxKey(input.email)}`, ...limits.mailbox },
  )
  const linkId = linkCode && (await linkIdByCode(linkCode))
  const outcome = await joinNewcomers(slug, { ctx, input, linkId })
  if (outcome.kind === 'refused') throw outcome.refusal
  if (outcome.kind === 'known') await withTransaction((tx) => askAgain(ctx, tx, outcome, input))
}

/** The address is known: what waits says what was typed last, and whoever joined hears that they did. */
async function askAgain(
  ctx: Context,
  tx: Transaction,
  { initiative, asked }: { initiative: SupportedInitiative; asked: Asked },
  input: JoiningInput,
): Promise<void> {
  const before = await lockSupporterAt(tx, initiative.id, input.email)
  // Erased in this moment, or removed: the answer is the same.
  if (!before || before.state === 'removed') return
  const { begins, mail } = askOf(standingOf(before), before, ctx.now)
  const own = eq(supporter.id, before.id)
  if (before.state === 'joined') {
    if (mail) await tx.update(supporter).set({ askedAt: ctx.now }).where(own)
  } else {
    const anew = begins ? { state: 'waiting' as const, leftAt: null, resentAt: null, joinedAt: null } : {}
    await tx
      .update(supporter)
      .set({
        ...asked,
        ...anew,
        ...mailed(mail, ctx.now),
        // Not the moment of another try: a mail a day is counted from the last that went.
        askedAt: mail ? ctx.now : before.askedAt,
        linkId: asked.linkId ?? before.linkId,
        revision: before.revision + 1,
      })
      .where(own)
  }
  if (mail === 'known') await queueMail(toldMail('known', before, { initiative }))
  else if (mail) await queueMail(askMail({ ...before, locale: asked.locale }, aboutOf(initiative, input)))
}

function standingOf({ state, mailedAt, resentAt }: Supporter) {
  return {
    state:
      state === 'joined'
        ? ('confirmed' as const)
        : state === 'left'
          ? ('left' as const)
          : ('waiting' as const),
    mailedAt,
    resentAt,
  }
}

function mailed(mail: Ask, now: Date) {
  if (mail === 'asked') return { mailedAt: now }
  return mail === 'again' ? { resentAt: now } : {}
}
