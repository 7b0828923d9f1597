import base64
import hashlib
import hmac


# body: the bytes as they came, for example request.get_data() of Flask.
def is_signed_by(secret: str, body: bytes, signature: str) -> bool:
    key = secret.encode()
    own = base64.b64encode(hashlib.sha1(key + body + key).digest()).decode()
    return hmac.compare_digest(own.encode(), signature.encode())
