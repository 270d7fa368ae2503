import { bytesOf, isPublicAddress } from './address.rules';

describe('addresses a webhook may reach', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '100.128.0.1',
    '223.5.5.5',
    '2400:3200::1',
    '2606:4700:4700::1111',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('lets %s through', (address) => expect(isPublicAddress(address)).toBe(true));

  it.each([
    ['127.0.0.1', 'this machine'],
    ['127.255.255.254', 'this machine'],
    ['0.0.0.0', 'this machine'],
    ['10.1.2.3', 'a private network'],
    ['172.16.0.1', 'a private network'],
    ['172.31.255.255', 'a private network'],
    ['192.168.1.1', 'a private network'],
    ['100.64.0.1', 'a carrier network'],
    ['169.254.169.254', 'the metadata of a cloud'],
    ['100.100.100.200', 'the metadata of a cloud'],
    ['224.0.0.1', 'many at once'],
    ['255.255.255.255', 'everybody'],
    ['192.0.2.1', 'documentation'],
    ['198.18.0.1', 'a test network'],
    ['::1', 'this machine'],
    ['::', 'this machine'],
    ['fe80::1', 'the link'],
    ['fc00::1', 'a private network'],
    ['fd00:ec2::254', 'the metadata of a cloud'],
    ['ff02::1', 'many at once'],
    ['2001:db8::1', 'documentation'],
    ['2002:7f00:1::', 'an IPv4 address in a tunnel'],
    ['::ffff:127.0.0.1', 'a mapped address of this machine'],
    ['::ffff:7f00:1', 'a mapped address of this machine'],
    ['::ffff:a9fe:a9fe', 'mapped metadata'],
    ['64:ff9b::7f00:1', 'a translated address of this machine'],
    ['::127.0.0.1', 'an old compatible form'],
  ])('refuses %s: %s', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each([
    '0177.0.0.1',
    '0x7f.0.0.1',
    '2130706433',
    '127.1',
    '08.8.8.8',
    '256.1.1.1',
    '8.8.8.8.',
    '',
    'example.org',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '::ffff:0177.0.0.1',
    'fe80::1%eth0',
  ])('does not take %p for an address', (address) => {
    expect(bytesOf(address)).toBeUndefined();
    expect(isPublicAddress(address)).toBe(false);
  });
});
