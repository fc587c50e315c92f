package dev.beatboard.frame;

/// From nits of BT.2020 to the non-linear signal R'G'B' of ITU-R BT.2100.
public enum HdrSignal {
    /// Perceptual quantization, the signal of HDR10: each channel by itself.
    PQ {
        private static final LightTable CODE = new LightTable(n -> Transfer.PQ.encode(n / 10000), 0x1p-14f, 1024);

        @Override
        public void encode(float[] nits) {
            for (int c = 0; c < 3; c++) {
                nits[c] = nits[c] <= 0 ? 0 : CODE.at(nits[c]);
            }
        }
    },
    /// Hybrid log-gamma for a display of 1000 nits: the inverse of the OOTF with gamma 1.2, then the OETF. Diffuse
    /// white comes out at 75 percent, as BT.2408 has it.
    HLG {
        private static final double GAMMA = 1.2;
        private static final LightTable GAIN = new LightTable(
                y -> StrictMath.pow(y / HdrLook.PEAK, (1 - GAMMA) / GAMMA) / HdrLook.PEAK, 0x1p-14f, 1024);
        private static final LightTable CODE = new LightTable(Transfer.HLG::encode, 0x1p-24f, 1);

        @Override
        public void encode(float[] nits) {
            float gain = GAIN.at(0.2627f * nits[0] + 0.6780f * nits[1] + 0.0593f * nits[2]);
            for (int c = 0; c < 3; c++) {
                float light = gain * nits[c];
                nits[c] = light <= 0 ? 0 : CODE.at(light);
            }
        }
    };

    /// Three channels in nits become the signal, 0..1, in place.
    public abstract void encode(float[] nits);
}
