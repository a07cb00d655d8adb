import { and, eq, sql } from 'drizzle-orm'
import { findMailBasis } from '#app/features/mail/domain/facts/mail-basis.server.ts'
import { previewMail } from '#app/features/mail/domain/preview-mail.server.ts'
import { actorColumns } from '#app/shared/activity/record-activity.server.ts'
import type { Context } from '#app/shared/context.ts'
import { env } from '#app/shared/env.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { act, actChange, outbox } from '#db/schema/index.ts'
import { inTransaction, withTransaction } from '#db/transaction.server.ts'
import { type ActPreview, type Answered, fingerprintOf, peopleOf, personKey } from './act-preview.ts'

export type NewAct = {
  /** As the activity calls it. */
  verb: string
  subjectName?: string
  /** Seats that it frees are offered only when it can no longer be taken back. */
  freesSeats?: boolean
} & ({ eventId: string } | { organizationId: string } | { initiativeId: string })

export type Performed<T, Seen> =
  /** Without an act nothing was changed and nobody is mailed: there is nothing to take back. */
  { done: true; result: T; actId: string | null } | { done: false; preview: ActPreview; seen: Seen }

type Options<T, Seen> = {
  act: NewAct
  answered: Answered
  /** The verb, or several of them. */
  work: () => Promise<T>
  /** What the preview shows beside the mails, read while everything is done; with it nothing is done unasked. */
  look?: (result: T) => Promise<Seen | null>
  /** What is counted only when it comes true, and stays counted: an attempt of a limit. It may refuse. */
  admit?: () => Promise<void>
}

/** So many mails are written out in a preview; of what goes beyond, one a kind and language. */
const mostWritten = 120

/**
 * Runs a verb so that it can be taken back for a minute, its mails held as long. One that mails more than one person is
 * shown first: everything is done, read and taken back, so that the mails shown are those that would go; the
 * organizer's answer (`answered.seen`) lets the same come true.
 */
export async function performAct<T, Seen = null>(
  ctx: Context,
  { act: wanted, answered, work, look, admit }: Options<T, Seen>,
): Promise<Performed<T, Seen>> {
  if (inTransaction()) throw new Error('An act would take back what is around it')
  const shown: { preview: ActPreview | null; seen: Seen | null } = { preview: null, seen: null }
  const over = new Error('The rehearsal is over')
  try {
    return await withTransaction(async (tx) => {
      const actId = await beginAct(ctx, tx, wanted)
      const result = await work()
      const rows = await tx.select().from(outbox).where(eq(outbox.actId, actId))
      const print = fingerprintOf(rows)
      const seen = look ? await look(result) : null
      const isMany = peopleOf(rows).size > 1 || seen !== null
      if (isMany && (answered.seen !== print || !answered.complete)) {
        shown.preview = await previewOf(rows, print)
        shown.seen = seen
        throw over
      }
      if (rows.length === 0 && (await dropIfNothing(tx, actId))) {
        return { done: true as const, result, actId: null }
      }
      await admit?.()
      await endAct(tx, actId, rows, answered)
      return { done: true as const, result, actId }
    })
  } catch (error) {
    if (error !== over || !shown.preview) throw error
    return { done: false, preview: shown.preview, seen: shown.seen as Seen }
  }
}

/** The same for a verb whose own page has shown its mails already, as publishing an agenda does. */
export async function performSeenAct<T>(
  ctx: Context,
  { act: wanted, work }: Pick<Options<T, null>, 'act' | 'work'>,
): Promise<T> {
  return withTransaction(async (tx) => {
    const actId = await beginAct(ctx, tx, wanted)
    const result = await work()
    const mails = await tx.$count(outbox, eq(outbox.actId, actId))
    if (mails === 0 && (await dropIfNothing(tx, actId))) return result
    await tx.update(act).set({ mails }).where(eq(act.id, actId))
    await tx.execute(sql`select set_config('bantron.act', '', true)`)
    return result
  })
}

async function beginAct(ctx: Context, tx: Transaction, wanted: NewAct): Promise<string> {
  // Without a minute to wait for, seats are offered on at once.
  const freesSeats = wanted.freesSeats === true && env().UNDO_SECONDS > 0
  const heldUntil = sql`clock_timestamp() + make_interval(secs => ${env().UNDO_SECONDS})`
  const [made] = await tx
    .insert(act)
    .values({ ...wanted, ...actorColumns(ctx), heldUntil, freesSeats, createdAt: ctx.now })
    .returning({ id: act.id })
  const id = made?.id ?? ''
  await tx.execute(sql`select set_config('bantron.act', ${id}, true)`)
  return id
}

/** An act that left every row as it was is none; answers whether it was. */
async function dropIfNothing(tx: Transaction, actId: string): Promise<boolean> {
  const changed = sql`${actChange.before} is distinct from ${actChange.after}`
  if ((await tx.$count(actChange, and(eq(actChange.actId, actId), changed))) > 0) return false
  await tx.execute(sql`select set_config('bantron.act', '', true)`)
  await tx.delete(act).where(eq(act.id, actId))
  return true
}

/** Takes out the mails of those who are held back, and lets what follows in this transaction be none of the act's. */
async function endAct(
  tx: Transaction,
  actId: string,
  rows: (typeof outbox.$inferSelect)[],
  { heldBack }: Answered,
): Promise<void> {
  const held = rows.filter((row) => heldBack.has(personKey(row.recipientEmail)))
  for (const row of held) await tx.delete(outbox).where(eq(outbox.id, row.id))
  const people = new Map(held.map((row) => [personKey(row.recipientEmail), row]))
  const named = [...people].map(([key, row]) => ({
    name: row.recipientName,
    email: row.recipientEmail,
    reason: heldBack.get(key) ?? '',
  }))
  await tx
    .update(act)
    .set({ mails: rows.length - held.length, heldBack: named })
    .where(eq(act.id, actId))
  await tx.execute(sql`select set_config('bantron.act', '', true)`)
}

async function previewOf(rows: (typeof outbox.$inferSelect)[], print: string): Promise<ActPreview> {
  const basis = await findMailBasis(rows)
  const shown = new Set<string>()
  const people = new Map<string, ActPreview['people'][number]>()
  for (const row of rows) {
    const { id, kind, locale, recipientName, recipientEmail } = row
    const like = `${kind} ${locale}`
    const isWritten = rows.length <= mostWritten || !shown.has(like)
    shown.add(like)
    const key = personKey(recipientEmail)
    const person = people.get(key) ?? { key, name: recipientName, email: recipientEmail, locale, mails: [] }
    people.set(key, person)
    const { text = null, failure = null } = isWritten ? await previewMail(row, basis) : {}
    const words = text && { subject: text.subject, text: text.text }
    person.mails.push({ id, kind, locale, words, isUnwritable: failure !== null })
  }
  return {
    print,
    mails: rows.length,
    people: [...people.values()].sort((a, b) => byVietnameseRules.compare(a.name, b.name)),
  }
}

const byVietnameseRules = new Intl.Collator('vi')
