package dev.beatboard.file.video;

import dev.beatboard.frame.Labeled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a clip can be encoded as.
public enum VideoFormat implements Labeled {
    /// For the web and for every player: H.264 High, 8 bits, BT.709, in MP4.
    MP4("mp4", ".mp4"),
    /// For HDR displays: HEVC Main 10, BT.2020 with PQ, mastering display and content light in stream and container.
    HDR10("hdr10", ".hdr10.mp4"),
    /// For HDR broadcast, watchable on SDR: HEVC Main 10, BT.2020 with hybrid log-gamma, otherwise as HDR10.
    HLG("hlg", ".hlg.mp4"),
    /// For editing and compositing: Apple ProRes 4444 with alpha, 10 bits of color, BT.709, in QuickTime. The color is
    /// the whole picture, what is behind included; alpha is a matte of what is not sky.
    PRORES("prores", ".mov");

    private static final int THREADS = 2;
    /// x264's constant rate factor: visually clean, about 5 Mbit/s at 1080p.
    private static final int WEB_RATE_FACTOR = 17;
    /// x265's; its scale is about as x264's.
    private static final int HDR_RATE_FACTOR = 18;

    private final String label;
    private final String ending;

    VideoFormat(String label, String ending) {
        this.label = label;
        this.ending = ending;
    }

    /// As people write it.
    @Override
    public String label() {
        return label;
    }

    /// What a clip's file name ends in, so that all formats of a clip go into one folder: `.hdr10.mp4`.
    public String ending() {
        return ending;
    }

    /// As files name it.
    public String mediaType() {
        return this == PRORES ? "video/quicktime" : "video/mp4";
    }

    public static Optional<VideoFormat> of(String label) {
        return Labeled.of(values(), label);
    }

    boolean hdr() {
        return this == HDR10 || this == HLG;
    }

    /// Whether its color is stored at half size, so that the picture has to be even.
    boolean needsEvenSize() {
        return this != PRORES;
    }

    Raster raster(int width, int height) {
        return switch (this) {
            case MP4 -> new WebRaster();
            case HDR10 -> new HdrRaster(width, height, dev.beatboard.frame.HdrSignal.PQ);
            case HLG -> new HdrRaster(width, height, dev.beatboard.frame.HdrSignal.HLG);
            case PRORES -> new AlphaRaster(width, height);
        };
    }

    /// The encoder's arguments between input and metadata.
    ///
    /// @param draft whether the clip is for looking at soon
    List<String> encoder(boolean draft) {
        List<String> a = new ArrayList<>();
        switch (this) {
            case MP4 -> {
                // Without setparams at the end of the chain, recent versions leave the color tags unknown.
                a.addAll(List.of(
                        "-vf",
                        "scale=out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd+full_chroma_int+bitexact,"
                                + "format=yuv420p," + tags("bt709", "bt709", "bt709")));
                a.addAll(List.of("-c:v", "libx264", "-preset", draft ? "veryfast" : "fast"));
                a.addAll(List.of("-crf", Integer.toString(WEB_RATE_FACTOR), "-profile:v", "high"));
                a.addAll(List.of("-threads", Integer.toString(THREADS)));
            }
            case HDR10, HLG -> {
                String transfer = this == HDR10 ? "smpte2084" : "arib-std-b67";
                a.addAll(List.of("-vf", tags("bt2020", transfer, "bt2020nc"), "-chroma_sample_location", "topleft"));
                a.addAll(List.of("-c:v", "libx265", "-preset", draft ? "superfast" : "fast", "-profile:v", "main10"));
                a.addAll(List.of("-tag:v", "hvc1", "-x265-params", x265(transfer)));
            }
            case PRORES -> {
                a.addAll(List.of("-vf", tags("bt709", "bt709", "bt709")));
                a.addAll(List.of("-c:v", "prores_ks", "-profile:v", "4444", "-alpha_bits", "16", "-vendor", "apl0"));
                a.addAll(List.of("-threads", Integer.toString(THREADS)));
            }
        }
        a.addAll(List.of("-f", this == PRORES ? "mov" : "mp4"));
        return a;
    }

    private static String tags(String primaries, String transfer, String matrix) {
        return "setparams=range=tv:color_primaries=" + primaries + ":color_trc=" + transfer + ":colorspace=" + matrix;
    }

    private String x265(String transfer) {
        List<String> p = new ArrayList<>(List.of(
                "log-level=error",
                "info=0",
                "crf=" + HDR_RATE_FACTOR,
                // One frame at a time: more would make the bytes depend on the number of cores.
                "frame-threads=1",
                "pools=" + THREADS,
                "repeat-headers=1",
                "colorprim=bt2020",
                "transfer=" + transfer,
                "colormatrix=bt2020nc",
                "range=limited",
                "chromaloc=2",
                "hdr10=1"));
        if (this == HDR10) {
            p.add("hdr10-opt=1");
        }
        p.add("master-display=" + MasteringDisplay.REFERENCE.x265());
        p.add("max-cll=" + ContentLight.PLACEHOLDER.brightest() + "," + ContentLight.PLACEHOLDER.brightestMean());
        return String.join(":", p);
    }
}
