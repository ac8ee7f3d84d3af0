/**
 * The product's mark: a round bronze mirror seen from the back, with its rim, its ring of studs and its knob, and a
 * cinnabar seal set upon it.
 */
export function Mark({ size = 28 }: { size?: number }) {
  const studs = Array.from({ length: 12 }, (_, index) => (index * Math.PI) / 6)
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <g fill="none" stroke="var(--ink)" strokeWidth="1.6">
        <circle cx="30" cy="30" r="26.5" strokeWidth="2.4" />
        <circle cx="30" cy="30" r="22.2" strokeWidth="1" />
        <circle cx="30" cy="30" r="13" strokeWidth="1" />
        <circle cx="30" cy="30" r="4.6" strokeWidth="1.8" />
      </g>
      <g fill="var(--ink)">
        {studs.map((angle) => (
          <circle key={angle} cx={30 + 17.6 * Math.cos(angle)} cy={30 + 17.6 * Math.sin(angle)} r="1.3" />
        ))}
      </g>
      <rect x="39" y="39" width="22" height="22" rx="2.6" fill="var(--seal)" stroke="var(--mark-ground, var(--sunken))" strokeWidth="2.4" />
      <path
        d="M44 45.2h5.2M46.6 43.2v4.2M43.8 50.4h5.6M46.6 47.6v9M44.4 54.2l4.8-1M52 44v13M55.6 43.6v10.6c0 1.8.6 2.4 1.8 2.4"
        fill="none" stroke="var(--on-seal)" strokeWidth="1.5" strokeLinecap="round"
      />
    </svg>
  )
}
