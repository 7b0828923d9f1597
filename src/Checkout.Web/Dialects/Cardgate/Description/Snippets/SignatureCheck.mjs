import { createHash, timingSafeEqual } from 'node:crypto';

// body: a Buffer of the bytes as they came, for example of express.raw({ type: '*/*' }).
export function isSignedBy(secret, body, signature) {
  const own = createHash('sha1').update(secret).update(body).update(secret).digest('base64');
  return own.length === signature.length && timingSafeEqual(Buffer.from(own), Buffer.from(signature));
}
