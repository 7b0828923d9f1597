<?php
// $body = file_get_contents('php://input'); $signature = $_SERVER['HTTP_X_SIGNATURE'] ?? '';
function isSignedBy(string $secret, string $body, string $signature): bool
{
    return hash_equals(base64_encode(sha1($secret . $body . $secret, true)), $signature);
}
