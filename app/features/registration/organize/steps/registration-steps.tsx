import { m } from '#app/paraglide/messages.js'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt } from '#app/shared/forms/form-values.ts'
import { Button, type ButtonVariant } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/fields/field.tsx'
import type { Step } from './possible-steps.ts'
import type { RefusedStep } from './registration-action.server.ts'

const texts: Record<Step, () => string> = {
  approval: m['registration.detail.approve'],
  reinstatement: m['registration.detail.reinstate'],
  promotion: m['registration.detail.move-up'],
  decline: m['registration.detail.decline'],
  cancellation: m['registration.detail.cancel'],
  resend: m['registration.detail.resend'],
  renewal: m['registration.detail.renew'],
}
const looks: Partial<Record<Step, ButtonVariant>> = {
  decline: 'danger',
  cancellation: 'danger',
  resend: 'quiet',
  renewal: 'quiet',
}
const takesReason = (step: Step) => step === 'decline' || step === 'cancellation'

type RegistrationStepsProps = {
  address: string
  /** What brings the reader back to their list. */
  query: string
  steps: readonly Step[]
  refused: RefusedStep | undefined
  /** The seat is held: approving is confirming in the guest's place. */
  isHeld: boolean
}

/** A button for each step that the state allows; one reason serves the steps that end a registration. */
export function RegistrationSteps({ address, query, steps, refused, isHeld }: RegistrationStepsProps) {
  const fault = faultAt(refused?.errors, 'reason')
  const ending = steps.filter(takesReason)
  return (
    <section className="stack snug" aria-labelledby="steps">
      <h2 className="title-m" id="steps">
        {m['registration.detail.actions']()}
      </h2>
      <div className="cluster">
        {steps
          .filter((step) => !takesReason(step))
          .map((step) => (
            <form key={step} method="post" action={`${address}/${step}${query}`}>
              <Button {...look(step)}>
                {step === 'approval' && isHeld ? m['registration.detail.confirm']() : texts[step]()}
              </Button>
            </form>
          ))}
      </div>
      {ending.length > 0 && (
        <form method="post" action={`${address}/${ending[0]}${query}`} className="form">
          <TextArea
            name="reason"
            rows={2}
            maxLength={500}
            label={m['registration.detail.reason']()}
            defaultValue={String(refused?.values.reason ?? '')}
            error={fault && messageFor(fault.message)}
            optional
          />
          <p className="cluster">
            {ending.map((step) => (
              <Button key={step} {...look(step)} formAction={`${address}/${step}${query}`}>
                {texts[step]()}
              </Button>
            ))}
          </p>
        </form>
      )}
    </section>
  )
}

function look(step: Step): { variant?: ButtonVariant } {
  const variant = looks[step]
  return variant ? { variant } : {}
}
