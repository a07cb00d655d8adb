import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { performSeenAct } from '#app/features/acts/domain/perform-act.server.ts'
import { ClashList } from '#app/features/agenda/organize/list/clash-list.tsx'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { AgendaTabs } from '#app/organize/tabs/agenda-tabs.tsx'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Refusal } from '#app/shared/errors.ts'
import { extendFormMessages, messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt, putAt } from '#app/shared/forms/form-values.ts'
import { readForm, refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { zoneCity } from '#app/shared/time/format.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { ChangeList } from '../change-list.tsx'
import { publishAgenda } from '../domain/publish-agenda.server.ts'
import { restoreVersion } from '../domain/restore-draft.server.ts'
import { publicationSchema } from './publication.schema.ts'
import { publicationView } from './publication-view.server.ts'
import { Recipients } from './recipients.tsx'
import { Versions } from './version-list.tsx'

export { keptAction as clientAction, keptLoader as clientLoader } from '#app/shared/pages/kept-page.ts'

export const handle = { hydrate: true }

extendFormMessages({
  'publishing.hold.reason-missing': m['publishing.hold.reason-missing'],
  'publishing.clashes.unticked': m['publishing.clashes.unticked'],
  'shared.refusal.agenda-clashes': m['shared.refusal.agenda-clashes'],
  'shared.refusal.draft-moved-on': m['shared.refusal.draft-moved-on'],
})

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['publishing.preview.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const query = new URL(request.url).searchParams
  const asked = { version: versionIn(query), person: query.get('person') ?? undefined }
  const view = await publicationView(ctx, { eventId: event.id, ...asked })
  const done = Number(query.get('done'))
  const published = view.versions.find((one) => one.number === done) ? done : null
  return data({ zone: event.timeZone, ...view, published, cancelled: event.cancelledAt !== null })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'agenda.edit')
  const form = await readForm(request, publicationSchema)
  if (!form.ok) return refuse(form)
  const { draft, clashes, hold, reason } = form.data
  const heldBack = Object.keys(hold).map((key) => {
    const [personId = '', sessionId = ''] = key.split('_')
    return { key, personId, sessionId, reason: reason[key]?.trim().slice(0, 500) ?? '' }
  })
  const unreasoned = heldBack.filter((one) => one.reason === '')
  if (unreasoned.length > 0) {
    const errors = {}
    for (const { key } of unreasoned) {
      putAt(errors, ['reason', key], { type: 'missing', message: 'publishing.hold.reason-missing' })
    }
    return refuse({ ok: false, errors, values: form.values })
  }
  const publication = {
    eventId: event.id,
    expectedDraft: draft,
    acceptedClashes: clashes ?? 0,
    heldBack: heldBack.map(({ key, ...one }) => one),
  }
  const version = versionIn(new URL(request.url).searchParams)
  try {
    const { number } = await performSeenAct(ctx, {
      act: { eventId: event.id, verb: 'agenda.published' },
      work: () =>
        version === undefined
          ? publishAgenda(ctx, publication)
          : restoreVersion(ctx, { ...publication, number: version }),
    })
    return redirect(`/organize/events/${event.slug}/agenda/publication?done=${number}`, 303)
  } catch (error) {
    // Shown with the new preview, and with what was held back still held back.
    const code = error instanceof Refusal ? error.code : ''
    if (code === 'agenda-clashes' && clashes === null) {
      return refuse(refuseField(form, 'clashes', 'publishing.clashes.unticked'))
    }
    if (code !== 'draft-moved-on' && code !== 'agenda-clashes') throw error
    return refuse(refuseField(form, 'form', `shared.refusal.${code}`), {}, 409)
  }
}

function versionIn(query: URLSearchParams): number | undefined {
  const number = Number(query.get('version') ?? Number.NaN)
  return Number.isInteger(number) && number > 0 && number < 2 ** 31 ? number : undefined
}

type Shown = {
  page: ReturnType<typeof useLoaderData<typeof loader>>
  refused: ReturnType<typeof useActionData<typeof action>>
  home: string
}

export default function Publication() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const frame = useEventFrame()
  const { restores } = page
  const home = `/organize/events/${frame.slug}`
  const place = zoneCity(page.zone, getLocale())
  return (
    <DeskPage
      title={
        restores === null
          ? m['publishing.preview.title']()
          : m['publishing.restore.title']({ number: restores })
      }
    >
      <AgendaTabs event={frame.slug} current="publication" />
      <PublicationNotices page={page} refused={refused} home={home} />
      {page.isEmpty ? (
        <Notice title={m['publishing.preview.empty']()} />
      ) : !page.isDue ? (
        <Notice title={m['publishing.preview.nothing']()}>
          <p>{m['publishing.preview.nothing-how']()}</p>
        </Notice>
      ) : (
        <PublicationForm page={page} refused={refused} home={home} place={place} />
      )}
      <Versions versions={page.versions} zone={page.zone} place={place} home={home} />
    </DeskPage>
  )
}

