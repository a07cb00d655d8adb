import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { StoredFacts } from '#app/features/mail/domain/facts/stored-facts.ts'
import { type NewMail, queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Context } from '#app/shared/context.ts'
import type { Transaction } from '#db/client.server.ts'
import { rowsOf } from '#db/rows-of.server.ts'
import type { Notice } from './plan-notices.ts'
import { ensureSpeaking } from './speaking-link.server.ts'

type Owed = Notice & { to: Notice['to'] & { email: string } }
type Version = { id: string; uid: string }
type Letter = { eventId: string; notices: Notice[]; number?: number; reason?: string; by?: 'event' }

/**
 * Writes what each person is told now: the version of the invitation and its mail, with a copy for the assistant, in
 * the transaction that caused them. Whoever has no address is left as they were, and so is told later.
 */
export async function sendNotices(
  ctx: Context,
  tx: Transaction,
  { eventId, notices, number, reason, by }: Letter,
): Promise<{ told: number }> {
  const owed = notices.filter((notice): notice is Owed => notice.to.email !== null)
  if (owed.length === 0) return { told: 0 }
  await ensureSpeaking(
    tx,
    eventId,
    owed.map(({ personId }) => personId),
  )
  const versions = await writeVersions(tx, owed, ctx.now)
  const mails = owed.flatMap((notice, at) => {
    const version = versions[at]
    if (!version) return []
    const { method, sequence, sent, before, answer } = notice
    const calendar = { method, uid: version.uid, sequence, issuedAt: ctx.now.toISOString() }
    const facts = {
      calendar,
      invited: { sent, before, answer },
      ...(number && { number }),
      ...(by && { by }),
    }
    return mailsOf(notice, {
      eventId,
      invitationId: version.id,
      facts: { ...facts, ...(reason && { reason }) },
    })
  })
  await queueMail(...mails)
  return { told: owed.length }
}

/** The mail to the person and, under another link, the same for the assistant. */
function mailsOf(
  { kind, personId, to }: Owed,
  about: { eventId: string; invitationId: string; facts: StoredFacts },
): NewMail[] {
  const mail = (holder: 'person' | 'assistant', recipientName: string, recipientEmail: string): NewMail => ({
    ...about,
    kind: `speaker-${kind}`,
    locale: to.locale,
    recipientName,
    recipientEmail,
    facts: { ...about.facts, speaking: { personId, holder } },
  })
  const own = mail('person', to.name, to.email)
  if (!to.assistantEmail || to.assistantEmail.toLowerCase() === to.email.toLowerCase()) return [own]
  return [own, mail('assistant', assistantName(to), to.assistantEmail)]
}

/** How the assistant is addressed, of whom we know nothing but an address. */
export function assistantName({ name, locale }: Pick<Notice['to'], 'name' | 'locale'>): string {
  return m['mail.speaking.assistant-of']({ speaker: name }, { locale })
}

const versionColumns = {
  id: 'uuid',
  uid: 'text',
  personId: 'uuid',
  sessionId: 'uuid',
  sequence: 'int',
  answer: 'text',
  email: 'text',
  sent: 'jsonb',
  cancelled: 'boolean',
} as const

/** One statement for all, in the order of the notices; a pair that has a row keeps its UID for good. */
async function writeVersions(tx: Transaction, owed: Owed[], now: Date): Promise<Version[]> {
  const wanted = owed.map((notice) => ({
    id: notice.invitationId ?? randomUUID(),
    uid: randomUUID(),
    personId: notice.personId,
    sessionId: notice.sessionId,
    sequence: notice.sequence,
    answer: notice.answer,
    email: notice.to.email,
    sent: notice.sent,
    cancelled: notice.kind === 'cancelled',
  }))
  const w = rowsOf('w', versionColumns, wanted)
  const stamp = sql`${now.toISOString()}::timestamptz`
  const rows = await tx.execute(sql`
    insert into invitation as i (id, uid, person_id, session_id, sequence, issued_at, cancelled_at, answer, email, sent)
    select ${w.id}, ${w.uid}, ${w.personId}, ${w.sessionId}, ${w.sequence}, ${stamp},
      case when ${w.cancelled} then ${stamp} end, ${w.answer}, ${w.email}, ${w.sent}
    from ${w.rows}
    order by ${w.id}
    on conflict (id) do update set sequence = excluded.sequence, issued_at = excluded.issued_at,
      cancelled_at = excluded.cancelled_at, answer = excluded.answer, email = excluded.email, sent = excluded.sent,
      answered_at = case when excluded.answer = 'needs-action' then null else i.answered_at end,
      answer_way = case when excluded.answer = 'needs-action' then null else i.answer_way end,
      answer_note = case when excluded.answer = 'needs-action' then null else i.answer_note end
    returning i.id, i.uid`)
  const uids = new Map(rows.map((row) => [row.id as string, row.uid as string]))
  return wanted.map(({ id }) => ({ id, uid: uids.get(id) ?? '' }))
}
