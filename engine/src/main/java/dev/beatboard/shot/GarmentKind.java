package dev.beatboard.shot;

/// What the wardrobe has, by the words people use.
public enum GarmentKind {
    SUIT,
    SKIRT_SUIT,
    DRESS,
    SHIRT,
    WORK_SHIRT,
    T_SHIRT,
    SWEATER,
    JACKET,
    PUFFER_JACKET,
    COAT,
    OVERALLS,
    SPORTSWEAR,
    JEANS,
    TROUSERS,
    SHORTS,
    SKIRT,
    DRESS_SHOES,
    SHOES,
    SNEAKERS,
    BOOTS,
    HAT,
    TIE,
    GLASSES
}
