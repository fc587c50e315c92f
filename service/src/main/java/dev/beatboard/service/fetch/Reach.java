package dev.beatboard.service.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// How far an address may be used, by the IANA registries of special-purpose addresses (RFC 6890
/// and its updates).
enum Reach {
    /// Of the internet at large.
    PUBLIC,
    /// Of a machine or a site: loopback, private, shared (CGNAT) and unique local ones.
    SITE,
    /// Nobody's to fetch from: link-local ones (clouds keep their secrets there), multicast,
    /// reserved ones, and those that hide another address inside.
    NEVER;

    private record Block(byte[] prefix, int bits, Reach reach) {

        boolean holds(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit += 8) {
                int mask = bits - bit >= 8 ? 0xff : 0xff00 >> (bits - bit) & 0xff;
                if (((address[bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Block block(String text, Reach reach) {
        int slash = text.indexOf('/');
        try {
            byte[] prefix = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
            return new Block(prefix, Integer.parseInt(text.substring(slash + 1)), reach);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(text, e);
        }
    }

    /// The first that holds an address decides.
    private static final List<Block> BLOCKS = List.of(
            block("127.0.0.0/8", SITE),
            block("10.0.0.0/8", SITE),
            block("172.16.0.0/12", SITE),
            block("192.168.0.0/16", SITE),
            // Alibaba's metadata, inside the shared ones.
            block("100.100.100.200/32", NEVER),
            block("100.64.0.0/10", SITE),
            block("0.0.0.0/8", NEVER),
            block("169.254.0.0/16", NEVER),
            // Azure's metadata, public by its number only.
            block("168.63.129.16/32", NEVER),
            block("192.0.0.0/24", NEVER),
            block("192.0.2.0/24", NEVER),
            block("192.88.99.0/24", NEVER),
            block("198.18.0.0/15", NEVER),
            block("198.51.100.0/24", NEVER),
            block("203.0.113.0/24", NEVER),
            block("224.0.0.0/4", NEVER),
            block("240.0.0.0/4", NEVER),
            block("0.0.0.0/0", PUBLIC),
            block("::1/128", SITE),
            // Amazon's metadata, inside the unique local ones.
            block("fd00:ec2::254/128", NEVER),
            block("fc00::/7", SITE),
            // Teredo, ORCHID, benchmarks, documentation, 6to4.
            block("2001::/23", NEVER),
            block("2001:db8::/32", NEVER),
            block("2002::/16", NEVER),
            block("3fff::/20", NEVER),
            block("2000::/3", PUBLIC),
            // All others: unspecified, IPv4 inside IPv6, NAT64, discard, link-local, multicast.
            block("::/0", NEVER));

    static Reach of(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == 16 && tunnels(bytes)) {
            return NEVER;
        }
        for (Block block : BLOCKS) {
            if (block.holds(bytes)) {
                return block.reach;
            }
        }
        return NEVER;
    }

    /// ISATAP (RFC 5214) hides an IPv4 address behind any prefix.
    private static boolean tunnels(byte[] b) {
        return (b[8] == 0 || b[8] == 2) && b[9] == 0 && b[10] == 0x5e && b[11] == (byte) 0xfe;
    }

    /// All addresses, if none of them is out of bounds.
    ///
    /// @param site whether those of the site may be used
    /// @param any whether all may be used
    static InetAddress[] checked(InetAddress[] addresses, boolean site, boolean any) throws RefusedAddress {
        for (InetAddress address : addresses) {
            Reach reach = of(address);
            if (!any && (reach == NEVER || reach == SITE && !site)) {
                throw new RefusedAddress();
            }
        }
        return addresses;
    }

    /// That a name leads where we do not go. It does not say where: that would map our network.
    static final class RefusedAddress extends UnknownHostException {
        RefusedAddress() {
            super("refused");
        }
    }
}
