import { type ReactNode, useEffect, useRef } from 'react'
import type { ActPreview, PreviewedPerson } from '#app/features/acts/domain/act-preview.ts'
import { m } from '#app/paraglide/messages.js'
import { languageWord } from '#app/public/code-labels.ts'
import { extendFormMessages, messageFor } from '#app/shared/forms/form-messages.ts'
import { type FormErrors, type FormValues, faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { PersonName } from '#app/ui/texts/person-name.tsx'
import { kindNames } from './mail-labels.tsx'

extendFormMessages({ 'acts.hold.reason-missing': m['acts.hold.reason-missing'] })

type Refused = { errors: FormErrors; values: FormValues }
type ActPreviewPanelProps = {
  preview: ActPreview
  refused: Refused
  /** What the button says; the number of mails follows. Left out where the act is nothing but its mails. */
  action?: string
  /** What else the act does, besides the mails. */
  children?: ReactNode
}

/**
 * Stands inside the form of an act that was not done yet: who would be told what, word for word, whom to hold back, and
 * the button that does it. Nothing is stored in between; the form carries everything.
 */
export function ActPreviewPanel({ preview, refused, action, children }: ActPreviewPanelProps) {
  const head = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each preview is looked at anew
  useEffect(() => {
    head.current?.focus()
    head.current?.scrollIntoView({ block: 'start' })
  }, [preview])
  const { people, mails } = preview
  return (
    <section className="act-preview stack snug" aria-labelledby="act-preview">
      <input type="hidden" name="previewed" value={preview.print} />
      <h2 className="title-m" id="act-preview" tabIndex={-1} ref={head}>
        {mails > 0 ? m['acts.preview.title']({ count: mails }) : m['acts.preview.title-none']()}
      </h2>
      <p className="soft measure">{mails > 0 ? m['acts.preview.lead']() : m['acts.preview.lead-none']()}</p>
      {children}
      {people.length > 0 && (
        <ul className="recipients">
          {people.map((person) => (
            <Recipient key={person.key} person={person} refused={refused} />
          ))}
        </ul>
      )}
      <p className="cluster">
        <Button>{buttonText(action, mails)}</Button>
      </p>
    </section>
  )
}

function buttonText(action: string | undefined, mails: number): string {
  if (action === undefined) return m['acts.preview.send-only']({ count: mails })
  return mails > 0 ? m['acts.preview.send']({ action, count: mails }) : action
}

function Recipient({ person, refused }: { person: PreviewedPerson; refused: Refused }) {
  const [hold, reason] = [`hold.${person.key}`, `why.${person.key}`]
  const fault = faultAt(refused.errors, reason)
  return (
    <li id={`person-${person.key}`}>
      <p className="cluster">
        <strong>
          <PersonName name={person.name || person.email} />
        </strong>
        <span className="small soft">{person.email}</span>
        <Badge>{languageWord(person.locale)}</Badge>
      </p>
      <div className="notice-row">
        {person.mails.map((mail) => (
          <PreviewedMail key={mail.id} mail={mail} />
        ))}
        <div className="holding">
          <label className="cluster">
            <input type="checkbox" name={hold} defaultChecked={Boolean(valueAt(refused.values, hold))} />
            {m['publishing.hold.label']()}
          </label>
          <label className="holding-reason">
            <span className="visually-hidden">
              {m['acts.hold.reason-for']({ name: person.name || person.email })}
            </span>
            <input
              type="text"
              name={reason}
              maxLength={500}
              placeholder={m['publishing.hold.reason']()}
              defaultValue={String(valueAt(refused.values, reason) ?? '')}
              aria-invalid={fault ? true : undefined}
              aria-describedby={fault ? `fault-${person.key}` : undefined}
            />
          </label>
          {fault && (
            <p className="fault" id={`fault-${person.key}`}>
              {messageFor(fault.message)}
            </p>
          )}
        </div>
      </div>
    </li>
  )
}

function PreviewedMail({ mail }: { mail: PreviewedPerson['mails'][number] }) {
  if (!mail.words) {
    return (
      <p className="small">
        {kindNames[mail.kind]()}{' '}
        {mail.isUnwritable ? (
          <strong>{m['publishing.preview.unwritten']()}</strong>
        ) : (
          <span className="soft">{m['acts.preview.like-others']()}</span>
        )}
      </p>
    )
  }
  return (
    <details className="mail-words">
      <summary>
        <span lang={mail.locale}>{mail.words.subject}</span>
        <span className="mail-about small soft">{kindNames[mail.kind]()}</span>
      </summary>
      <pre lang={mail.locale}>{mail.words.text}</pre>
    </details>
  )
}
