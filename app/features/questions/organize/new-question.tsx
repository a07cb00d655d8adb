import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { addQuestion } from '#app/features/questions/domain/add-question.server.ts'
import { listQuestions } from '#app/features/questions/domain/questions.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { categoriesOf, organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { Button } from '#app/ui/button.tsx'
import { kindField, questionSchema } from './question-form.schema.ts'
import { QuestionFormFields, questionRefusals } from './question-form-fields.tsx'
import { newQuestionOf } from './question-form-values.server.ts'
import { questionFormView } from './question-form-view.server.ts'
import { questionKindNames } from './question-labels.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['questions.desk.add'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const [questions, categories] = await Promise.all([listQuestions(event.id), categoriesOf(event)])
  return data({ kind: kindIn(request), view: questionFormView(questions, categories, ctx.locale) })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const form = await readForm(request, questionSchema)
  if (!form.ok) return refuse(form)
  try {
    const details = newQuestionOf(kindIn(request), form.data)
    const { code } = await addQuestion(ctx, { eventId: event.id, details })
    return redirect(`/organize/events/${event.slug}/questions#question-${code}`, 303)
  } catch (error) {
    return refuseAt(error, form, questionRefusals)
  }
}

/** The kind that the address names; a line of text where it names none. */
function kindIn(request: Request) {
  const asked = kindField.safeParse(new URL(request.url).searchParams.get('kind'))
  return asked.success ? asked.data : 'short'
}

/** One question more, of the kind that was chosen. */
export default function NewQuestion() {
  const { slug } = useEventFrame()
  const { kind, view } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage title={questionKindNames[kind]()}>
      <p>
        <a className="breadcrumb" href={`/organize/events/${slug}/questions`}>
          {m['questions.desk.title']()}
        </a>
      </p>
      <Form method="post" noValidate className="form">
        <FaultList errors={refused?.errors} />
        <QuestionFormFields kind={kind} view={view} refused={refused} initial={{}} />
        <p>
          <Button>{m['questions.desk.add']()}</Button>
        </p>
      </Form>
    </DeskPage>
  )
}
