// The small picture of a product beside its name or number. Its place is kept where there is none, so that what stands beside it is aligned.
import { Box } from '@mui/material'
import { useProductPicture } from '../../client/index.ts'

type Props = { productId: string | null; size?: number }

export const ProductPicture = ({ productId, size = 24 }: Props) => {
  const address = useProductPicture(productId)
  return (
    <Box component="span" aria-hidden sx={{ display: 'inline-block', width: size, height: size, flexShrink: 0, verticalAlign: 'middle' }}>
      {address && (
        <Box
          component="img"
          src={address}
          alt=""
          sx={{ display: 'block', width: '100%', height: '100%', objectFit: 'cover', borderRadius: 0.5 }}
        />
      )}
    </Box>
  )
}
