import { Form } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { AgendaTabs } from '#app/organize/tabs/agenda-tabs.tsx'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { PlaceFields, type PlaceFieldsProps } from './place-fields.tsx'

type PlacePageProps = PlaceFieldsProps & {
  id: string
  name: TranslatedText
}

/** A room or a track: its form, and the way to remove it. */
export function PlacePage({ of, id, name, refused, initial, venues }: PlacePageProps) {
  const frame = useEventFrame()
  return (
    <DeskPage
      title={<Translated value={name} />}
      actions={
        <form method="post" action={`/organize/events/${frame.slug}/agenda/${of}s/${id}/removal`}>
          <Button variant="danger">{m['agenda.rooms.remove']()}</Button>
        </form>
      }
    >
      <AgendaTabs event={frame.slug} current="rooms" />
      <Form method="post" noValidate className="form">
        <FaultList errors={refused?.errors} />
        <PlaceFields of={of} refused={refused} initial={initial} venues={venues} />
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
    </DeskPage>
  )
}
