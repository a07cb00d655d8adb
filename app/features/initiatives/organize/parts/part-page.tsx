import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import type { InitiativeDeskView } from '../initiative-desk.server.ts'
import { InitiativeFrame } from '../initiative-frame.tsx'

type Versions = Parameters<typeof FormVersions>[0]
type Props = Pick<Versions, 'refused' | 'base'> & {
  desk: InitiativeDeskView
  kind: 'goals' | 'news' | 'figures' | 'documents' | 'pictures'
  id: string
  name: TranslatedText
  actions?: ReactNode
  /** What the form is about. */
  above?: ReactNode
  /** Its fields. */
  children: ReactNode
}

/** One part of an initiative: its form, and the button that removes it. */
export function PartPage({ desk, kind, id, name, actions, above, refused, base, children }: Props) {
  return (
    <InitiativeFrame desk={desk} current={kind} title={textIn(name, getLocale())} actions={actions}>
      {above}
      <Form method="post" noValidate className="form">
        <FormVersions refused={refused} base={base} />
        {children}
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
      <form method="post" action={`/organize/initiatives/${desk.slug}/${kind}/${id}/removal`}>
        <Button variant="danger">{m['initiatives.desk.remove']()}</Button>
      </form>
    </InitiativeFrame>
  )
}
