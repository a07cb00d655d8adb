import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/fields/field.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'

type Shown = { name: string; value: string; opens: boolean; isPublished: boolean }
type KeyRecordProps = { domain: string; record: Shown | undefined; isSigning: boolean }

/** The key that signs the mail of a domain: the record to put into the DNS, whether it signs already, and a new one. */
export function KeyRecord({ domain, record, isSigning }: KeyRecordProps) {
  const mayMake = !record || record.isPublished || !record.opens
  return (
    <section className="stack snug" aria-labelledby={`key-${domain}`}>
      <h3 className="title-s" id={`key-${domain}`} translate="no">
        {domain}
      </h3>
      <p>
        <StateMark tone={isSigning ? 'good' : 'care'}>
          {isSigning ? m['sending-check.key.signs']() : m['sending-check.key.waits']()}
        </StateMark>
      </p>
      {record && (
        <div className="form">
          <TextField
            name={`name-${domain}`}
            label={m['sending-check.key.name']()}
            defaultValue={record.name}
            readOnly
            translate="no"
          />
          <TextArea
            name={`value-${domain}`}
            label={m['sending-check.key.value']()}
            hint={m['sending-check.key.value-hint']()}
            rows={6}
            defaultValue={record.value}
            readOnly
            translate="no"
          />
        </div>
      )}
      {mayMake && (
        <form method="post" action="/organize/sending-check/key">
          <input type="hidden" name="domain" value={domain} />
          <Button variant="quiet">
            {record ? m['sending-check.key.make-new']() : m['sending-check.key.make']()}
          </Button>
        </form>
      )}
    </section>
  )
}
