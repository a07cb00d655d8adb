import { type ReactNode, useContext } from 'react'
import type { AskingView } from '#app/features/questions/asked-form.server.ts'
import { formEncoding } from '#app/features/questions/domain/files/file-answer.ts'
import { QuestionFields } from '#app/features/questions/question-fields.tsx'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { NonceContext } from '#app/shared/http/nonce.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField, RadioGroup, TextField } from '#app/ui/fields/field.tsx'
import { AttendeeFields, EmailField, LanguageField } from './attendee-fields.tsx'
import { type CategoryChoice, categoryOptions, codeHint, companionHint } from './category-choice.tsx'
import { CompanionFields } from './companions/companion-fields.tsx'
import { FaultSummary } from './fault-summary.tsx'
import { ListBoxes, type OfferedList } from './list-boxes.tsx'

extendFormMessages({
  'registration.form.consent-missing': m['registration.form.consent-missing'],
  'shared.refusal.domain-not-allowed': m['shared.refusal.domain-not-allowed'],
  'shared.refusal.code-wrong': m['shared.refusal.code-wrong'],
  'shared.refusal.codes-tried': m['shared.refusal.codes-tried'],
  'shared.refusal.category-missing': m['shared.refusal.category-missing'],
  'shared.refusal.too-many': m['shared.refusal.too-many'],
  'shared.refusal.event-full': m['shared.refusal.event-full'],
  'shared.refusal.registration-closed': m['shared.refusal.registration-closed'],
  'shared.refusal.registration-cancelled': m['shared.refusal.registration-cancelled'],
  'shared.refusal.registration-not-yet': m['shared.refusal.registration-not-yet'],
  'shared.refusal.registration-past': m['shared.refusal.registration-past'],
})

/** A form given back, with what its answers led to. */
export type RefusedAsking = Refused & { asked?: string[] }

type Props = {
  categories: CategoryChoice[]
  lists: OfferedList[]
  locale: Locale
  asking: AskingView
  refused: RefusedAsking | undefined
  consent: ReactNode
  consentHint: ReactNode
}

/** Where faults may be, in the order of the page. */
const faultOrder = ({ questions }: AskingView) => [
  'form',
  'name',
  'email',
  'organization',
  'position',
  'category',
  'code',
  'companions',
  'companionNames',
  'language',
  ...questions.map(({ code }) => `answers.${code}`),
  'consent',
]

/** The public form: checked by its action, which it is sent to from its own page where there is script (send-here.js). */
export function RegistrationForm({ categories, lists, locale, asking, refused, ...asked }: Props) {
  const only = categories.length === 1 ? categories[0]?.code : undefined
  const initial = { language: locale, category: only ?? '' }
  const bringing = categories.filter((one) => one.companionLimit > 0)
  const most = Math.max(...bringing.map((one) => one.companionLimit), 0)
  const nonce = useContext(NonceContext)
  const form = plainTools(refused, initial)
  const { field, choice, fault, values } = form
  return (
    <form
      method="post"
      noValidate
      data-send-here={m['shared.form.away']()}
      {...formEncoding(asking.questions)}
      className="form"
    >
      <FaultSummary fault={fault} names={faultOrder(asking)} />
      <AttendeeFields {...form} />
      <EmailField {...form} />
      <RadioGroup
        {...field('category')}
        name="category"
        label={m['registration.form.category']()}
        error={fault('category')}
        defaultValue={String(values.category ?? '')}
        required
        options={categoryOptions(categories)}
      />
      {categories.some((one) => one.takesCode) && (
        <TextField
          {...field('code')}
          name="code"
          label={m['registration.form.code']()}
          hint={codeHint(categories, locale)}
          error={fault('code')}
          autoComplete="off"
          optional
        />
      )}
      {bringing.length > 0 && (
        <CompanionFields
          tools={form}
          most={most}
          hint={bringing.length < categories.length ? companionHint(bringing, locale) : undefined}
        />
      )}
      <LanguageField {...form} />
      <QuestionFields questions={asking.questions} asked={refused?.asked ?? asking.asked} refused={refused} />
      <CheckboxField
        {...choice('consent')}
        label={asked.consent}
        hint={asked.consentHint}
        error={fault('consent')}
        required
      />
      {lists.length > 0 && <ListBoxes lists={lists} locale={locale} ticked={values.lists} />}
      <div className="action-bar">
        <Button wide data-sending={m['registration.form.sending']()}>
          {m['registration.form.submit']()}
        </Button>
      </div>
      <script src="/send-here.js" defer {...(nonce && { nonce })} />
    </form>
  )
}
