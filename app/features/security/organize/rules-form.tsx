import { FormVersions, type RefusedVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import { zoneCity } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField, DateTimeField } from '#app/ui/fields/field.tsx'
import { FieldGroup } from '#app/ui/fields/field-group.tsx'
import { mostDays, securityFields, usualHours } from '../domain/security-list.ts'
import { securityWord } from '../security-labels.ts'
import type { rulesValues } from './rules.schema.ts'

type Props = {
  refused: RefusedVersions | undefined
  values: ReturnType<typeof rulesValues>
  base: string
  timeZone: string
}

/** Whether there is a list, what it says, and when it is deleted. */
export function RulesForm({ refused, values, base, timeZone }: Props) {
  const { field, choice } = plainTools(refused, values)
  return (
    <form method="post" noValidate className="form" data-kept lang={getLocale()}>
      <FormVersions refused={refused} base={base} />
      <CheckboxField
        {...choice('listed')}
        label={m['security.rules.listed']()}
        hint={m['security.rules.listed-hint']()}
      />
      <FieldGroup legend={m['security.rules.asks']()}>
        <p className="field-hint">{m['security.rules.asks-hint']()}</p>
        {securityFields.map((one) => (
          <CheckboxField key={one} {...choice(one)} label={securityWord(one)} />
        ))}
      </FieldGroup>
      <DateTimeField
        {...field('purgesAt')}
        label={m['security.rules.purges']()}
        hint={m['security.rules.purges-hint']({
          timeZone: zoneCity(timeZone, getLocale()),
          hours: usualHours,
          days: mostDays,
        })}
        optional
      />
      <p className="action-bar">
        <Button>{m['organize.form.save']()}</Button>
      </p>
    </form>
  )
}
