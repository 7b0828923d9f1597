import { createHash, timingSafeEqual } from 'node:crypto';

// body: a Buffer of the bytes as they came, for example of express.raw({ type: '*/*' }).
export function isSignedBy(secret, body, signature) {
  const own = Buffer.from(createHash('sha1').update(secret).update(body).update(secret).digest('base64'));
  const sent = Buffer.from(signature);
  return own.length === sent.length && timingSafeEqual(own, sent);
}
