import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Refusal } from '#app/shared/errors.ts'
import { postedFields } from '#app/shared/forms/read-form.server.ts'
import { refusalSentence } from '#app/shared/http/refusals.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { pictureFile } from '#app/ui/picture.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { addPicture } from '../domain/edit-pictures.server.ts'
import { lacksAlt, listPictures } from '../domain/pictures.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['recap.pictures.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'recap.edit')
  const pictures = await listPictures(event.id)
  return data({
    pictures: pictures.map((one) => ({ ...one, isShown: lacksAlt(one).length === 0 })),
  })
}

/** Takes in every picture that was sent; the first that cannot be used is named, those before it stay. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'recap.edit')
  const sent = (await postedFields(request)).getAll('pictures')
  const files = sent.filter((one): one is File => one instanceof File && one.size > 0)
  if (files.length === 0) return data({ fault: m['recap.pictures.none-chosen'](), taken: 0 }, 400)
  let taken = 0
  for (const file of files) {
    try {
      await addPicture(ctx, { eventId: event.id, image: new Uint8Array(await file.arrayBuffer()) })
      taken += 1
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind === 'rights' || error.kind === 'missing') throw error
      return data(
        { fault: `${file.name}: ${refusalSentence(error.code, error.kind, error.details)}`, taken },
        400,
      )
    }
  }
  return redirect(`/organize/events/${event.slug}/recap/pictures`, 303)
}

export default function Pictures() {
  const frame = useEventFrame()
  const { pictures } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const address = `/organize/events/${frame.slug}/recap/pictures`
  return (
    <DeskPage title={m['recap.pictures.title']()}>
      <a className="breadcrumb" href={`/organize/events/${frame.slug}/recap`}>
        {m['recap.title']()}
      </a>
      <div className="stack">
        {refused?.fault && (
          <Notice tone="problem" title={m['recap.pictures.refused']()} live>
            <p>{refused.fault}</p>
            {refused.taken > 0 && <p>{m['recap.pictures.taken']({ count: refused.taken })}</p>}
          </Notice>
        )}
        <form method="post" encType="multipart/form-data" className="form">
          <div className="field">
            <label htmlFor="pictures">{m['recap.pictures.choose']()}</label>
            <p className="hint" id="pictures-hint">
              {m['recap.pictures.hint']()}
            </p>
            <input
              id="pictures"
              type="file"
              name="pictures"
              multiple
              required
              accept="image/jpeg,image/png,image/webp,image/avif"
              aria-describedby="pictures-hint"
            />
          </div>
          <p>
            <Button>{m['recap.pictures.add']()}</Button>
          </p>
        </form>
        {pictures.length === 0 && <EmptyState title={m['recap.pictures.empty']()} />}
        <ol className="picture-desk">
          {pictures.map((one, at) => (
            <PictureEntry key={one.id} one={one} at={at} count={pictures.length} address={address} />
          ))}
        </ol>
      </div>
    </DeskPage>
  )
}

type Entry = ReturnType<typeof useLoaderData<typeof loader>>['pictures'][number]

function PictureEntry({
  one,
  at,
  count,
  address,
}: {
  one: Entry
  at: number
  count: number
  address: string
}) {
  const locale = getLocale()
  return (
    <li id={`picture-${one.id}`} tabIndex={-1}>
      <img
        src={pictureFile(one.id, one.widths[0] ?? one.width)}
        alt={textIn(one.alt, locale)}
        loading="lazy"
      />
      <div className="stack tight">
        <Translated value={one.caption} as="p" />
        {textIn(one.credit, locale) && (
          <p className="small soft">
            © <Translated value={one.credit} />
          </p>
        )}
        <p>
          {one.isShown ? (
            <StateMark tone="good">
              {one.isOnPage ? m['pictures.gallery.on-page']() : m['recap.pictures.ready']()}
            </StateMark>
          ) : (
            <StateMark tone="care">{m['recap.pictures.alt-missing']()}</StateMark>
          )}
        </p>
        <p className="cluster">
          <a href={`${address}/${one.id}`}>{m['recap.pictures.describe']({ number: at + 1 })}</a>
        </p>
        <div className="cluster">
          <Move address={`${address}/${one.id}/place`} at={at} count={count} />
          {one.isShown && (
            <form method="post" action={`${address}/${one.id}/showing`}>
              <Button variant="plain" name="show" value={one.isOnPage ? 'no' : 'yes'}>
                {one.isOnPage
                  ? m['pictures.gallery.hide']({ number: at + 1 })
                  : m['pictures.gallery.show']({ number: at + 1 })}
              </Button>
            </form>
          )}
          <form method="post" action={`${address}/${one.id}/removal`}>
            <Button variant="danger">{m['recap.pictures.remove']({ number: at + 1 })}</Button>
          </form>
        </div>
      </div>
    </li>
  )
}

function Move({ address, at, count }: { address: string; at: number; count: number }) {
  return (
    <form method="post" action={address} className="cluster">
      {at > 0 && (
        <Button variant="plain" name="by" value="-1">
          {m['recap.pictures.earlier']({ number: at + 1 })}
        </Button>
      )}
      {at < count - 1 && (
        <Button variant="plain" name="by" value="1">
          {m['recap.pictures.later']({ number: at + 1 })}
        </Button>
      )}
    </form>
  )
}
