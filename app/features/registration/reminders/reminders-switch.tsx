import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'

type Shown = {
  remindsDayBefore: boolean
  remindsHourBefore: boolean
  /** Whether they are asked afterwards how it was. */
  asksFeedback: boolean
  reminded: boolean
}

/** Whether this event reminds this attendee, and when. */
export function remindersText({
  remindsDayBefore,
  remindsHourBefore,
  asksFeedback,
  reminded,
}: Shown): string {
  if (!remindsDayBefore && !remindsHourBefore && !asksFeedback) return m['registration.reminders.none']()
  if (!reminded) return m['registration.reminders.off']()
  if (!remindsDayBefore && !remindsHourBefore) return m['registration.reminders.only-after']()
  const before = beforehand(remindsDayBefore, remindsHourBefore)
  return asksFeedback ? `${before} ${m['registration.reminders.after']()}` : before
}

function beforehand(day: boolean, hour: boolean): string {
  if (day && hour) return m['registration.reminders.both']()
  return day ? m['registration.reminders.day']() : m['registration.reminders.hour']()
}

/** Turns the reminders of one attendee off, or on again. */
export function RemindersSwitch({ path, reminded }: { path: string; reminded: boolean }) {
  return (
    <form method="post" action={`${path}/reminders`}>
      <Button variant="plain" name="reminders" value={reminded ? 'off' : 'on'}>
        {reminded ? m['registration.reminders.turn-off']() : m['registration.reminders.turn-on']()}
      </Button>
    </form>
  )
}
