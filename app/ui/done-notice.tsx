import { createContext, useContext } from 'react'

/** What was just done, in the reader's language; only the server knows it, once. */
export const DoneContext = createContext('')

/** Says what an act did, on the page it led to. */
export function DoneNotice() {
  const said = useContext(DoneContext)
  const words = said.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return (
    <div
      className="done-notice"
      {...(said && { role: 'status' })}
      // The browser does not know the words: hydration leaves them as they came.
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped above, and our own words
      dangerouslySetInnerHTML={{ __html: words && `<p>${words}</p>` }}
    />
  )
}
