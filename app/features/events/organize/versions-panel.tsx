import { m } from '#app/paraglide/messages.js'
import { CheckboxField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { fieldName } from './field-names.ts'
import type { Difference } from './versions.ts'

/** Both versions of every field that differs, with a box that takes the other person's. What was typed stays below. */
export function VersionsPanel({ differences }: { differences: readonly Difference[] }) {
  return (
    <section className="stack" aria-labelledby="versions">
      <Notice tone="problem" live title={<span id="versions">{m['organize.versions.title']()}</span>}>
        <p>{m['organize.versions.lead']()}</p>
      </Notice>
      {differences.map(({ field, mine, theirs, take }) => (
        <div key={field} className="stack tight">
          <p className="title-s">{fieldName(field)}</p>
          <dl className="pair">
            <Version term={m['organize.versions.mine']()} text={mine} />
            <Version term={m['organize.versions.theirs']()} text={theirs} />
          </dl>
          <CheckboxField
            name="take"
            value={field}
            defaultChecked={take === 'theirs'}
            label={m['organize.versions.take']()}
          />
        </div>
      ))}
    </section>
  )
}

function Version({ term, text }: { term: string; text: string }) {
  return (
    <div>
      <dt className="label">{term}</dt>
      <dd className="prose">
        {text.split('\n').map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
          <p key={at}>{line || '—'}</p>
        ))}
      </dd>
    </div>
  )
}
