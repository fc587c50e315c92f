package dev.beatboard.service.api;

import java.net.InetAddress;
import java.util.Arrays;

/// A block of IP addresses, such as `10.0.0.0/8` or `::1`.
///
/// @param bits how many leading bits of the address count
public record Network(InetAddress address, int bits) {

    public Network {
        if (bits < 0 || bits > address.getAddress().length * 8) {
            throw new IllegalArgumentException("A block of " + address.getHostAddress() + " has 0 to "
                    + address.getAddress().length * 8 + " bits, not " + bits);
        }
    }

    /// Reads a block or a single address. Names are not looked up.
    ///
    /// @throws IllegalArgumentException if it is neither
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        return new Network(
                address, slash < 0 ? address.getAddress().length * 8 : Integer.parseInt(text.substring(slash + 1)));
    }

    public boolean contains(InetAddress other) {
        return other.getAddress().length == address.getAddress().length
                && Arrays.equals(first(other, bits), first(address, bits));
    }

    /// The address with all but its first bits zero.
    static byte[] first(InetAddress address, int bits) {
        byte[] bytes = address.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            int keep = Math.clamp(bits - 8L * i, 0, 8);
            bytes[i] = (byte) (bytes[i] & (0xFF00 >> keep));
        }
        return bytes;
    }
}
