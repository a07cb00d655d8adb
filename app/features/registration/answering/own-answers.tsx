import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { askingView, withAnswers } from '#app/features/questions/asked-form.server.ts'
import { formEncoding } from '#app/features/questions/domain/files/file-answer.ts'
import { listQuestions } from '#app/features/questions/domain/questions.server.ts'
import { QuestionFields } from '#app/features/questions/question-fields.tsx'
import { m } from '#app/paraglide/messages.js'
import { PersonalPage } from '#app/public/personal-frame.tsx'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import { postedFields, refuse } from '#app/shared/forms/read-form.server.ts'
import { visitorContext } from '#app/shared/http/visitor-context.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { answerLink } from '../attendee-language.server.ts'
import { attendeeView } from '../attendee-view.server.ts'
import { answerOwnQuestions, receiveOwnFiles } from '../domain/answering/answer-own-questions.server.ts'
import { openMoments } from '../domain/answering/open-moments.ts'
import { FaultSummary } from '../fault-summary.tsx'

export const meta: MetaFunction = () => [{ title: m['questions.own.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { page, view } = await attendeeView(request, params.token ?? '')
  const { registration, category, event } = page
  const moments = openMoments(page, new Date())
  if (moments.length === 0) throw redirect(`/registrations/${view.token}`)
  const guest = { category: category.code, language: registration.locale }
  const before = registration.answers
  const questions = await listQuestions(event.id)
  return {
    token: view.token,
    event: view.event,
    guest,
    asking: askingView(questions, { guest, moments, before, locale: view.locale }),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const token = params.token ?? ''
  const ctx = await visitorContext(request, params)
  await answerLink(request, token)
  const posted = await receiveOwnFiles(ctx, token, await postedFields(request))
  const parsed = await answerOwnQuestions(ctx, token, posted)
  const form = withAnswers({ values: {} }, { posted, parsed })
  if (Object.keys(form.errors).length > 0) return refuse(form, { asked: parsed.asked })
  return redirect(`/registrations/${token}`, 303)
}

/** What the event asked, with the attendee's answers, to be changed. */
export default function OwnAnswers() {
  const { token, event, guest, asking } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const path = `/registrations/${token}`
  const { fault } = plainTools(refused, {})
  return (
    <PersonalPage event={event} title={m['questions.own.title']()}>
      <Form method="post" noValidate {...formEncoding(asking.questions)} className="form">
        <FaultSummary
          fault={fault}
          names={['form', ...asking.questions.map(({ code }) => `answers.${code}`)]}
        />
        <input type="hidden" name="language" value={guest.language} />
        <QuestionFields
          questions={asking.questions}
          asked={refused?.asked ?? asking.asked}
          given={asking.given}
          refused={refused}
          category={guest.category}
        />
        <div className="cluster">
          <Button>{m['questions.own.save']()}</Button>
          <ButtonLink href={path} variant="plain">
            {m['registration.answers.back']()}
          </ButtonLink>
        </div>
      </Form>
    </PersonalPage>
  )
}
