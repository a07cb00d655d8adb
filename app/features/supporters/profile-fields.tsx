import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { useSchemaForm } from '#app/shared/forms/use-schema-form.ts'
import { readPlain, type TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { supporterKinds } from '#app/shared/vocabulary.ts'
import { CheckboxField, RadioGroup, SelectField, TextArea, TextField } from '#app/ui/fields/field.tsx'
import { FieldGroup } from '#app/ui/fields/field-group.tsx'
import { kindLabels } from './kind-labels.ts'

type Form = Pick<ReturnType<typeof useSchemaForm>, 'field' | 'choice' | 'fault' | 'values'>
type Props = {
  form: Form
  countries: { value: string; label: string }[]
  texts: { listed: TranslatedText; news: TranslatedText }
  textsKey: string
}

/** Who a supporter is, what they give and look for, and the two consents: each by a box that nobody ticked before. */
export function ProfileFields({ form, countries, texts, textsKey }: Props) {
  const { field, fault, values } = form
  return (
    <>
      <SelectField
        {...field('kind')}
        name="kind"
        label={m['supporters.form.kind']()}
        error={fault('kind')}
        options={supporterKinds.map((kind) => ({ value: kind, label: kindLabels[kind]() }))}
        placeholder={m['supporters.form.choose']()}
        required
      />
      <TextField
        {...field('body')}
        name="body"
        label={m['supporters.form.body']()}
        hint={m['supporters.form.body-hint']()}
        error={fault('body')}
        autoComplete="organization"
        optional
      />
      <SelectField
        {...field('country')}
        name="country"
        label={m['supporters.form.country']()}
        error={fault('country')}
        options={countries}
        placeholder={m['supporters.form.choose']()}
        autoComplete="country"
        required
      />
      <TextArea
        {...field('offers')}
        name="offers"
        label={m['supporters.form.offers']()}
        hint={m['supporters.form.offers-hint']()}
        error={fault('offers')}
        rows={3}
        optional
      />
      <TextArea
        {...field('seeks')}
        name="seeks"
        label={m['supporters.form.seeks']()}
        error={fault('seeks')}
        rows={3}
        optional
      />
      <RadioGroup
        {...field('language')}
        name="language"
        label={m['supporters.form.language']()}
        error={fault('language')}
        defaultValue={String(values.language ?? '')}
        options={languageOptions}
      />
      <input type="hidden" name="texts" value={textsKey} />
      <Consents form={form} texts={texts} />
    </>
  )
}

function Consents({ form, texts }: Pick<Props, 'form' | 'texts'>) {
  const locale = getLocale()
  const said = (text: TranslatedText) => {
    const { text: words, lang } = readPlain(text, locale)
    return <span lang={lang}>{words}</span>
  }
  return (
    <FieldGroup legend={m['supporters.form.consents']()}>
      <p className="field-hint">{m['supporters.form.consents-hint']()}</p>
      <CheckboxField
        {...form.choice('listed')}
        name="listed"
        label={said(texts.listed)}
        error={form.fault('listed')}
      />
      <CheckboxField
        {...form.choice('news')}
        name="news"
        label={said(texts.news)}
        error={form.fault('news')}
      />
    </FieldGroup>
  )
}

const languageOptions = [
  { value: 'vi', label: <span lang="vi">Tiếng Việt</span> },
  { value: 'en', label: <span lang="en">English</span> },
]

/** All that is wrong in the form, in the order of its fields; what is in no field is of the form as a whole. */
export function faultsOf(fault: Form['fault'], fields: readonly string[]) {
  return ['form', 'texts', 'revision', ...fields].flatMap((name) => {
    const message = fault(name)
    return message ? [{ name: fields.includes(name) ? name : undefined, message }] : []
  })
}

export const profileNames = [
  'name',
  'email',
  'kind',
  'body',
  'country',
  'offers',
  'seeks',
  'language',
  'listed',
  'news',
]
