package dev.beatboard.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransferTest {

    @ParameterizedTest
    @EnumSource(Transfer.class)
    void comesBack(Transfer transfer) {
        for (int i = 0; i <= 1000; i++) {
            double light = Math.pow(i / 1000.0, 3);
            double signal = transfer.encode(light);
            assertThat(signal).isBetween(-1e-6, 1 + 1e-6);
            assertThat(transfer.decode(signal)).isEqualTo(light, within(1e-6));
        }
    }

    /// ITU-R BT.2100 and BT.2408: nits and signal.
    @ParameterizedTest
    @CsvSource({"0, 0.0000007", "100, 0.5081", "203, 0.5807", "1000, 0.7518", "10000, 1"})
    void pqHasItsPublishedSignals(double nits, double signal) {
        assertThat(Transfer.PQ.encode(nits / 10000)).isEqualTo(signal, within(5e-5));
    }

    @Test
    void hlgHasItsPublishedSignals() {
        assertThat(Transfer.HLG.encode(1.0 / 12)).isEqualTo(0.5, within(1e-9));
        assertThat(Transfer.HLG.encode(1)).isEqualTo(1, within(1e-6));
        // BT.2408, table 1: the gray card of 18 percent where white is 75 percent of the signal.
        double white = Transfer.HLG.decode(0.75);
        assertThat(white).isEqualTo(0.265, within(5e-4));
        assertThat(Transfer.HLG.encode(0.18 * white)).isEqualTo(0.38, within(5e-3));
    }

    @Test
    void sRgbAndBt1886HaveTheirMiddleGrays() {
        assertThat(255 * Transfer.SRGB.encode(0.18)).isEqualTo(117.7, within(0.1));
        assertThat(Transfer.BT1886.decode(0.5)).isEqualTo(0.1895, within(1e-4));
    }
}
