package dev.beatboard.service.plan;

import dev.beatboard.time.FrameRate;
import java.math.BigDecimal;

/// A price, and how it comes about.
///
/// @param credits what the order costs, at least 0
/// @param perSecond credits for a second of film, with lane and extras
/// @param frames that have to be rendered; kept ones are not among them
/// @param explanation the sum in a sentence
public record Quote(long credits, BigDecimal perSecond, int frames, FrameRate rate, String explanation)
        implements Offer {}
