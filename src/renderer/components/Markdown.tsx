import MarkdownIt from 'markdown-it'
import cjkFriendly from 'markdown-it-cjk-friendly'
import { useMemo } from 'react'
import styles from './markdown.module.css'

// Text comes from anywhere: no HTML of its own, no pictures from elsewhere, links only to the web and to mail.
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true }).use(cjkFriendly).disable('image')
markdown.validateLink = (url) => /^(https?:\/\/|mailto:)/i.test(url.trim())
markdown.renderer.rules.link_open = (tokens, index, options, _environment, self) => {
  tokens[index]!.attrSet('target', '_blank')
  tokens[index]!.attrSet('rel', 'noopener noreferrer')
  return self.renderToken(tokens, index, options)
}

/** The HTML of a Markdown text, safe to show whatever the text is. */
export function renderMarkdown(text: string): string {
  return markdown.render(text)
}

export function Markdown({ text }: { text: string }) {
  const html = useMemo(() => renderMarkdown(text), [text])
  return <div className={styles.markdown} dangerouslySetInnerHTML={{ __html: html }} />
}
