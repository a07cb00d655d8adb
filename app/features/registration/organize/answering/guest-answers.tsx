import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { askingView, withAnswers } from '#app/features/questions/asked-form.server.ts'
import { formEncoding } from '#app/features/questions/domain/files/file-answer.ts'
import { listQuestions } from '#app/features/questions/domain/questions.server.ts'
import { QuestionFields } from '#app/features/questions/question-fields.tsx'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { postedFields, refuse } from '#app/shared/forms/read-form.server.ts'
import { questionMoments } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { answerForGuest, receiveGuestsFiles } from '../../domain/answering/answer-for-guest.server.ts'
import { getRegistration } from '../../domain/list/registration-detail.server.ts'
import { guestPlace } from '../list-place.ts'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  eventTitle(data?.name ?? m['questions.guest.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const guest = await getRegistration(ctx, event.id, params.registration ?? '')
  const questions = await listQuestions(event.id)
  const asking = askingView(
    questions.map((question) => ({ ...question, isRequired: false })),
    {
      guest: { category: guest.categoryCode, language: guest.language },
      moments: questionMoments,
      before: guest.answers,
      locale: ctx.locale,
    },
  )
  return data({
    name: guest.name,
    category: guest.categoryCode,
    language: guest.language,
    asking,
    page: guestPlace(event.slug, guest.id, new URL(request.url).searchParams),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const registrationId = params.registration ?? ''
  const posted = await receiveGuestsFiles(ctx, await postedFields(request), {
    eventId: event.id,
    registrationId,
  })
  const parsed = await answerForGuest(ctx, { eventId: event.id, registrationId, posted })
  const form = withAnswers({ values: {} }, { posted, parsed })
  if (Object.keys(form.errors).length > 0) return refuse(form, { asked: parsed.asked })
  return redirect(guestPlace(event.slug, registrationId, new URL(request.url).searchParams).guest, 303)
}

/** What one guest answered, written down by an organizer. */
export default function GuestAnswers() {
  const { name, category, language, asking, page } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage title={m['questions.guest.title']()}>
      <p>
        <a className="breadcrumb" href={page.guest} translate="no">
          {name}
        </a>
      </p>
      <Form method="post" noValidate {...formEncoding(asking.questions)} className="form">
        <FaultList errors={refused?.errors} />
        <input type="hidden" name="language" value={language} />
        <QuestionFields
          questions={asking.questions}
          asked={refused?.asked ?? asking.asked}
          given={asking.given}
          refused={refused}
          category={category}
        />
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
    </DeskPage>
  )
}
