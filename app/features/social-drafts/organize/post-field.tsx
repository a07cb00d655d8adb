import { useEffect, useRef, useState } from 'react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount } from '#app/shared/time/format.ts'
import type { Locale, SocialNetwork } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/fields/field.tsx'
import { networkRules } from '../domain/counted-length.ts'
import { networkNames } from './network-names.ts'

type Props = {
  network: SocialNetwork
  language: Locale
  text: string
  isRewritten: boolean
  error: string | undefined
}

/** One post: counted as its network counts while it is typed, and again when it is saved; a press copies it. */
export function PostField({ network, language, text, isRewritten, error }: Props) {
  const [typed, setTyped] = useState(text)
  const [isCopied, setCopied] = useState(false)
  // Without script there is nothing to press.
  const [isAwake, setAwake] = useState(false)
  useEffect(() => setAwake(true), [])
  const field = useRef<HTMLTextAreaElement>(null)
  const { limit, count } = networkRules[network]
  const length = count(typed)
  const figures = { count: formatCount(length, getLocale()), limit: formatCount(limit, getLocale()) }
  async function copy() {
    await navigator.clipboard.writeText(field.current?.value ?? typed)
    setCopied(true)
  }
  return (
    <div className="stack tight">
      <TextArea
        ref={field}
        name={network}
        label={networkNames[network]}
        hint={isRewritten ? m['posts.field.rewritten']() : undefined}
        error={error}
        rows={7}
        lang={language}
        defaultValue={text}
        onInput={({ currentTarget }) => {
          setTyped(currentTarget.value)
          setCopied(false)
        }}
      />
      <div className="cluster">
        <span className="small soft">
          {length > limit ? m['posts.field.over'](figures) : m['posts.field.count'](figures)}
        </span>
        {isAwake && (
          <Button type="button" variant="quiet" onClick={copy}>
            {m['posts.field.copy']({ network: networkNames[network] })}
          </Button>
        )}
        <span className="small" role="status">
          {isCopied && m['posts.field.copied']()}
        </span>
      </div>
    </div>
  )
}
