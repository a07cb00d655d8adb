/** An address to write to, in one piece: a line breaks before it, not at its hyphen. */
export function MailAddress({ address }: { address: string }) {
  return (
    <a className="mail-address" href={`mailto:${address}`}>
      {address}
    </a>
  )
}
