import { failureSentence, kindNames, MailState } from '#app/organize/mail-labels.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatDateTime } from '#app/shared/time/format.ts'
import type { MailKind, OutboxState } from '#app/shared/vocabulary.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'

type Mail = {
  kind: MailKind
  state: OutboxState
  recipientName: string
  recipientEmail: string
  messageId: string
  attempts: number
  lastError: string | null
  createdAt: Date
  nextAttemptAt: Date
  sentAt: Date | null
}
type MailFactsProps = { mail: Mail; from: string; replyTo: string | null; timeZone: string }

/** The envelope of a mail and what happened to it. */
export function MailFacts({ mail, from, replyTo, timeZone }: MailFactsProps) {
  const at = (date: Date) => (
    <time className="figures" dateTime={date.toISOString()}>
      {formatDateTime(date, timeZone, getLocale())}
    </time>
  )
  return (
    <DescriptionList
      entries={[
        { term: m['mail.outbox.state'](), value: <MailState state={mail.state} /> },
        { term: m['mail.outbox.last-error'](), value: mail.lastError && failureSentence(mail.lastError) },
        { term: m['mail.outbox.kind'](), value: kindNames[mail.kind]() },
        { term: m['mail.outbox.recipient'](), value: `${mail.recipientName} <${mail.recipientEmail}>` },
        { term: m['mail.outbox.from'](), value: from },
        { term: m['mail.outbox.reply-to'](), value: replyTo },
        { term: m['mail.outbox.queued-at'](), value: at(mail.createdAt) },
        { term: m['mail.outbox.attempts'](), value: String(mail.attempts) },
        {
          term: m['mail.outbox.next-attempt'](),
          value: mail.state === 'queued' ? at(mail.nextAttemptAt) : null,
        },
        { term: m['mail.outbox.sent-at'](), value: mail.sentAt && at(mail.sentAt) },
        { term: 'Message-ID', value: <code>{mail.messageId}</code> },
      ]}
    />
  )
}
