import { PHOTO_MAX } from '../../../../shared/contract/member-details'

/** From good to just good enough for a face on a form. */
const QUALITIES = [0.9, 0.8, 0.65, 0.5, 0.35]

/** The size of a picture that fits into `PHOTO_MAX`, never enlarged. */
export function fittingSize({ width, height }: { readonly width: number; readonly height: number }) {
  const scale = Math.min(1, PHOTO_MAX.width / width, PHOTO_MAX.height / height)
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** A picture made a JPEG within `PHOTO_MAX`, in base64, without what the camera noted in it; null when it is none. */
export async function scalePhoto(file: Blob): Promise<string | null> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (picture === null) return null
  const canvas = document.createElement('canvas')
  const size = fittingSize(picture)
  canvas.width = size.width
  canvas.height = size.height
  const context = canvas.getContext('2d')
  if (context === null) return null
  // What is transparent in a PNG would turn black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, size.width, size.height)
  context.drawImage(picture, 0, 0, size.width, size.height)
  picture.close()
  for (const quality of QUALITIES) {
    const jpeg = canvas.toDataURL('image/jpeg', quality).replace(/^[^,]*,/, '')
    if ((jpeg.length * 3) / 4 <= PHOTO_MAX.bytes) return jpeg
  }
  return null
}
