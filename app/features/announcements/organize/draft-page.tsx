import { Form } from '@remix-run/react'
import type { ComponentProps } from 'react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import type { AudienceChoices } from './announcement-choices.server.ts'
import { AnnouncementFields } from './announcement-fields.tsx'
import { BackToList, DraftButtons } from './announcement-parts.tsx'

type Draft = {
  id: string
  choices: AudienceChoices
  values: Refused['values']
  base: string
  picked: number
  stale: readonly string[]
  email: string
}
type DraftPageProps = {
  subject: TranslatedText
  draft: Draft
  refused: ComponentProps<typeof FormVersions>['refused']
}

/** An announcement that nobody got yet: everything about it can be changed. */
export function DraftPage({ subject, draft, refused }: DraftPageProps) {
  const { id, choices, values, base, picked, stale, email } = draft
  const address = `/organize/events/${useEventFrame().slug}/announcements/${id}`
  return (
    <DeskPage
      title={textIn(subject, getLocale()) || m['announcements.list.untitled']()}
      actions={
        <form method="post" action={`${address}/removal`}>
          <Button variant="danger">{m['announcements.page.remove']()}</Button>
        </form>
      }
    >
      <BackToList />
      <Form method="post" noValidate className="form" data-kept>
        <FormVersions refused={refused} base={base} />
        <AnnouncementFields
          refused={refused}
          initial={values}
          choices={choices}
          picked={picked}
          stale={stale}
        />
        <DraftButtons />
      </Form>
      <form method="post" action={`${address}/test`} className="stack tight">
        <p className="field-hint">{m['announcements.page.test-hint']({ email })}</p>
        <p>
          <Button variant="quiet">{m['announcements.page.test']()}</Button>
        </p>
      </form>
    </DeskPage>
  )
}
