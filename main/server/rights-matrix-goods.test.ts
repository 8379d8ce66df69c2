// A part of the matrix of rights (SEC42, SEC43).
import { rightsMatrix } from './testing/rights-matrix.ts'

rightsMatrix('goods')
