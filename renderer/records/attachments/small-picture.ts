// Makes the small picture of one that is added: here, where it is at hand, so that lists load little and the office draws nothing. Rule FI12 of files.

const SIDE = 320
const QUALITY = 0.8
/** A picture from a camera is some tens of megabytes; what is larger is not drawn small. */
const MOST_BYTES = 60 * 1024 * 1024

/** A small JPEG of a picture, which papers and workbooks can show, with its whole side by side kept; null where the browser cannot draw it. */
export const smallPicture = async (content: Blob): Promise<Blob | null> => {
  if (!/^image\/(png|jpeg|gif|webp|bmp)$/.test(content.type) || content.size > MOST_BYTES) return null
  try {
    const whole = await createImageBitmap(content)
    const scale = Math.min(1, SIDE / Math.max(whole.width, whole.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(whole.width * scale))
    canvas.height = Math.max(1, Math.round(whole.height * scale))
    const pen = canvas.getContext('2d')
    if (!pen) return null
    // What is transparent lies on white, as on paper.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(whole, 0, 0, canvas.width, canvas.height)
    whole.close()
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  } catch {
    return null // damaged, or of a kind this browser does not draw: it has no small picture
  }
}
