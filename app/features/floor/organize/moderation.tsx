import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { encode } from 'uqr'
import { eventFrame } from '#app/organize/event-frame.server.ts'
import { EventFrame, eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { QrCode } from '#app/public/qr-code.tsx'
import { organizerContext } from '#app/shared/auth/organizer-context.server.ts'
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

export const meta: MetaFunction<typeof loader> = ({ data }) => eventTitle(m['floor.title'](), data?.frame)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await organizerContext(request)
  const { event, frame } = await eventFrame(ctx, params.event ?? '', 'live.run')
  const found = (await listFloors(event.id)).find((one) => one.sessionId === params.session)
  if (!found) throw new Refusal('session-missing', 'missing')
  const address = found.code && absolute(`/floor/${found.code}`)
  return data({
    frame,
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
  const { frame, floor, address, code, questions } = useLoaderData<typeof loader>()
  const home = `/organize/events/${frame.slug}/floor`
  return (
    <EventFrame event={frame} current="floor" title={<Translated value={floor.title} />}>
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
    </EventFrame>
  )
}
