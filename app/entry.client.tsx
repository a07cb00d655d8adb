import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { overwriteGetLocale } from '#app/paraglide/runtime.js'

// The server decided the language; the document carries it.
overwriteGetLocale(() => (document.documentElement.lang === 'en' ? 'en' : 'vi'))

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  )
})
