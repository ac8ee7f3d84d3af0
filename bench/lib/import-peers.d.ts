// The peers are installed apart from the project, so their types are not at hand when it is checked.
declare module 'chardet' {
  const chardet: { detect(bytes: Uint8Array): string | null }
  export default chardet
}

declare module 'iconv-lite' {
  const iconv: {
    encode(text: string, encoding: string, options?: { addBOM?: boolean }): Buffer<ArrayBuffer>
    decode(bytes: Uint8Array, encoding: string): string
  }
  export default iconv
}

declare module 'mammoth' {
  const mammoth: { convertToHtml(input: { buffer: Buffer }): Promise<{ value: string }> }
  export default mammoth
}
