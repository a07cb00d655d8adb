import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { editQuestion } from '#app/features/questions/domain/edit-question.server.ts'
import { getQuestion, listQuestions } from '#app/features/questions/domain/questions.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { categoriesOf, organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { isStale, textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { questionSchema } from './question-form.schema.ts'
import { QuestionFormFields, questionRefusals } from './question-form-fields.tsx'
import { questionDetailsOf, questionFormValues } from './question-form-values.server.ts'
import { questionFormView } from './question-form-view.server.ts'
import { questionKindNames } from './question-labels.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['questions.desk.question'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const question = await getQuestion(event.id, params.question ?? '')
  const [questions, categories] = await Promise.all([listQuestions(event.id), categoriesOf(event)])
  const earlier = questions.slice(
    0,
    questions.findIndex(({ id }) => id === question.id),
  )
  const values = questionFormValues(question)
  const { code, kind, label, help, texts, choices } = question
  const texted = Object.entries({ label, help, text: texts.at(-1)?.text })
  const labels = choices.map((choice, at): [string, typeof label] => [`choices.${at}`, choice.label])
  return data({
    code,
    kind,
    label,
    values,
    base: footprint(values),
    view: questionFormView(earlier, categories, ctx.locale),
    stale: [...texted, ...labels].flatMap(([field, text]) => (isStale(text) ? [field] : [])),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const question = await getQuestion(event.id, params.question ?? '')
  return saveMerged(request, {
    schema: questionSchema,
    stored: question,
    valuesOf: questionFormValues,
    save: async (form, seen) => {
      try {
        const details = questionDetailsOf(form.data)
        const subjectName = textIn(question.label, ctx.locale)
        const performed = await performAct(ctx, {
          act: { eventId: event.id, verb: 'question.edited', subjectName },
          answered: unasked,
          work: () => editQuestion(ctx, { eventId: event.id, seen, details }),
        })
        const list = `/organize/events/${event.slug}/questions#question-${question.code}`
        return performed.done && performed.actId ? redirect(list, 303) : nothingChanged(list)
      } catch (error) {
        return refuseAt(error, form, questionRefusals)
      }
    },
  })
}

/** One question: what it says, whom it is for, and when it is asked. */
export default function EditQuestion() {
  const { slug } = useEventFrame()
  const { code, kind, label, values, base, view, stale } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const desk = `/organize/events/${slug}/questions`
  return (
    <DeskPage
      title={<Translated value={label} />}
      actions={
        <form method="post" action={`${desk}/${code}/removal`}>
          <Button variant="danger">{m['questions.desk.remove']()}</Button>
        </form>
      }
    >
      <p>
        <a className="breadcrumb" href={desk}>
          {m['questions.desk.title']()}
        </a>{' '}
        <span className="soft">{questionKindNames[kind]()}</span>
      </p>
      <Form method="post" noValidate className="form">
        <FormVersions refused={refused} base={base} />
        <QuestionFormFields kind={kind} view={view} refused={refused} initial={values} stale={stale} />
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
    </DeskPage>
  )
}
