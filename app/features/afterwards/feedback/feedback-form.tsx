import { Form } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { type Refused, useSchemaForm } from '#app/shared/forms/use-schema-form.ts'
import { formatDay } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup, TextArea } from '#app/ui/fields/field.tsx'
import { FormErrors } from '#app/ui/fields/form-errors.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { satisfactionLevels } from '../domain/feedback-figures.ts'
import { satisfactionWord } from '../satisfaction-labels.ts'
import { feedbackSchema } from './feedback.schema.ts'
import type { FeedbackAsked } from './feedback-view.server.ts'

type Props = {
  /** The personal page. */
  path: string
  /** Dates come as text where a loader's answer was sent to the browser. */
  asked: Pick<FeedbackAsked, 'given'> & { until: Date | string }
  timeZone: string
  locale: Locale
  refused?: Refused | undefined
}

/** Three questions after the event; answered ones can be answered anew. */
export function FeedbackForm({ path, asked: { until, given }, timeZone, locale, refused }: Props) {
  const { field, fault, values, onSubmit, isSending } = useSchemaForm(feedbackSchema, refused, {
    satisfaction: given ? String(given.satisfaction) : '',
    best: given?.best ?? '',
    better: given?.better ?? '',
  })
  const errors = (['satisfaction', 'best', 'better'] as const).flatMap((name) => {
    const message = fault(name)
    return message ? [{ name, message }] : []
  })
  const { defaultValue: _, ...wired } = field('satisfaction')
  return (
    <section className="stack" aria-labelledby="feedback">
      <h2 id="feedback">{m['afterwards.feedback.title']()}</h2>
      {given && (
        <Notice tone="success" live>
          <p>{m['afterwards.feedback.thanks']()}</p>
        </Notice>
      )}
      <p className="measure">
        {m['afterwards.feedback.lead']({ date: formatDay(new Date(until), timeZone, locale) })}
      </p>
      <Form
        method="post"
        action={`${path}/feedback`}
        noValidate
        onSubmit={onSubmit}
        className="form"
        data-kept
      >
        <FormErrors errors={errors} />
        <RadioGroup
          {...wired}
          name="satisfaction"
          label={m['afterwards.feedback.satisfaction']()}
          error={fault('satisfaction')}
          required
          defaultValue={String(values.satisfaction ?? '')}
          options={satisfactionLevels.map((level) => ({
            value: String(level),
            label: `${level} · ${satisfactionWord(level)}`,
          }))}
        />
        <TextArea
          {...field('best')}
          name="best"
          label={m['afterwards.feedback.best']()}
          error={fault('best')}
          rows={3}
          optional
        />
        <TextArea
          {...field('better')}
          name="better"
          label={m['afterwards.feedback.better']()}
          error={fault('better')}
          rows={3}
          optional
        />
        <Button disabled={isSending}>
          {given ? m['afterwards.feedback.save']() : m['afterwards.feedback.submit']()}
        </Button>
      </Form>
    </section>
  )
}
