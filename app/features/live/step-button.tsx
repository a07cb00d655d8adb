import type { ComponentProps, FormEvent, ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import type { LiveTurn } from './domain/live-state.ts'
import type { ModeratorStep } from './moderator.schema.ts'
import { useStep } from './use-steps.ts'

type StepProps = {
  step: ModeratorStep
  person?: string
  seconds?: number
  /** The turn that it is about, as whoever presses sees it. */
  turn?: LiveTurn
  variant?: ComponentProps<typeof Button>['variant']
  wide?: boolean
  children: ReactNode
}

/** A button of the room, a form of its own, so that it works without script too. */
export function Step({
  step,
  person,
  seconds,
  turn,
  variant = 'primary',
  wide = false,
  children,
}: StepProps) {
  const { underWay, send } = useStep()
  const key = `${step} ${person ?? ''} ${seconds ?? ''}`
  const hidden = { person, seconds, turn: turn?.id ?? undefined, planned: turn?.plannedSeconds ?? undefined }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    form.set('step', step)
    void send(key, form)
  }
  return (
    <form method="post" onSubmit={onSubmit}>
      {Object.entries(hidden).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Button name="step" value={step} variant={variant} wide={wide} aria-disabled={underWay === key}>
        {children}
      </Button>
    </form>
  )
}
