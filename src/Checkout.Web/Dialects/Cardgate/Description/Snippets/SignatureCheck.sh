# The body as it came is in the file body; "$signature" is the header X-Signature.
own=$( (printf %s "$secret"; cat body; printf %s "$secret") | openssl dgst -sha1 -binary | openssl base64)
[ "$own" = "$signature" ] && echo valid || echo invalid
