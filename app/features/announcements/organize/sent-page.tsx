import { DeskPage } from '#app/organize/desk-page.tsx'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { languageWord } from '#app/public/code-labels.ts'
import { missingIn, type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import { locales } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { type MarkTone, StateMark } from '#app/ui/state-mark.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { TranslatedProse } from '#app/ui/texts/translated.tsx'
import { fateName, groupName } from '../announcement-labels.ts'
import type { RecipientRow } from '../domain/announcements.server.ts'
import type { Ledger, RecipientFate } from '../domain/ledger.ts'
import { BackToList, LedgerLine } from './announcement-parts.tsx'

type Sent = {
  id: string
  text: TranslatedText
  isPublic: boolean
  sentAt: Date
  sentByName: string
  sameAddress: number
  withoutAddress: number
  ledger: Ledger
  recipients: readonly RecipientRow[]
  timeZone: string
}

/** An announcement that was sent: what became of it, whom it went to, and what it said. */
export function SentPage({ subject, sent }: { subject: TranslatedText; sent: Sent }) {
  const event = `/organize/events/${useEventFrame().slug}`
  const locale = getLocale()
  const { id, isPublic, ledger, recipients, sameAddress, withoutAddress } = sent
  const time = formatDateTime(sent.sentAt, sent.timeZone, locale)
  return (
    <DeskPage
      title={textIn(subject, locale)}
      actions={
        <form method="post" action={`${event}/announcements/${id}/showing`}>
          <input type="hidden" name="isPublic" value={isPublic ? '' : 'on'} />
          <Button variant="quiet">
            {isPublic ? m['announcements.page.hide']() : m['announcements.page.show']()}
          </Button>
        </form>
      }
    >
      <BackToList />
      <p>
        {m['announcements.page.sent-by']({ name: sent.sentByName, time })}{' '}
        {isPublic && m['announcements.page.shown']()}
      </p>
      <section className="stack snug" aria-labelledby="ledger">
        <h2 className="title-m" id="ledger">
          {m['announcements.ledger.title']()}
        </h2>
        <p>
          <strong>
            <LedgerLine ledger={ledger} />
          </strong>
        </p>
        {sameAddress > 0 && <p>{m['announcements.ledger.same-address']({ count: sameAddress })}</p>}
        {withoutAddress > 0 && <p>{m['announcements.ledger.without-address']({ count: withoutAddress })}</p>}
        <DataTable
          caption={m['announcements.check.names']()}
          captionHidden
          columns={columns(event)}
          rows={recipients}
          rowKey={(row) => row.id}
        />
        {recipients.length < ledger.recipients && (
          <p className="soft">{m['announcements.ledger.first']({ count: String(recipients.length) })}</p>
        )}
        <p>
          <a href={`${event}/outbox`}>{m['announcements.ledger.outbox']()}</a>
        </p>
      </section>
      <section className="stack snug" aria-labelledby="words">
        <h2 className="title-m" id="words">
          {m['announcements.page.words']()}
        </h2>
        {locales
          .filter((one) => one !== missingIn(sent.text))
          .map((one) => (
            <article key={one} className="stack tight" lang={one}>
              <h3 className="title-s">{textIn(subject, one)}</h3>
              <TranslatedProse value={sent.text} locale={one} />
            </article>
          ))}
      </section>
    </DeskPage>
  )
}

const tones: Record<RecipientFate, MarkTone> = {
  sent: 'good',
  waiting: 'care',
  failed: 'bad',
  suppressed: 'bad',
  'left-out': 'plain',
  erased: 'plain',
}

function columns(event: string): Column<RecipientRow>[] {
  return [
    {
      key: 'name',
      header: m['mail.outbox.recipient'](),
      names: true,
      cell: ({ name, email, group }) => (
        <>
          <PersonName name={name || email || groupName(group)} />
          {name && email && <div className="small soft">{email}</div>}
        </>
      ),
    },
    { key: 'group', header: m['announcements.list.for'](), cell: ({ group }) => groupName(group) },
    {
      key: 'language',
      header: m['registration.list.language'](),
      cell: ({ locale }) => languageWord(locale),
    },
    {
      key: 'fate',
      header: m['announcements.list.state'](),
      cell: ({ fate, mailId }) => {
        const mark = <StateMark tone={tones[fate]}>{fateName(fate)}</StateMark>
        return mailId ? <a href={`${event}/outbox/${mailId}`}>{mark}</a> : mark
      },
    },
  ]
}
