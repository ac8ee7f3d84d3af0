import styles from './seal.module.css'

/** Longer names do not make a legible seal. */
const LONGEST = 8

/** A model's name as a cinnabar seal, read downwards from the right; longer names in one framed line. */
export function Seal({ text }: { text: string }) {
  const characters = [...text]
  const isHan = characters.every((character) => /\p{Script=Han}/u.test(character))
  if (!isHan || characters.length > LONGEST) return <span className={styles.line} data-field="modelName">{text}</span>
  const rows = characters.length <= 4 ? 2 : characters.length <= 6 ? 3 : 4
  return <span className={styles.seal} style={{ height: `${rows * 1.12 + 0.56}em` }} data-field="modelName">{text}</span>
}
