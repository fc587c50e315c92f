package dev.beatboard.file.provenance;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes ASN.1 in DER, ITU-T X.690: as much of it as a certificate needs.
final class Der {

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return of(0x30, join(parts));
    }

    static byte[] set(byte[]... parts) {
        return of(0x31, join(parts));
    }

    static byte[] number(BigInteger n) {
        return of(2, n.toByteArray());
    }

    static byte[] octets(byte[] content) {
        return of(4, content);
    }

    /// @param unused bits at the end
    static byte[] bits(byte[] content, int unused) {
        return of(3, join(new byte[] {(byte) unused}, content));
    }

    static byte[] yes() {
        return new byte[] {1, 1, (byte) 0xff};
    }

    static byte[] text(String s) {
        return of(0x0c, s.getBytes(StandardCharsets.UTF_8));
    }

    /// RFC 5280: years before 2050 take two digits.
    static byte[] time(Instant t) {
        boolean near = t.atZone(ZoneOffset.UTC).getYear() < 2050;
        String s = DateTimeFormatter.ofPattern(near ? "yyMMddHHmmss'Z'" : "yyyyMMddHHmmss'Z'", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(t);
        return of(near ? 0x17 : 0x18, s.getBytes(StandardCharsets.US_ASCII));
    }

    /// `1.3.101.112`.
    static byte[] oid(String dotted) {
        String[] arcs = dotted.split("\\.", -1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(40 * Integer.parseInt(arcs[0]) + Integer.parseInt(arcs[1]));
        for (int i = 2; i < arcs.length; i++) {
            int n = Integer.parseInt(arcs[i]);
            for (int shift = 28; shift >= 0; shift -= 7) {
                if (shift == 0 || n >>> shift != 0) {
                    out.write((shift == 0 ? 0 : 0x80) | n >>> shift & 0x7f);
                }
            }
        }
        return of(6, out.toByteArray());
    }

    /// A context-specific tag around something.
    static byte[] explicit(int number, byte[] content) {
        return of(0xa0 | number, content);
    }

    static byte[] of(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int n = content.length;
        if (n < 128) {
            out.write(n);
        } else if (n < 256) {
            out.write(0x81);
            out.write(n);
        } else {
            out.write(0x82);
            out.write(n >> 8);
            out.write(n);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] p : parts) {
            out.writeBytes(p);
        }
        return out.toByteArray();
    }
}
