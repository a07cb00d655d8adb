/** The first address in a text, in lower case; empty where there is none. */
export const addressIn = (text: string): string =>
  /[^\s<>@"'(:;,[\]]{1,100}@[^\s<>@"'):;,[\]]{1,200}/.exec(text)?.[0]?.toLowerCase() ?? ''

/** The value of a header field in the text of a mail, with its folded lines. */
export function fieldIn(headers: string, name: string): string {
  return new RegExp(`^${name}:(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(headers)?.[1]?.trim() ?? ''
}

/** The Message-ID of the mail whose text it is, in angle brackets. */
export const messageIdIn = (headers: string): string =>
  /<[^<>\s]{1,250}>/.exec(fieldIn(headers, 'message-id'))?.[0] ?? ''

/** What stands behind the @ of an address, in lower case. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()
