package dev.beatboard.service.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// How much dearer a store is than the web.
///
/// @param factor of the price on the web, from 1
/// @param ending what prices in the store end in, such as 0.99; empty for whole cents
public record Surcharge(BigDecimal factor, Optional<BigDecimal> ending) {

    /// The price in the store: the nearest one of that ending, the dearer one if two are as near. What is free stays
    /// free.
    BigDecimal of(BigDecimal price) {
        if (price.signum() == 0) {
            return price;
        }
        BigDecimal dearer = price.multiply(factor);
        return ending.map(e -> dearer.subtract(e)
                        .setScale(0, RoundingMode.HALF_UP)
                        .max(BigDecimal.ZERO)
                        .add(e))
                .orElse(dearer)
                .setScale(2, RoundingMode.HALF_UP);
    }
}
