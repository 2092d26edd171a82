import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';
const newSecretBytes = 32;
const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** A new secret between the hub and a receiver, as Standard Webhooks writes it. */
export function newWebhookSecret(): string {
  return prefix + randomBytes(newSecretBytes).toString('base64');
}

/** Whether a text is a secret of 24 to 64 bytes, as Standard Webhooks asks. */
export function isWebhookSecret(text: string): boolean {
  const key = text.slice(prefix.length);
  const { length } = Buffer.from(key, 'base64');
  return text.startsWith(prefix) && base64.test(key) && length >= 24 && length <= 64;
}

/** The headers with which a receiver checks who sent a message and when (Standard Webhooks, symmetric). `sentAt` in seconds. */
export function signatureHeaders(secret: string, id: string, sentAt: number, body: string): Record<string, string> {
  const key = Buffer.from(secret.slice(prefix.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${sentAt}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(sentAt), 'webhook-signature': `v1,${signature}` };
}
