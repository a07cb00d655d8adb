import { m } from '#app/paraglide/messages.js'
import { readPlain, type TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { CheckboxField } from '#app/ui/fields/field.tsx'

export type OfferedList = { id: string; consent: { id: string; text: TranslatedText } }
type Props = { lists: OfferedList[]; locale: Locale; ticked: unknown }

/** The lists of the hosts, each by a box that nobody ticked for anybody; its words are what is agreed to. */
export function ListBoxes({ lists, locale, ticked }: Props) {
  const isTicked = (id: string) => Array.isArray(ticked) && ticked.includes(id)
  return (
    <fieldset className="stack tight">
      <legend>{m['registration.form.lists']()}</legend>
      {lists.map(({ id, consent }) => {
        const agreed = readPlain(consent.text, locale)
        return (
          <CheckboxField
            key={id}
            name="lists"
            value={consent.id}
            label={<span lang={agreed.lang}>{agreed.text}</span>}
            defaultChecked={isTicked(consent.id)}
          />
        )
      })}
      <p className="small soft">{m['registration.form.lists-hint']()}</p>
    </fieldset>
  )
}
