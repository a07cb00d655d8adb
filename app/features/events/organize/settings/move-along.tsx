import { fieldName } from '#app/organize/field-names.ts'
import { m } from '#app/paraglide/messages.js'
import { CheckboxField } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TimeRange } from '#app/ui/texts/time-range.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { MoveSeen } from './move-along.server.ts'

type MoveAlongProps = { seen: MoveSeen; zone: string; home: string }

/** Whether agenda and deadlines go with an event that moves, and what would lie outside its new hours. */
export function MoveAlong({ seen, zone, home }: MoveAlongProps) {
  const { isMove, goesAlong, sessions, deadlines, outside } = seen
  return (
    <>
      {isMove && (
        <>
          <CheckboxField
            name="moveAlong"
            defaultChecked={goesAlong}
            label={m['organize.move.along']({ count: sessions })}
            hint={m['organize.move.along-how']()}
          />
          {deadlines.length > 0 && (
            <ul className="small">
              {deadlines.map(({ field, from, to }) => (
                <li key={field}>
                  {m['organize.move.deadline']({
                    field: fieldName(field),
                    from: from.replace('T', ' '),
                    to: to.replace('T', ' '),
                  })}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {outside.length > 0 && (
        <Notice tone="warning" title={m['organize.move.outside']({ count: outside.length })}>
          <ul>
            {outside.map(({ id, title, startsAt, endsAt }) => (
              <li key={id}>
                <a href={`${home}/agenda/sessions/${id}`}>
                  <Translated value={title} as="span" />
                </a>{' '}
                <TimeRange start={new Date(startsAt)} end={new Date(endsAt)} zone={zone} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}
