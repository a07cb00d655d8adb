import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import type { PlainTools } from '#app/shared/forms/plain-tools.ts'
import type { CampaignBlockKind } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/fields/field.tsx'
import { FieldGroup } from '#app/ui/fields/field-group.tsx'
import { blockNames } from './campaign-names.ts'

type Offered = Record<'event' | 'session' | 'picture', { value: string; label: string }[]>
type Props = {
  block: { id: string; kind: CampaignBlockKind; stale: boolean }
  tools: PlainTools
  offered: Offered
  isFirst: boolean
  isLast: boolean
}

const wordLabels: Record<CampaignBlockKind, () => string> = {
  heading: m['campaigns.block.heading'],
  text: m['campaigns.block.text'],
  event: m['campaigns.block.words-of-event'],
  session: m['campaigns.block.words-of-session'],
  picture: m['campaigns.block.words-of-picture'],
  button: m['campaigns.block.words-of-button'],
}

/** One part of a campaign: what it says or shows, and its place among the others. */
export function BlockFields({ block, tools, offered, isFirst, isLast }: Props) {
  const { id, kind, stale } = block
  const at = `blocks.${id}`
  const name = blockNames[kind]()
  const isProse = kind === 'text' || kind === 'event' || kind === 'session'
  return (
    <li id={`block-${id}`}>
      <FieldGroup legend={name}>
        {(kind === 'event' || kind === 'session' || kind === 'picture') && (
          <SelectField
            {...tools.field(`${at}.subject`)}
            label={name}
            options={[{ value: '', label: m['campaigns.block.choose']() }, ...offered[kind]]}
          />
        )}
        <TextPair
          tools={tools}
          name={`${at}.words`}
          label={wordLabels[kind]()}
          stale={stale}
          {...(isProse && { rows: kind === 'text' ? 6 : 3, prose: true })}
        />
        {(kind === 'button' || kind === 'picture') && (
          <TextField
            {...tools.field(`${at}.url`)}
            type="url"
            inputMode="url"
            label={m['campaigns.block.url']()}
            autoComplete="off"
          />
        )}
        <p className="cluster">
          {!isFirst && (
            <Button
              variant="plain"
              name="intent"
              value={`up-${id}`}
              aria-label={m['campaigns.block.up']({ name })}
            >
              ↑
            </Button>
          )}
          {!isLast && (
            <Button
              variant="plain"
              name="intent"
              value={`down-${id}`}
              aria-label={m['campaigns.block.down']({ name })}
            >
              ↓
            </Button>
          )}
          <Button
            variant="plain"
            name="intent"
            value={`remove-${id}`}
            aria-label={m['campaigns.block.remove-name']({ name })}
          >
            {m['campaigns.block.remove']()}
          </Button>
        </p>
      </FieldGroup>
    </li>
  )
}
