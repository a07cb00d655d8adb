import { kindNames } from '#app/organize/mail-labels.tsx'
import { m } from '#app/paraglide/messages.js'
import { languageWord } from '#app/public/code-labels.ts'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import type { FormErrors, FormValues } from '#app/shared/forms/form-values.ts'
import { faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { Badge } from '#app/ui/badge.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import type { NoticeView, RecipientView } from './publication-view.server.ts'

type Refused = { errors: FormErrors; values: FormValues } | undefined
type RecipientsProps = {
  recipients: RecipientView[]
  refused: Refused
  /** Where the mails of a person are written out, when there are too many for one page. */
  hrefOf: (personId: string) => string
}

/** Who would be told what, person by person: each mail as it will be sent, and a box to hold it back. */
export function Recipients({ recipients, refused, hrefOf }: RecipientsProps) {
  if (recipients.length === 0) return <p className="soft">{m['publishing.preview.no-mails']()}</p>
  return (
    <>
      <p className="soft measure">{m['publishing.preview.mails-how']()}</p>
      <ul className="recipients">
        {recipients.map((person) => (
          <li key={person.id} id={`person-${person.id}`}>
            <p className="cluster">
              <strong>
                <PersonName name={person.name} />
              </strong>
              <Badge>{languageWord(person.locale as Locale)}</Badge>
            </p>
            {person.notices.map((notice) => (
              <NoticeRow key={notice.key} notice={notice} refused={refused} href={hrefOf(person.id)} />
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

function NoticeRow({ notice, refused, href }: { notice: NoticeView; refused: Refused; href: string }) {
  return (
    <div className="notice-row">
      {notice.mails.map((mail) => (
        <MailRow key={mail.id} mail={mail} title={notice.title} href={href} />
      ))}
      {notice.mayHold && <Holding notice={notice} refused={refused} />}
    </div>
  )
}

function MailRow({ mail, title, href }: { mail: NoticeView['mails'][number]; title: string; href: string }) {
  const about = `${kindNames[mail.kind]()} · ${mail.email}`
  if (!mail.words) {
    return (
      <p className="small">
        {about} · {title}{' '}
        {mail.isWritten ? (
          <strong>{m['publishing.preview.unwritten']()}</strong>
        ) : (
          <a href={href}>{m['publishing.preview.read']()}</a>
        )}
      </p>
    )
  }
  return (
    <details className="mail-words">
      <summary>
        <span lang={mail.locale}>{mail.words.subject}</span>
        <span className="mail-about small soft">{about}</span>
      </summary>
      <pre lang={mail.locale}>{mail.words.text}</pre>
    </details>
  )
}

function Holding({ notice, refused }: { notice: NoticeView; refused: Refused }) {
  const [hold, reason] = [`hold.${notice.key}`, `reason.${notice.key}`]
  const fault = faultAt(refused?.errors, reason)
  return (
    <div className="holding">
      <label className="cluster">
        <input type="checkbox" name={hold} defaultChecked={Boolean(valueAt(refused?.values, hold))} />
        {m['publishing.hold.label']()}
      </label>
      <label className="holding-reason">
        <span className="visually-hidden">{m['publishing.hold.reason-for']({ session: notice.title })}</span>
        <input
          type="text"
          name={reason}
          maxLength={500}
          placeholder={m['publishing.hold.reason']()}
          defaultValue={String(valueAt(refused?.values, reason) ?? '')}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `fault-${notice.key}` : undefined}
        />
      </label>
      {fault && (
        <p className="fault" id={`fault-${notice.key}`}>
          {messageFor(fault.message)}
        </p>
      )}
    </div>
  )
}
