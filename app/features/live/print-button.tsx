import { useEffect, useState } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'

/** Prints the cue sheet; there only where script runs, since every browser has a way of its own. */
export function PrintButton() {
  const [isRunning, setRunning] = useState(false)
  useEffect(() => setRunning(true), [])
  if (!isRunning) return null
  return (
    <Button type="button" variant="plain" onClick={() => window.print()}>
      {m['live.sheet.print']()}
    </Button>
  )
}
