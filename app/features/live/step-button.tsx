import { Form, useNavigation } from '@remix-run/react'
import type { ComponentProps, ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import type { RoomStep } from './room.schema.ts'

type StepProps = {
  step: RoomStep
  person?: string
  seconds?: number
  variant?: ComponentProps<typeof Button>['variant']
  wide?: boolean
  children: ReactNode
}

/** A button of the room, a form of its own, so that it works without script too. */
export function Step({ step, person, seconds, variant = 'primary', wide = false, children }: StepProps) {
  const { formData } = useNavigation()
  const isUnderWay = formData?.get('step') === step && (formData.get('person') ?? undefined) === person
  return (
    <Form method="post" replace preventScrollReset>
      {person !== undefined && <input type="hidden" name="person" value={person} />}
      {seconds !== undefined && <input type="hidden" name="seconds" value={seconds} />}
      <Button name="step" value={step} variant={variant} wide={wide} aria-disabled={isUnderWay}>
        {children}
      </Button>
    </Form>
  )
}
