import { useContext } from 'react'
import { m } from '#app/paraglide/messages.js'
import { extendFormMessages, messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { NonceContext } from '#app/shared/http/nonce.ts'
import { CheckboxField, CheckGroup, RadioGroup, TextArea, TextField } from '#app/ui/fields/field.tsx'
import { answerFileKinds, fileNameIn } from './domain/files/file-answer.ts'
import type { QuestionView } from './question-view.ts'

extendFormMessages({
  'questions.fault.agreement': m['questions.fault.agreement'],
  'questions.fault.agreement-changed': m['questions.fault.agreement-changed'],
  'questions.fault.date': m['questions.fault.date'],
  'questions.fault.file-gone': m['questions.fault.file-gone'],
  'questions.fault.file-kind': m['questions.fault.file-kind'],
  'questions.fault.file-large': m['questions.fault.file-large'],
  'questions.fault.file-macros': m['questions.fault.file-macros'],
  'questions.fault.file-share': m['questions.fault.file-share'],
  'questions.fault.more': m['questions.fault.more'],
  'questions.fault.number': m['questions.fault.number'],
})

type Asking = {
  questions: readonly QuestionView[]
  /** The codes of those that are asked now; the others wait in the form, hidden. */
  asked: readonly string[]
  /** What was given before, by code. */
  given?: Readonly<Record<string, readonly string[]>>
  refused: Refused | undefined
  /** The category of somebody who chose it before this form. */
  category?: string
}

/** What an event asks, within a form of any kind: which of it is asked follows the answers (in-form.ts), or by rounds. */
export function QuestionFields({ questions, asked, given = {}, refused, category }: Asking) {
  const nonce = useContext(NonceContext)
  if (questions.length === 0) return null
  const rules = questions.map(({ rule }) => rule)
  return (
    <div className="form" data-questions={JSON.stringify(rules)} data-category={category}>
      {/* Says that the form knows which questions it showed, even when it showed none. */}
      <input type="hidden" name="shown" value="" />
      {questions.map((question) => {
        const { code } = question
        const isAsked = asked.includes(code)
        return (
          <fieldset key={code} data-question={code} hidden={!isAsked} disabled={!isAsked}>
            <input type="hidden" name="shown" value={code} />
            <QuestionField
              question={question}
              values={valuesOf(code, refused, given)}
              fault={faultOf(code, refused)}
            />
          </fieldset>
        )
      })}
      <script type="module" src="/questions.js" {...(nonce && { nonce })} suppressHydrationWarning />
    </div>
  )
}

function valuesOf(code: string, refused: Refused | undefined, given: Asking['given'] = {}): string[] {
  if (!refused) return [...(given[code] ?? [])]
  const typed = valueAt(refused.values, `answers.${code}`)
  return Array.isArray(typed) ? typed : typeof typed === 'string' ? [typed] : []
}

function faultOf(code: string, refused: Refused | undefined): string | undefined {
  const found = faultAt(refused?.errors, `answers.${code}`)
  return found && messageFor(found.message)
}

type OneProps = { question: QuestionView; values: string[]; fault: string | undefined }

function QuestionField({ question, values, fault }: OneProps) {
  const { code, kind, label, help, isRequired } = question
  const [value = ''] = values
  const shared = {
    name: `answers.${code}`,
    label: <span lang={label.lang}>{label.text}</span>,
    ...(help.text && {
      hint: (
        <span className="written" lang={help.lang}>
          {help.text}
        </span>
      ),
    }),
    error: fault,
    ...(isRequired ? { required: true } : { optional: true }),
  }
  const choices = question.choices.map((choice) => ({
    value: choice.code,
    label: <span lang={choice.label.lang}>{choice.label.text}</span>,
  }))
  switch (kind) {
    case 'long':
      return <TextArea {...shared} defaultValue={value} rows={3} maxLength={4000} />
    case 'one':
      return <RadioGroup {...shared} defaultValue={value} options={choices} />
    case 'several':
      return <CheckGroup {...shared} chosen={values} options={choices} />
    case 'yes-no':
      return (
        <RadioGroup
          {...shared}
          defaultValue={value}
          options={[
            { value: 'yes', label: m['questions.answer.yes']() },
            { value: 'no', label: m['questions.answer.no']() },
          ]}
        />
      )
    case 'agreement':
      return <Agreement question={question} shared={shared} isAgreed={value !== ''} />
    case 'file':
      return <FileAnswer shared={shared} kept={value} />
    case 'number':
      return (
        <TextField
          {...shared}
          defaultValue={value}
          inputMode="decimal"
          className="input-short"
          autoComplete="off"
        />
      )
    case 'date':
      return <TextField {...shared} defaultValue={value} type="date" className="input-short" />
    default:
      return <TextField {...shared} defaultValue={value} maxLength={300} autoComplete="off" />
  }
}

/** A file to hand in; the one that is here already stays, unless it is unticked or another one is chosen. */
function FileAnswer({ shared, kept }: { shared: Parameters<typeof TextField>[0]; kept: string }) {
  const name = fileNameIn(kept)
  return (
    <div className="stack tight">
      <TextField
        {...shared}
        type="file"
        accept={answerFileKinds.map((kind) => `.${kind}`).join()}
        hint={
          <>
            {shared.hint} {m['questions.answer.file-hint']()}
          </>
        }
      />
      {name && (
        <CheckboxField
          name={shared.name}
          value={kept}
          defaultChecked
          label={m['questions.answer.keep-file']({ name })}
        />
      )}
    </div>
  )
}

type AgreementProps = {
  question: QuestionView
  shared: Parameters<typeof CheckboxField>[0]
  isAgreed: boolean
}

/** The text in full, above the box by which it is agreed to. */
function Agreement({ question: { agreed }, shared, isAgreed }: AgreementProps) {
  if (!agreed) return null
  return (
    <div className="stack tight">
      <p className="written" lang={agreed.text.lang}>
        {agreed.text.text}
      </p>
      <CheckboxField {...shared} value={agreed.version} defaultChecked={isAgreed} />
    </div>
  )
}
