package dev.beatboard.file.video;

import dev.beatboard.file.Graphic;
import dev.beatboard.file.Picture;
import dev.beatboard.frame.Frame;
import dev.beatboard.frame.ToneMap;

/// 8-bit RGB of the SDR picture; the encoder's program makes it Y'CbCr.
final class WebRaster implements Raster {

    @Override
    public String pixelFormat() {
        return "rgb24";
    }

    @Override
    public byte[] of(Frame frame, Graphic graphic) {
        return of(graphic.over(new Picture(frame.width(), frame.height(), ToneMap.toSrgb(frame))));
    }

    @Override
    public byte[] of(Picture picture) {
        return picture.rgb();
    }
}
