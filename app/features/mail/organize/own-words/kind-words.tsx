import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { editMailWords } from '#app/features/events/domain/mail-words/edit-mail-words.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { kindNames } from '#app/organize/mail-labels.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { refuse } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { inBoth, isStale } from '#app/shared/i18n/translated-text.ts'
import type { OwnWordKind } from '#app/shared/vocabulary.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { getMailWords, type MailWords } from '../../domain/own-words/mail-words.server.ts'
import { listPreviewReaders, previewWords } from '../../domain/own-words/preview-words.server.ts'
import { loadDrawing } from '../../domain/sending/drawing.server.ts'
import { readOwnWordKind } from './own-word-kind.ts'
import { ownWordsSchema } from './own-words.schema.ts'
import { ReaderField, ShownMails, shownIn, WordsFields } from './words-fields.tsx'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  eventTitle(data ? kindNames[data.kind]() : '', matches)

const formValues = ({ subject, opening }: Pick<MailWords, 'subject' | 'opening'>) => ({
  subject: inBoth(subject),
  opening: inBoth(opening),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'event.edit')
  const kind = readOwnWordKind(params.kind)
  const { subject, opening, revision } = await getMailWords(event.id, kind)
  const values = formValues({ subject, opening })
  const begins = new URL(request.url).searchParams.get('from') === 'standard'
  return data({
    kind,
    isOwn: revision > 0,
    values,
    shown: begins ? await begun(kind, values) : values,
    base: footprint(values),
    stale: Object.entries({ subject, opening }).flatMap(([name, text]) => (isStale(text) ? [name] : [])),
    readers: await listPreviewReaders(event.id, kind),
  })
}

type Both = { vi: string; en: string }

/** What is empty so far begins with the standard words. */
async function begun(kind: OwnWordKind, { subject, opening }: { subject: Both; opening: Both }) {
  const { standardWords } = await loadDrawing()
  const [vi, en] = [standardWords(kind, 'vi'), standardWords(kind, 'en')]
  return {
    subject: { vi: subject.vi || vi.subject, en: subject.en || en.subject },
    opening: { vi: opening.vi || vi.opening, en: opening.en || en.opening },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const kind = readOwnWordKind(params.kind)
  return saveMerged(request, {
    schema: ownWordsSchema(kind),
    stored: await getMailWords(event.id, kind),
    valuesOf: formValues,
    save: async ({ data: typed, values }, { revision }) => {
      const { intent, shown: chosen, ...words } = typed
      if (intent === 'preview') {
        const nobody = m['mail.words.sample-guest']()
        const readers = await listPreviewReaders(event.id, kind)
        const reader = readers.find(({ id }) => id === chosen)?.id ?? null
        const mails = await previewWords({ eventId: event.id, kind, words, reader, nobody })
        return refuse({ ok: false, errors: {}, values }, { shown: mails }, 200)
      }
      const list = `/organize/events/${event.slug}/outbox/words#${kind}`
      const isChanged = await editMailWords(ctx, { eventId: event.id, kind, revision, words })
      return isChanged ? redirect(list, 303) : nothingChanged(list)
    },
  })
}

export default function KindWords() {
  const frame = useEventFrame()
  const { kind, isOwn, shown, base, stale, readers } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const address = `/organize/events/${frame.slug}/outbox/words`
  const mails = shownIn(refused)
  return (
    <DeskPage
      title={kindNames[kind]()}
      actions={
        <>
          <ButtonLink variant="plain" href={`${address}/${kind}?from=standard`}>
            {m['mail.words.start-from-standard']()}
          </ButtonLink>
          {isOwn && (
            <form method="post" action={`${address}/${kind}/removal`}>
              <Button variant="quiet">{m['mail.words.back-to-standard']()}</Button>
            </form>
          )}
        </>
      }
    >
      <a className="breadcrumb" href={address}>
        {m['mail.words.title']()}
      </a>
      <p className="measure">{m['mail.words.kind-lead']()}</p>
      <Form method="post" noValidate className="form">
        <FormVersions refused={refused} base={base} />
        <WordsFields kind={kind} refused={refused} initial={shown} stale={stale} />
        <ReaderField readers={readers} chosen={String(refused?.values.shown ?? '')} />
        <p className="cluster">
          <Button>{m['organize.form.save']()}</Button>
          <Button variant="quiet" name="intent" value="preview">
            {m['mail.words.show']()}
          </Button>
        </p>
      </Form>
      {mails && <ShownMails mails={mails} />}
    </DeskPage>
  )
}