/** What came of the last publication, and what keeps this one from being made or should be known before. */
function PublicationNotices({ page, refused, home }: Shown) {
  const frame = useEventFrame()
  const { faults, restores, published } = page
  const moved = faultAt(refused?.errors, 'form')
  return (
    <>
      {moved && (
        <Notice tone="problem" live>
          {messageFor(moved.message)}
        </Notice>
      )}
      {published !== null && !refused && (
        <Notice tone="success" live title={m['publishing.preview.done']({ number: published })}>
          <p>
            <a href={`${home}/outbox`}>{m['publishing.preview.outbox']()}</a>
          </p>
        </Notice>
      )}
      {restores !== null && <p className="measure">{m['publishing.restore.lede']({ number: restores })}</p>}
      {page.cancelled && <Notice tone="warning">{m['publishing.preview.cancelled']()}</Notice>}
      {!frame.published && !page.cancelled && (
        <Notice tone="warning" title={m['publishing.preview.unpublished-event']()}>
          <p>{m['publishing.preview.unpublished-event-how']({ count: page.mailCount })}</p>
          <p className="cluster">
            <a href={`${home}#publication`}>{m['organize.publication.publish']()}</a>
            <a href={`${home}/preview`}>{m['organize.preview.link']()}</a>
          </p>
        </Notice>
      )}
      {faults.length > 0 && (
        <Notice tone="problem" title={m['publishing.preview.faults']()}>
          <ul>
            {faults.map((fault) => (
              <li key={fault.sessionId}>
                <a href={`${home}/agenda/sessions/${fault.sessionId}`}>
                  <Translated value={fault.title} />
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {page.undrawn.length > 0 && (
        <Notice
          tone="warning"
          title={m['publishing.preview.undrawn']({ letters: page.undrawn.slice(0, 30).join(' ') })}
        >
          <p>{m['publishing.preview.undrawn-how']()}</p>
        </Notice>
      )}
    </>
  )
}

/** What readers and guests will notice, and the button that makes it so. */
function PublicationForm({ page, refused, home, place }: Shown & { place: string }) {
  const { faults, clashes, restores, number } = page
  const unticked = faultAt(refused?.errors, 'clashes')
  const tick = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (unticked) tick.current?.focus()
  }, [unticked])
  const mayPublish = !page.cancelled && faults.length === 0
  return (
    <Form method="post" className="stack loose" data-kept>
      <input type="hidden" name="draft" value={page.draft} />
      <Changes page={page} home={home} place={place} />
      {clashes.length > 0 && (
        <section className="stack snug" aria-labelledby="clashes">
          <h2 className="title-m" id="clashes">
            {m['publishing.preview.clashes']({ count: clashes.length })}
          </h2>
          <details open={clashes.length <= 8 || page.errorCount > 0}>
            <summary>{m['publishing.preview.clashes-show']()}</summary>
            <ClashList clashes={clashes} home={home} />
          </details>
        </section>
      )}
      <Mails page={page} refused={refused} />
      {page.errorCount > 0 && (
        // Another number of errors is another question.
        <CheckboxField
          key={page.errorCount}
          name="clashes"
          value={page.errorCount}
          label={m['publishing.clashes.accept']({ count: page.errorCount })}
          hint={<a href="#clashes">{m['publishing.clashes.accept-how']()}</a>}
          error={unticked && messageFor(unticked.message)}
          autoFocus={unticked !== undefined}
          ref={tick}
        />
      )}
      <p className="cluster action-bar">
        <Button disabled={!mayPublish}>
          {restores === null
            ? m['publishing.preview.publish']({ number })
            : m['publishing.restore.publish']({ number: restores, next: number })}
        </Button>
        {restores !== null && (
          <ButtonLink variant="quiet" href={`${home}/agenda/publication`}>
            {m['publishing.restore.keep']()}
          </ButtonLink>
        )}
      </p>
    </Form>
  )
}

function Changes({ page, home, place }: Pick<Shown, 'page' | 'home'> & { place: string }) {
  const { changes } = page
  return (
    <section className="stack snug" aria-labelledby="changes">
      <h2 className="title-m" id="changes">
        {m['publishing.preview.changes']({ count: changes.length })}
      </h2>
      {changes.length === 0 ? (
        <p className="soft">{m['publishing.changes.details-only']()}</p>
      ) : (
        <ChangeList
          changes={changes}
          zone={page.zone}
          place={place}
          hrefOf={({ sessionId }) => `${home}/agenda/sessions/${sessionId}`}
        />
      )}
    </section>
  )
}

function Mails({ page, refused }: Pick<Shown, 'page' | 'refused'>) {
  const { recipients, restores } = page
  return (
    <section className="stack snug" aria-labelledby="mails">
      <h2 className="title-m" id="mails">
        {m['publishing.preview.mails']({ count: page.mailCount })}
      </h2>
      {page.unreachable.length > 0 && (
        <Notice
          tone="warning"
          title={m['publishing.preview.unreachable']({ count: page.unreachable.length })}
        >
          <p>{page.unreachable.join(', ')}</p>
        </Notice>
      )}
      <Recipients
        recipients={recipients}
        refused={refused}
        hrefOf={(person) =>
          `?${new URLSearchParams({ ...(restores !== null && { version: String(restores) }), person })}#person-${person}`
        }
      />
    </section>
  )
}
