package dev.beatboard.frame;

/// How light becomes a signal and back. Both sides are in 0..1; what 1 is differs, see each.
public enum Transfer {
    /// IEC 61966-2-1: display light, 1 is white.
    SRGB {
        @Override
        public double encode(double light) {
            return light <= 0.0031308 ? 12.92 * light : 1.055 * StrictMath.pow(light, 1 / 2.4) - 0.055;
        }

        @Override
        public double decode(double signal) {
            return signal <= 0.04045 ? signal / 12.92 : StrictMath.pow((signal + 0.055) / 1.055, 2.4);
        }
    },
    /// ITU-R BT.1886 with a black of zero: display light, 1 is white.
    BT1886 {
        @Override
        public double encode(double light) {
            return StrictMath.pow(Math.max(0, light), 1 / 2.4);
        }

        @Override
        public double decode(double signal) {
            return StrictMath.pow(Math.max(0, signal), 2.4);
        }
    },
    /// SMPTE ST 2084, ITU-R BT.2100 table 4: display light, 1 is 10,000 nits.
    PQ {
        private static final double M1 = 2610.0 / 16384;
        private static final double M2 = 2523.0 / 4096 * 128;
        private static final double C1 = 3424.0 / 4096;
        private static final double C2 = 2413.0 / 4096 * 32;
        private static final double C3 = 2392.0 / 4096 * 32;

        @Override
        public double encode(double light) {
            double y = StrictMath.pow(Math.max(0, light), M1);
            return StrictMath.pow((C1 + C2 * y) / (1 + C3 * y), M2);
        }

        @Override
        public double decode(double signal) {
            double e = StrictMath.pow(Math.max(0, signal), 1 / M2);
            return StrictMath.pow(Math.max(0, e - C1) / (C2 - C3 * e), 1 / M1);
        }
    },
    /// ARIB STD-B67, ITU-R BT.2100 table 5: **scene** light, 1 is the brightest that the signal holds. From display
    /// light to scene light leads the inverse of BT.2100's OOTF.
    HLG {
        private static final double A = 0.17883277;
        private static final double B = 1 - 4 * A;
        private static final double C = 0.5 - A * StrictMath.log(4 * A);

        @Override
        public double encode(double light) {
            double e = Math.max(0, light);
            return e <= 1.0 / 12 ? Math.sqrt(3 * e) : A * StrictMath.log(12 * e - B) + C;
        }

        @Override
        public double decode(double signal) {
            double s = Math.max(0, signal);
            return s <= 0.5 ? s * s / 3 : (StrictMath.exp((s - C) / A) + B) / 12;
        }
    };

    /// Light to signal.
    public abstract double encode(double light);

    /// Signal to light.
    public abstract double decode(double signal);
}
