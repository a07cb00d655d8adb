import { Form } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import { type FormErrors, type FormValues, faultAt } from '#app/shared/forms/form-values.ts'
import { answerNames } from '#app/ui/answer-mark.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup, TextArea } from '#app/ui/fields/field.tsx'

type AnswerFormProps = {
  address: string
  refused: { errors: FormErrors; values: FormValues } | undefined
}

/** What somebody said by telephone, with a word on it. */
export function AnswerForm({ address, refused }: AnswerFormProps) {
  const fault = faultAt(refused?.errors, 'answer')
  const noteFault = faultAt(refused?.errors, 'note')
  return (
    <section className="stack snug" aria-labelledby="answer">
      <h2 className="title-m" id="answer">
        {m['invitations.one.record']()}
      </h2>
      <Form method="post" action={address} noValidate className="form" data-kept>
        <RadioGroup
          name="answer"
          label={m['invitations.one.answer']()}
          defaultValue={String(refused?.values.answer ?? '')}
          options={(['accepted', 'tentative', 'declined'] as const).map((value) => ({
            value,
            label: answerNames[value](),
          }))}
          error={fault && messageFor(fault.message)}
        />
        <TextArea
          name="note"
          rows={2}
          maxLength={1000}
          label={m['invitations.one.note']()}
          hint={m['invitations.one.note-hint']()}
          defaultValue={String(refused?.values.note ?? '')}
          error={noteFault && messageFor(noteFault.message)}
          optional
        />
        <p>
          <Button>{m['invitations.one.save']()}</Button>
        </p>
      </Form>
    </section>
  )
}
