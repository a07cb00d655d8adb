import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { encode } from 'uqr'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { QrCode } from '#app/public/qr-code.tsx'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { absolute } from '#app/shared/pages/page-head.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { listFloors, listQuestions, moderateQuestion } from '../domain/floor.server.ts'
import { moderationSchema } from '../floor.schema.ts'
import { FloorSwitch } from './floor-switch.tsx'
import { FloorMark } from './floors.tsx'
import { QuestionToModerate } from './question-to-moderate.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) => eventTitle(m['floor.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'live.run')
  const found = (await listFloors(event.id)).find((one) => one.sessionId === params.session)
  if (!found) throw new Refusal('session-missing', 'missing')
  const address = found.code && absolute(`/floor/${found.code}`)
  return data({
    floor: found,
    address,
    code: address ? encode(address, { border: 0 }).data : null,
    questions: await listQuestions(event.id, found.sessionId),
  })
}

/** One step with one question. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'live.run')
  const form = await readForm(request, moderationSchema)
  if (!form.ok) throw new Refusal('question-missing', 'invalid')
  await moderateQuestion(ctx, { eventId: event.id, questionId: form.data.question, state: form.data.state })
  return redirect(`/organize/events/${event.slug}/floor/${params.session}`, 303)
}

export default function FloorDesk() {
  const frame = useEventFrame()
  const { floor, address, code, questions } = useLoaderData<typeof loader>()
  const home = `/organize/events/${frame.slug}/floor`
  return (
    <DeskPage title={<Translated value={floor.title} />}>
      <a className="breadcrumb" href={home}>
        {m['floor.desk.back']()}
      </a>
      <div className="stack loose">
        <div className="cluster">
          <FloorMark code={floor.code} closedAt={floor.closedAt} />
          <FloorSwitch address={`${home}/${floor.sessionId}`} code={floor.code} closedAt={floor.closedAt} />
        </div>
        {address && code && (
          <div className="floor-code">
            <QrCode modules={code} label={m['floor.desk.code']({ address })} />
            <p>
              <a href={address}>{address.replace(/^https?:\/\//, '')}</a>
            </p>
          </div>
        )}
        <div data-floor-desk>
          {floor.code && questions.length === 0 && <EmptyState title={m['floor.desk.none']()} />}
          <ol className="floor-list">
            {questions.map((one) => (
              <QuestionToModerate key={one.id} question={one} />
            ))}
          </ol>
        </div>
        <script src="/floor.js" defer />
      </div>
    </DeskPage>
  )
}
