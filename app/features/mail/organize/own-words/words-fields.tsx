import { PersonPicker, PickerScript } from '#app/organize/person-picker.tsx'
import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { type Locale, locales, type OwnWordKind } from '#app/shared/vocabulary.ts'
import { SelectField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { type Placeholder, placeholdersOf } from '#emails/placeholders.ts'
import { MailText } from '../../mail-text.tsx'

extendFormMessages({ 'mail.words.unknown': m['mail.words.unknown'] })

const meanings: Record<Placeholder, () => string> = {
  name: m['mail.words.placeholder.name'],
  event: m['mail.words.placeholder.event'],
  when: m['mail.words.placeholder.when'],
  place: m['mail.words.placeholder.place'],
  hosts: m['mail.words.placeholder.hosts'],
  category: m['mail.words.placeholder.category'],
  deadline: m['mail.words.placeholder.deadline'],
  session: m['mail.words.placeholder.session'],
}

type FieldsProps = {
  kind: OwnWordKind
  refused: Refused | undefined
  initial: Refused['values']
  stale: readonly string[]
}

/** Subject and first words in both languages, and what they may name. */
export function WordsFields({ kind, refused, initial, stale }: FieldsProps) {
  const tools = plainTools(refused, initial)
  return (
    <>
      <div className="stack tight">
        <p className="field-hint">{m['mail.words.placeholders']()}</p>
        <ul className="small">
          {placeholdersOf(kind).map((name) => (
            <li key={name}>
              <code>{`{${name}}`}</code> {meanings[name]()}
            </li>
          ))}
        </ul>
      </div>
      <TextPair
        tools={tools}
        name="subject"
        label={m['mail.words.subject']()}
        stale={stale.includes('subject')}
      />
      <TextPair
        tools={tools}
        name="opening"
        label={m['mail.words.opening']()}
        rows={6}
        hint={m['mail.words.opening-hint']()}
        stale={stale.includes('opening')}
      />
    </>
  )
}

type ReaderProps = { readers: readonly { id: string; name: string }[]; chosen: string }

export function ReaderField({ readers, chosen }: ReaderProps) {
  if (readers.length === 0) return null
  return (
    <>
      <PersonPicker>
        <SelectField
          name="shown"
          label={m['mail.words.reader']()}
          defaultValue={chosen}
          options={readers.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </PersonPicker>
      <PickerScript />
    </>
  )
}

type Shown = Record<Locale, { subject: string; text: string; html: string; calendar: string | null } | null>

/** The mails that an action answered with instead of saving. */
export function shownIn(refused: object | undefined): Shown | null {
  return (refused as { shown?: Shown } | undefined)?.shown ?? null
}

const languageNames: Record<Locale, () => string> = {
  vi: m['mail.words.in-vietnamese'],
  en: m['mail.words.in-english'],
}

export function ShownMails({ mails }: { mails: Shown }) {
  return (
    <section className="stack" aria-labelledby="shown">
      <h2 className="title-m" id="shown">
        {m['mail.words.shown']()}
      </h2>
      <Notice live>{mails.vi || mails.en ? m['mail.words.not-saved']() : m['mail.words.not-shown']()}</Notice>
      {locales.map((locale) => {
        const mail = mails[locale]
        if (!mail) return null
        return (
          <section className="stack snug" key={locale}>
            <h3 className="title-s">
              {languageNames[locale]()}: <span lang={locale}>{mail.subject}</span>
            </h3>
            <MailText text={{ ...mail, calendar: null }} locale={locale} isSent={false} />
          </section>
        )
      })}
    </section>
  )
}
