// The joining code on the hub's screen, read by the camera of this PC: the picture stays here, and the camera is off as soon as a code is read. Rule D39 of desks.
import { Alert, Box, Button, Stack, Typography } from '@mui/material'
import QrCodeScannerOutlined from '@mui/icons-material/QrCodeScannerOutlined'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { readInvitation } from '../../preload/contract/vocabulary/pairing-code.ts'
import { useWords } from '../words/index.ts'

/** The texts of the QR codes that the camera sees, until the returned function is called. Rejects where the camera may not or cannot be used. */
const watchCodes = async (player: HTMLVideoElement, seen: (text: string) => void): Promise<() => void> => {
  const { frameLoop, QRCanvas, selfieCamera } = await import('qr/dom.js')
  const camera = await selfieCamera(player)
  const canvas = new QRCanvas()
  let isReading = false
  const cancel = frameLoop(() => {
    if (isReading) return
    isReading = true
    camera
      .readFrame(canvas)
      .then((found) => [found ?? []].flat().forEach((one) => typeof one === 'string' && seen(one)))
      .catch(() => undefined) // no code in this picture
      .finally(() => (isReading = false))
  }, player)
  return () => {
    cancel()
    camera.stop()
  }
}

const Preview = ({ onCode }: { onCode: (code: string) => void }) => {
  const { t } = useWords()
  const player = useRef<HTMLVideoElement>(null)
  const [problem, setProblem] = useState<'no-camera' | 'not-a-code' | null>(null)
  const seen = useEffectEvent((text: string) => (readInvitation(text) ? onCode(text) : setProblem('not-a-code')))
  useEffect(() => {
    let isOver = false
    let stop: (() => void) | undefined
    watchCodes(player.current!, (text) => !isOver && seen(text)).then(
      (end) => (isOver ? end() : (stop = end)),
      () => !isOver && setProblem('no-camera'),
    )
    return () => {
      isOver = true
      stop?.()
    }
  }, [])
  return (
    <Stack spacing={1}>
      <Typography variant="body2" color="textSecondary">
        {t('join.scan-how')}
      </Typography>
      <Box component="video" ref={player} muted playsInline sx={{ width: '100%', maxHeight: 280, bgcolor: '#000', borderRadius: 1 }} />
      {problem !== null && <Alert severity="warning">{t(`join.problem-${problem}`)}</Alert>}
    </Stack>
  )
}

/** Whether this PC has a camera at all. */
const useCamera = (): boolean => {
  const [has, setHas] = useState(false)
  useEffect(() => {
    navigator.mediaDevices?.enumerateDevices().then(
      (all) => setHas(all.some(({ kind }) => kind === 'videoinput')),
      () => undefined,
    )
  }, [])
  return has
}

export const ScanCode = ({ onCode }: { onCode: (code: string) => void }) => {
  const { t } = useWords()
  const [isOn, setOn] = useState(false)
  const hasCamera = useCamera()
  if (!hasCamera) return null
  return (
    <>
      <Box>
        <Button size="small" startIcon={<QrCodeScannerOutlined />} onClick={() => setOn(!isOn)}>
          {t(isOn ? 'join.scan-stop' : 'join.scan')}
        </Button>
      </Box>
      {isOn && (
        <Preview
          onCode={(code) => {
            setOn(false)
            onCode(code)
          }}
        />
      )}
    </>
  )
}
