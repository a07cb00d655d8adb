/**
 * The addresses by which a reader passes a page on: a letter of their own, and the pages where people share links. None of
 * them is asked for anything before somebody follows the link.
 */
export function shareLinks({ title, page }: { title: string; page: string }) {
  const query = (values: Record<string, string>) =>
    new URLSearchParams(values).toString().replaceAll('+', '%20')
  return {
    email: `mailto:?${query({ subject: title, body: page })}`,
    facebook: `https://www.facebook.com/sharer/sharer.php?${query({ u: page })}`,
    linkedIn: `https://www.linkedin.com/sharing/share-offsite/?${query({ url: page })}`,
    whatsApp: `https://wa.me/?${query({ text: `${title} ${page}` })}`,
  }
}
