import { expect, test } from 'vitest'
import { signedHeaders } from '../../../server/source/store/bucket-signature'

// The worked examples of Amazon's documentation, with its keys that open nothing:
// https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
const keys = {
  accessKey: 'AKIAIOSFODNN7EXAMPLE',
  secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
}
const at = new Date('2013-05-24T00:00:00Z')
const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const on = (path: string) => new URL(`https://examplebucket.s3.amazonaws.com${path}`)

test.each([
  [
    'a part of an object',
    { method: 'GET', url: on('/test.txt'), payload: nothing, headers: { range: 'bytes=0-9' } },
    'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  ],
  [
    'an object that is put under a name with a strange letter',
    {
      ...{ method: 'PUT', url: on('/test$file.text') },
      payload: '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
      headers: { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
    },
    '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
  ],
  [
    'a question without a value',
    { method: 'GET', url: on('/?lifecycle'), payload: nothing },
    'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
  ],
  [
    'several in their order',
    { method: 'GET', url: on('/?prefix=J&max-keys=2'), payload: nothing },
    '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  ],
])('%s is signed as Amazon signs it', (_, signed, signature) => {
  expect(signedHeaders(signed, keys, at).authorization).toContain(`Signature=${signature}`)
})
