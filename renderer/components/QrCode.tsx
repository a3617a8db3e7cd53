import { create } from 'qrcode'

interface QrCodeProps {
  readonly text: string
  /** What the code is, for screen readers. */
  readonly label: string
  /** A length of CSS. */
  readonly size: string
}

/** White around the code, in its own squares, as scanners need it. */
const QUIET = 2

/** A QR code as one path, sharp at any size on paper. */
export function QrCode({ text, label, size }: QrCodeProps) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const width = modules.size + 2 * QUIET
  const squares: string[] = []
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column) !== 0) squares.push(`M${column + QUIET} ${row + QUIET}h1v1h-1z`)
    }
  }
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${width} ${width}`}
      shapeRendering="crispEdges"
    >
      <rect width={width} height={width} fill="#fff" />
      <path d={squares.join('')} fill="#000" />
    </svg>
  )
}
