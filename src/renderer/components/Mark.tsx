const ARCS = 'M792.9 628.3A150 150 0 0 0 628.3 792.9A150 150 0 0 0 395.7 792.9A150 150 0 0 0 231.1 628.3A150 150 0 0 0 231.1 395.7'
  + 'A150 150 0 0 0 395.7 231.1A150 150 0 0 0 628.3 231.1A150 150 0 0 0 792.9 395.7A150 150 0 0 0 792.9 628.3Z'
const LEAF = 'M512 386C484 358 482 322 512 282C542 322 540 358 512 386Z'
/** The character 鉴, as outlines on a grid of 1000. */
const CHARACTER = 'M251 82L116 70L116 418L131 418C170 418 214 399 214 390L214 109C240 106 249 96 251 82ZM663 226L654 233C695 277 737 348 748 410C849 484 937 279 663 226ZM229 733L220 738C244 773 266 828 266 876C353 953 462 785 229 733ZM535 413C606 507 742 579 897 611C900 568 929 517 975 501L975 485C838 485 647 459 551 403C584 400 595 393 598 381L429 340C423 352 416 364 406 377L406 72C433 68 441 58 443 44L296 31L296 420L314 420C338 420 364 413 382 406C307 487 170 576 35 625L39 638C235 600 443 505 535 413ZM868 83L809 170L630 170C644 148 657 124 669 99C693 101 705 92 710 80L553 28C534 144 491 261 445 337L457 346C515 310 567 260 611 198L946 198C960 198 970 193 973 182C935 143 868 83 868 83ZM623 502L571 567L277 567L285 596L435 596L435 694L146 694L154 722L435 722L435 901L38 901L46 930L940 930C954 930 965 925 968 914C925 873 852 815 852 815L788 901L650 901C690 875 733 841 770 808C791 811 805 803 811 793L683 731C660 792 632 857 609 901L555 901L555 722L855 722C868 722 879 717 882 706C841 669 773 616 773 616L713 694L555 694L555 596L690 596C704 596 714 591 717 580C681 547 623 502 623 502Z'

/** Below this many pixels the finer lines run together. */
const FINE = 48

/**
 * The product's mark, as the icons in `build/` show it: a bronze mirror with eight linked arcs, here as an ink rubbing,
 * with the seal 鉴 on it.
 */
export function Mark({ size = 28 }: { size?: number }) {
  const fine = size >= FINE
  return (
    <svg width={size} height={size} viewBox="16 16 992 992" aria-hidden="true" focusable="false">
      <g fill="none" stroke="var(--ink)">
        <circle cx="512" cy="512" r="464" strokeWidth={fine ? 22 : 44} />
        {fine && <circle cx="512" cy="512" r="426" strokeWidth="6" />}
        {fine && <circle cx="512" cy="512" r="376" strokeWidth="40" strokeDasharray="9 19.125" strokeOpacity="0.55" />}
        {fine && <circle cx="512" cy="512" r="340" strokeWidth="6" />}
        <path d={ARCS} strokeWidth={fine ? 12 : 40} strokeLinejoin="round" fill="var(--ink)" fillOpacity={fine ? 0.07 : 0.1} />
        {fine && <circle cx="512" cy="512" r="132" strokeWidth="6" />}
      </g>
      <g fill="var(--ink)">
        {fine && [0, 90, 180, 270].map((angle) => <path key={angle} d={LEAF} transform={`rotate(${angle} 512 512)`} />)}
        <circle cx="512" cy="512" r="88" />
      </g>
      <rect x="556" y="556" width="448" height="448" rx="64" fill="var(--mark-ground, var(--sunken))" />
      <rect x="588" y="588" width="396" height="396" rx="46" fill="var(--seal)" />
      <path transform="translate(608 615) scale(0.355)" fill="var(--on-seal)" stroke="var(--on-seal)" strokeWidth="14" strokeLinejoin="round" d={CHARACTER} />
    </svg>
  )
}
