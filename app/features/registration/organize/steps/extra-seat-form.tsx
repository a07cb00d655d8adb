import { m } from '#app/paraglide/messages.js'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt } from '#app/shared/forms/form-values.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/fields/field.tsx'
import type { RefusedStep } from './registration-action.server.ts'

type ExtraSeatFormProps = { action: string; refused: RefusedStep | undefined }

/** One more seat where none is free: somebody decides it, and says why. */
export function ExtraSeatForm({ action, refused }: ExtraSeatFormProps) {
  const fault = faultAt(refused?.errors, 'beyond')
  return (
    <details open={fault !== undefined}>
      <summary>{m['registration.beyond.title']()}</summary>
      <form method="post" action={action} className="form">
        <p className="soft measure">{m['registration.beyond.lead']()}</p>
        <TextArea
          name="beyond"
          rows={2}
          maxLength={500}
          label={m['registration.beyond.reason']()}
          hint={m['registration.beyond.reason-hint']()}
          defaultValue={String(refused?.values.beyond ?? '')}
          error={fault && messageFor(fault.message)}
          required
        />
        <p>
          <Button variant="quiet">{m['registration.beyond.submit']()}</Button>
        </p>
      </form>
    </details>
  )
}
